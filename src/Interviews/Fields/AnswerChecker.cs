using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>Checks one answer and puts it into its one form.</summary>
internal static class AnswerChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="field">The field.</param>
    /// <param name="offered">The options offered now.</param>
    /// <param name="answer">As typed.</param>
    /// <param name="today">The day in Beijing.</param>
    public static CheckedAnswer Check(FieldDefinition field, IReadOnlyList<Option> offered, JsonElement answer, DateOnly today)
    {
        if (AnswerJson.IsUnknown(answer))
            return field.AllowUnknown ? new(AnswerJson.Unknown, null) : Wrong(field, "answer.unknown", "这一项不能答“不知道”，请填一下；实在不清楚，可以打 12348 问一问。");
        if (IsNothing(answer))
            return field.Required ? Wrong(field, "answer.required", Messages.Required(field)) : new(AnswerJson.Skipped, null);
        return field.Type switch
        {
            FieldType.Text or FieldType.LongText => TextCheck.Text(field, answer),
            FieldType.Name => TextCheck.Name(field, answer),
            FieldType.Phone => TextCheck.Phone(field, answer),
            FieldType.IdNumber => TextCheck.IdNumber(field, answer, today),
            FieldType.Choice => ChoiceCheck.One(field, offered, answer),
            FieldType.Choices => ChoiceCheck.Several(field, offered, answer),
            FieldType.YesNo => YesNo(field, answer),
            FieldType.Date => Date(field, answer, today),
            FieldType.Money => Sum(field, answer),
            FieldType.Number => Number(field, answer),
            FieldType.Address => PlaceCheck.Address(field, answer),
            FieldType.File => PlaceCheck.File(field, answer),
            _ => throw new InvalidOperationException($"{field.Type} is not a field type."),
        };
    }

    public static CheckedAnswer Wrong(FieldDefinition field, string code, string message) => new(null, new(field.Id, code, message));

    private static bool IsNothing(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => AnswerJson.Text(answer) is { } text && string.IsNullOrWhiteSpace(text),
        JsonValueKind.Array => answer.GetArrayLength() == 0,
        JsonValueKind.Object => !answer.EnumerateObject().Any(),
        _ => false,
    };

    private static CheckedAnswer YesNo(FieldDefinition field, JsonElement answer)
    {
        if (answer.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return Wrong(field, "yesNo.format", "请答“是”或者“否”。");
        return answer.ValueKind == JsonValueKind.False && field.Rules.MustBeYes is { } needed ? Wrong(field, "consent.needed", needed) : new(answer, null);
    }

    private static CheckedAnswer Date(FieldDefinition field, JsonElement answer, DateOnly today)
    {
        if (AnswerJson.Text(answer)?.Trim() is not { } text
            || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Wrong(field, "date.format", "没看懂日期，请写成年月日，比如 2026年3月5日。");
        var (from, to) = (field.Rules.FromDays, field.Rules.ToDays);
        if (Math.Abs(day.Year - today.Year) > 150)
            return Wrong(field, "date.range", "这个日期离现在太远，请看看年份是不是写错了。");
        var distance = day.DayNumber - today.DayNumber;
        if (distance > to)
            return to <= 0 ? Wrong(field, "date.future", "这个日期还没到，请填已经过去的日子。") : Wrong(field, "date.tooLate", $"日期太晚了，最晚填 {Messages.Day(today.AddDays(to.Value))}。");
        if (distance < from)
            return from >= 0 ? Wrong(field, "date.past", "这个日期已经过去了，请填今天或者以后的日子。") : Wrong(field, "date.tooEarly", $"日期太早了，最早填 {Messages.Day(today.AddDays(from.Value))}。");
        return new(AnswerJson.Of(day), null);
    }

    private static CheckedAnswer Sum(FieldDefinition field, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Number)
            return Wrong(field, "money.format", "没看懂金额，请只写数字，比如 3500。");
        if (!answer.TryGetDecimal(out var yuan) || yuan < (field.Rules.Min ?? 0) || yuan > (field.Rules.Max ?? decimal.MaxValue))
            return Wrong(field, "money.range", Messages.SumRange(field.Rules));
        return Money.TryCreate(yuan, out var sum) ? new(AnswerJson.Of(sum.Yuan), null) : Wrong(field, "money.fen", "金额最多写到分，也就是小数点后两位。");
    }

    private static CheckedAnswer Number(FieldDefinition field, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Number)
            return Wrong(field, "number.format", Messages.NumberForm(field.Rules));
        if (!answer.TryGetDecimal(out var number) || number < (field.Rules.Min ?? 0) || number > (field.Rules.Max ?? decimal.MaxValue))
            return Wrong(field, "number.range", Messages.NumberRange(field.Rules));
        return decimal.Round(number, field.Rules.Decimals) == number
            ? new(AnswerJson.Of(number / 1.000000000000000000000000000000000m), null)
            : Wrong(field, "number.decimals", field.Rules.Decimals == 0 ? "请写整数。" : $"小数点后最多写 {field.Rules.Decimals} 位。");
    }
}

/// <summary>A checked answer.</summary>
/// <param name="Value">As it is sent: trimmed, half-width, in one form. Null when there is an error.</param>
/// <param name="Error">Null when there is none.</param>
internal sealed record CheckedAnswer(JsonElement? Value, AnswerError? Error);
