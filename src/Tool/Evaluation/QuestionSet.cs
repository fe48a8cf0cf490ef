using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using LegalService.Tool.Commands;

namespace LegalService.Tool.Evaluation;

/// <summary>A real question with the articles that lawyers matched to it.</summary>
/// <param name="Id">As the file has it, a number or a text.</param>
/// <param name="Question">The question; empty when the file has none.</param>
/// <param name="Articles">The matched articles; may be empty when only answers are wanted.</param>
internal sealed record LabelledQuestion(JsonElement Id, string Question, IReadOnlyList<ArticleKey> Articles)
{
    /// <summary>Keywords that the file gives, each once.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <summary>Reads question files.</summary>
internal static partial class QuestionSet
{
    /// <summary>Reads a file with one JSON object a line; empty lines are passed over.</summary>
    /// <exception cref="CommandException">A line is not such an object; names the line.</exception>
    public static IReadOnlyList<LabelledQuestion> Read(FileInfo file) =>
        [.. File.ReadLines(file.FullName).Select((line, number) => (line, number: number + 1)).Where(l => l.line.Trim().Length > 0).Select(l => Parse(l.line, l.number))];

    private static LabelledQuestion Parse(string line, int number)
    {
        try
        {
            var row = JsonSerializer.Deserialize(NotANumber().Replace(line, "\":null"), QuestionJson.Default.Row) ?? throw new JsonException("null");
            if (row.Id.ValueKind == JsonValueKind.Undefined)
                throw new JsonException("没有 id");
            var keys = row.Articles?.Select(article => article is { Law.Length: > 0 } && ArticleNumber.TryParse(article.Article, out var parsed)
                ? new ArticleKey(LawTitle.Shorten(article.Law), parsed)
                : throw new JsonException($"“{article?.Law}{article?.Article}”不是法律名和条号"));
            return new LabelledQuestion(row.Id, row.Question ?? "", [.. keys ?? []]) { Topics = TopicsOf(row.Keywords) };
        }
        catch (JsonException exception)
        {
            throw new CommandException($"问题文件第 {number} 行读不懂：{exception.Message}");
        }
    }

    private static IReadOnlyList<string> TopicsOf(JsonElement keywords) => keywords.ValueKind == JsonValueKind.String
        ? [.. Separators().Split(keywords.GetString()!).Where(topic => topic.Length > 0).Distinct(StringComparer.Ordinal)]
        : [];

    [GeneratedRegex(@"[，、；,;\s]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();

    /// <summary>Files written by Python have NaN where a value is missing, which JSON does not know.</summary>
    [GeneratedRegex(@""":\s*NaN(?=\s*[,}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotANumber();

    internal sealed record Row(JsonElement Id, string? Question, Gold?[]? Articles, JsonElement Keywords);

    internal sealed record Gold(string? Law, string? Article);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(QuestionSet.Row))]
internal sealed partial class QuestionJson : JsonSerializerContext;
