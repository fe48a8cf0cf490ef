using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>What stands in fulltext.json.</summary>
/// <param name="Format">Version of the format; a reader refuses any other.</param>
/// <param name="Folder">The folder below laws/ that holds the files. Exchanging this name exchanges the whole corpus.</param>
/// <param name="Laws">How many laws.</param>
/// <param name="Versions">How many versions of all laws.</param>
/// <param name="Articles">How many articles of all versions.</param>
/// <param name="ContentHash">SHA-256 over names and bytes of all files, in hexadecimal.</param>
internal sealed record FullTextManifest(int Format, string Folder, int Laws, int Versions, int Articles, string ContentHash);

/// <summary>第四十七条, in JSON as everywhere else.</summary>
internal sealed class ArticleNumberConverter : JsonConverter<ArticleNumber>
{
    public override ArticleNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && ArticleNumber.TryParse(text, out var number)
            ? number
            : throw new JsonException("Not the number of an article.");

    public override void Write(Utf8JsonWriter writer, ArticleNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    IndentSize = 1,
    NewLine = "\n",
    Converters = [typeof(ArticleNumberConverter)])]
[JsonSerializable(typeof(Statute))]
[JsonSerializable(typeof(FullTextManifest))]
internal sealed partial class FullTextJson : JsonSerializerContext;

/// <summary>The serializer of the corpus: Chinese stands as it is, not as \u escapes.</summary>
internal static class FullTextSerializer
{
    public static FullTextJson Json { get; } =
        new(new JsonSerializerOptions(FullTextJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
