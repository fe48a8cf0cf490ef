using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;

namespace LegalService.Knowledge.Checking;

/// <summary>Everything that <c>check</c> has to say.</summary>
/// <param name="Laws">Laws with notes, the one with the most first.</param>
/// <param name="Notes">Notes on articles.</param>
/// <param name="Faq">FAQ entries.</param>
/// <param name="Lexicon">Lay words.</param>
/// <param name="Problems">Errors and warnings.</param>
/// <param name="Reading">How hard the plain words are to read.</param>
/// <param name="Stale">Notes whose article has changed or fallen.</param>
public sealed record CheckReport(
    IReadOnlyList<LawCount> Laws, int Notes, int Faq, int Lexicon, IReadOnlyList<CorpusProblem> Problems, ReadingLevel Reading, IReadOnlyList<StaleNote> Stale)
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
        [
            .. shipped.Notes.GroupBy(file => file.Law, StringComparer.Ordinal)
                .Select(law => new LawCount(law.Key, law.Sum(file => file.Notes.Count), law.Max(file => file.ArticleCount)))
                .OrderByDescending(law => law.Notes).ThenBy(law => law.Law, StringComparer.Ordinal),
        ],
        shipped.Notes.Sum(file => file.Notes.Count),
        shipped.Faq.Count,
        shipped.Lexicon.Count,
        new CorpusChecker(shipped, fullText).Check(),
        ReadingLevel.Of(shipped),
        StaleArticles.Find(shipped, fullText, today));

    /// <summary>The report as JSON: camelCase, article numbers as the law writes them, Chinese as it is.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>How much of a law has notes.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Notes">Articles with a note.</param>
/// <param name="Articles">Numbered articles of the law, 之一 not counted; null when the notes do not say.</param>
public sealed record LawCount(string Law, int Notes, int? Articles);
