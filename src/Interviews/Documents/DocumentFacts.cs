using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Documents;

/// <summary>
/// What a placeholder of a document stands for: <c>{name}</c> the answer to that question, <c>{sum:大写}</c> the sum in capitals, <c>{id:性别}</c> and
/// <c>{id:出生}</c> what an identity number tells, <c>{claims:分条}</c> one line of the answer for each line of the document. Pure.
/// </summary>
internal static class DocumentFacts
{
    /// <summary>To be filled by pen.</summary>
    public const string Blank = "＿＿＿＿＿＿";

    /// <summary>Stands for the number of the line, from 1, beside <see cref="EachLine"/>.</summary>
    public const string Count = "序号";

    /// <summary>Repeats its line for each line of the answer.</summary>
    public const string EachLine = "分条";

    private const string Capitals = "大写";
    private const string Sex = "性别";
    private const string Born = "出生";

    /// <summary>The question and what of its answer is meant; null: the answer itself.</summary>
    public static (string Field, string? Part) Parse(string placeholder) =>
        placeholder.Split(':', 2) is [var field, var part] ? (field, part) : (placeholder, null);

    /// <summary>Whether answers of that kind have this part.</summary>
    public static bool Suits(FieldType type, string? part) => part switch
    {
        null => type != FieldType.File,
        Capitals => type == FieldType.Money,
        Sex or Born => type == FieldType.IdNumber,
        EachLine => type == FieldType.LongText,
        _ => false,
    };

    /// <summary>The value as it is written; null when it was not given.</summary>
    /// <param name="field">The question.</param>
    /// <param name="part">As <see cref="Parse"/> gives it.</param>
    /// <param name="sent">What applies and is valid.</param>
    /// <param name="today">The day in Beijing.</param>
    public static string? Value(FieldDefinition field, string? part, Answers sent, DateOnly today)
    {
        if (sent.Get(field.Id) is not { ValueKind: not JsonValueKind.Null } answer || AnswerJson.IsUnknown(answer))
            return null;
        return part switch
        {
            Capitals => CapitalSum.Of(answer.GetDecimal()),
            Sex => IdNumber.TryParse(AnswerJson.Text(answer)!, today, out var number, out _) ? number.IsFemale ? "女" : "男" : null,
            Born => IdNumber.TryParse(AnswerJson.Text(answer)!, today, out var number, out _) ? Messages.Day(number.BirthDate) : null,
            _ => Plain(field, answer),
        };
    }

    // A bar would open another cell of a table.
    private static string Plain(FieldDefinition field, JsonElement answer) =>
        field.Type == FieldType.Money ? answer.GetDecimal().ToString("0.##", CultureInfo.InvariantCulture) + "元" : AnswerText.Of(field, answer).Display.Replace('|', '｜');
}
