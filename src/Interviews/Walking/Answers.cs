using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Interviews.Walking;

/// <summary>
/// Everything that was typed: field id -> answer as the API carries it. Immutable. JSON null means asked and skipped; a field that is
/// absent was not asked yet. Answers that do not apply at the moment stay in it; <c>Interview.Sent</c> leaves them out.
/// </summary>
[JsonConverter(typeof(AnswersConverter))]
public sealed class Answers
{
    /// <summary>The reserved key under which a map carries <see cref="Former"/>.</summary>
    public const string FormerKey = "$former";

    private static readonly ImmutableSortedDictionary<string, JsonElement> Nothing =
        ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    private Answers(ImmutableSortedDictionary<string, JsonElement> values, ImmutableSortedDictionary<string, JsonElement> former)
    {
        Values = values;
        Former = former;
    }

    /// <summary>Nothing typed yet.</summary>
    public static Answers Empty { get; } = new(Nothing, Nothing);

    /// <summary>The answers, by field id.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Values { get; }

    /// <summary>Answers to questions that the definition no longer asks, kept in case it asks them again. Never sent.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Former { get; }

    /// <summary>Reads the map of a request. The elements may belong to a document that is disposed later.</summary>
    public static Answers From(IEnumerable<KeyValuePair<string, JsonElement>> map)
    {
        var answers = Empty;
        foreach (var (key, value) in map)
        {
            if (key != FormerKey)
                answers = answers.With(key, value);
            else if (value.ValueKind == JsonValueKind.Object)
                answers = new(answers.Values, value.EnumerateObject().Aggregate(Nothing, (former, item) => former.SetItem(item.Name, item.Value.Clone())));
        }
        return answers;
    }

    /// <summary>The map, with <see cref="Former"/> under its key when there is any.</summary>
    public IReadOnlyDictionary<string, JsonElement> ToMap() =>
        Former.IsEmpty ? Values : Values.SetItem(FormerKey, JsonSerializer.SerializeToElement(Former));

    /// <summary>The answer to a field, or null when it was not asked yet.</summary>
    public JsonElement? Get(string field) => Values.TryGetValue(field, out var value) ? value : null;

    /// <summary>With this answer in place of an earlier one.</summary>
    public Answers With(string field, JsonElement value) => new(Values.SetItem(field, value.Clone()), Former);

    /// <summary>Without an answer to this field: it will be asked again.</summary>
    public Answers Without(string field) => new(Values.Remove(field), Former);

    internal Answers WithFormer(string field, JsonElement value) => new(Values, Former.SetItem(field, value));

    internal Answers WithoutFormer(string field) => new(Values, Former.Remove(field));
}

/// <summary>Answers are written as one plain object.</summary>
internal sealed class AnswersConverter : JsonConverter<Answers>
{
    public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("Answers are an object.");
        return Answers.From(document.RootElement.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, item.Value)));
    }

    public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToMap(), options);
}
