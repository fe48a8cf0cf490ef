using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Conditions;

/// <summary>A test of one answer.</summary>
public abstract record AnswerTest
{
    private protected AnswerTest()
    {
    }

    /// <summary>Whether the answer passes. One of another shape than the test expects does not.</summary>
    public abstract bool Passes(JsonElement answer, DateOnly today);

    /// <summary>The day of an answer: itself, or the birth date of an identity number. Null: neither.</summary>
    private protected static DateOnly? Day(JsonElement answer, DateOnly today)
    {
        if (AnswerJson.Text(answer) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return IdNumber.TryParse(text, today, out var number, out _) ? number.BirthDate : null;
    }
}

/// <summary>The answer is, or holds, one of the options.</summary>
/// <param name="Values">Values of options.</param>
public sealed record OneOf(IReadOnlyList<string> Values) : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) => answer.ValueKind == JsonValueKind.Array
        ? answer.EnumerateArray().Any(item => IsOne(item))
        : IsOne(answer);

    private bool IsOne(JsonElement item) => AnswerJson.Text(item) is { } value && Values.Contains(value, StringComparer.Ordinal);
}

/// <summary>The answer is this yes or no.</summary>
/// <param name="Value">Yes is true.</param>
public sealed record YesOrNo(bool Value) : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) => answer.ValueKind == (Value ? JsonValueKind.True : JsonValueKind.False);
}

/// <summary>The sum or number lies between the bounds, both included.</summary>
/// <param name="AtLeast">Yuan, or the number's unit; null: no lower bound.</param>
/// <param name="AtMost">Yuan, or the number's unit; null: no upper bound.</param>
public sealed record SumWithin(decimal? AtLeast, decimal? AtMost) : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) =>
        answer.ValueKind == JsonValueKind.Number && answer.TryGetDecimal(out var sum) && !(sum < AtLeast) && !(sum > AtMost);
}

/// <summary>The day lies between the bounds, both included, counted in days from today.</summary>
/// <param name="From">0 is today; null: however long ago.</param>
/// <param name="To">7 is a week from today; null: however late.</param>
public sealed record DayWithin(int? From, int? To) : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) =>
        Day(answer, today) is { } day && !(day.DayNumber - today.DayNumber < From) && !(day.DayNumber - today.DayNumber > To);
}

/// <summary>The age today, from a birth date or an identity number, lies between the bounds.</summary>
/// <param name="AtLeast">Completed years; null: no lower bound.</param>
/// <param name="Below">Completed years, not included; null: no upper bound.</param>
public sealed record AgeWithin(int? AtLeast, int? Below) : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) =>
        Day(answer, today) is { } birth && Age.On(today, birth) is var age && !(age < AtLeast) && !(age >= Below);
}

/// <summary>The question was answered, other than by "I do not know".</summary>
public sealed record Answered : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) => answer.ValueKind != JsonValueKind.Null && !AnswerJson.IsUnknown(answer);
}

/// <summary>The answer is "I do not know".</summary>
public sealed record IsUnknown : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) => AnswerJson.IsUnknown(answer);
}

/// <summary>The question was asked and skipped.</summary>
public sealed record IsSkipped : AnswerTest
{
    /// <inheritdoc/>
    public override bool Passes(JsonElement answer, DateOnly today) => answer.ValueKind == JsonValueKind.Null;
}
