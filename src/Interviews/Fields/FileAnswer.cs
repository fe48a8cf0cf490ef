using System.Text.Json;

namespace LegalService.Interviews.Fields;

/// <summary>A file that was uploaded.</summary>
/// <param name="Id">Under which it is stored.</param>
/// <param name="Name">Its name on the citizen's device.</param>
/// <param name="Size">In bytes.</param>
public sealed record FileAnswer(string Id, string Name, long Size)
{
    /// <summary>The extension in lower case, without the dot; empty when there is none.</summary>
    public string Extension => Path.GetExtension(Name).TrimStart('.').ToLowerInvariant();

    /// <summary>The file as the API carries it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(new { id = Id, name = Name, size = Size });

    /// <summary>Reads a file as the API carries it.</summary>
    /// <returns>Null when it is no object of exactly an id (letters, digits, hyphen, underscore; at most 64), a name and a size.</returns>
    public static FileAnswer? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || answer.EnumerateObject().Count() != 3
            || !answer.TryGetProperty("id", out var id) || !answer.TryGetProperty("name", out var name) || !answer.TryGetProperty("size", out var size))
            return null;
        if (AnswerJson.Text(id) is not { Length: > 0 and <= 64 } key || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return null;
        return AnswerJson.Text(name) is { } text && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes)
            ? new(key, text, bytes)
            : null;
    }
}
