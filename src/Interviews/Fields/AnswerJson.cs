using System.Text.Json;

namespace LegalService.Interviews.Fields;

/// <summary>Reading and making answers as the API carries them.</summary>
public static class AnswerJson
{
    /// <summary>"I do not know": <c>{"unknown": true}</c>.</summary>
    public static JsonElement Unknown { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, bool>(StringComparer.Ordinal) { ["unknown"] = true });

    /// <summary>Skipped: <c>null</c>.</summary>
    public static JsonElement Skipped { get; } = JsonSerializer.SerializeToElement<object?>(null);

    /// <summary>An answer of text.</summary>
    public static JsonElement Of(string text) => JsonSerializer.SerializeToElement(text);

    /// <summary>Yes or no.</summary>
    public static JsonElement Of(bool yes) => JsonSerializer.SerializeToElement(yes);

    /// <summary>A sum in yuan, or a number of a unit.</summary>
    public static JsonElement Of(decimal number) => JsonSerializer.SerializeToElement(number);

    /// <summary>A day, as yyyy-MM-dd.</summary>
    public static JsonElement Of(DateOnly day) => JsonSerializer.SerializeToElement(day);

    /// <summary>Several options.</summary>
    public static JsonElement Of(IEnumerable<string> values) => JsonSerializer.SerializeToElement(values);

    /// <summary>Whether the answer is "I do not know".</summary>
    public static bool IsUnknown(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("unknown", out var unknown) && unknown.ValueKind == JsonValueKind.True;

    /// <summary>The text of an answer; null when it is none, or not well-formed Unicode.</summary>
    public static string? Text(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return answer.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone half of a surrogate pair, written as an escape: legal JSON, no legal text.
            return null;
        }
    }
}
