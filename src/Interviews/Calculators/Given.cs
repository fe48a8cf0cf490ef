using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Calculators;

/// <summary>The answers a formula works with. Everything is null that was not asked, skipped, or answered by "I do not know".</summary>
/// <param name="Sent">What applies and is valid.</param>
/// <param name="Today">The day in Beijing.</param>
internal sealed record Given(Answers Sent, DateOnly Today)
{
    /// <summary>A sum in yuan, or a number of the field's unit.</summary>
    public decimal? Number(string field) => Known(field) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    /// <summary>The same; 0 when it is not there.</summary>
    public decimal Amount(string field) => Number(field) ?? 0;

    /// <summary>A whole number; 0 when it is not there.</summary>
    public int Count(string field) => (int)Amount(field);

    /// <summary>A day.</summary>
    public DateOnly? Day(string field) =>
        Known(field) is { } value && DateOnly.TryParseExact(AnswerJson.Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The chosen option.</summary>
    public string? Choice(string field) => Known(field) is { } value ? AnswerJson.Text(value) : null;

    /// <summary>Whether it was answered by yes.</summary>
    public bool Yes(string field) => Known(field) is { ValueKind: JsonValueKind.True };

    private JsonElement? Known(string field) => Sent.Get(field) is { } value && value.ValueKind != JsonValueKind.Null && !AnswerJson.IsUnknown(value) ? value : null;
}
