using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;

namespace LegalService.Knowledge.Checking;

/// <summary>Everything that <c>check</c> has to say.</summary>
/// <param name="Laws">Laws with notes.</param>
/// <param name="Notes">Notes on articles.</param>
/// <param name="Faq">FAQ entries.</param>
/// <param name="Lexicon">Lay words.</param>
/// <param name="Problems">Errors and warnings.</param>
/// <param name="Reading">How hard the plain words are to read.</param>
/// <param name="Stale">Notes whose article has changed or fallen.</param>
public sealed record CheckReport(
    int Laws, int Notes, int Faq, int Lexicon, IReadOnlyList<CorpusProblem> Problems, ReadingLevel Reading, IReadOnlyList<StaleNote> Stale)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ArticleNumberConverter() },
    };

    /// <summary>Problems that must be put right.</summary>
    [JsonIgnore]
    public int Errors => Problems.Count(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Runs every rule.</summary>
    /// <param name="shipped">The corpus to check.</param>
    /// <param name="fullText">A corpus with the full text.</param>
    /// <param name="today">A law that ended before this day is repealed.</param>
    public static CheckReport Of(LegalCorpus shipped, LegalCorpus fullText, DateOnly today) => new(
        shipped.Notes.Select(file => file.Law).Distinct(StringComparer.Ordinal).Count(),
        shipped.Notes.Sum(file => file.Notes.Count),
        shipped.Faq.Count,
        shipped.Lexicon.Count,
        new CorpusChecker(shipped, fullText).Check(),
        ReadingLevel.Of(shipped),
        StaleArticles.Find(shipped, fullText, today));

    /// <summary>The report as JSON: camelCase, article numbers as the law writes them, Chinese as it is.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
