using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.FollowUps;

/// <summary>A message that leans on what was said before, made a question that stands on its own.</summary>
/// <param name="Message">As it was said, such as 那要多久.</param>
/// <param name="Topic">The question it leans on.</param>
public sealed record FollowUp(string Message, string Topic)
{
    /// <summary>The complete question in one sentence, as a language model put it; null joins the two as they are.</summary>
    public string? Rewritten { get; init; }

    /// <summary>The complete question.</summary>
    public string Question => Rewritten ?? $"{Topic.TrimEnd('?', '？', '。', '！', '!')}，{Message}";

    /// <summary>What is searched: what was said counts for more than what it leans on.</summary>
    internal string Searched => $"{Question}，{Message}";

    /// <summary>The side of the matter that is asked for; null when that is none of <see cref="FollowUpAspect"/>.</summary>
    public FollowUpAspect? Aspect { get; init; }

    /// <summary>Id of the FAQ entry with which the topic was answered, which is not told again; null when there was none.</summary>
    public string? Told { get; init; }

    /// <summary>The articles that the topic was answered with, as they are written (《法律》第几条): others are said before them.</summary>
    public IReadOnlyList<string> ToldArticles { get; init; } = [];

    /// <summary>Whether an article was told already.</summary>
    internal bool HasTold(ArticleKey article) => ToldArticles.Contains(article.ToString(), StringComparer.Ordinal);
}

/// <summary>Sides of a matter that an FAQ entry has sections for.</summary>
public enum FollowUpAspect
{
    /// <summary>How long, until when.</summary>
    TimeLimits,

    /// <summary>What it costs.</summary>
    Costs,

    /// <summary>Where to go.</summary>
    Places,

    /// <summary>What to bring.</summary>
    Papers,

    /// <summary>What to do, in order.</summary>
    Steps,
}

/// <summary>What an FAQ entry says about a side of its matter.</summary>
internal static class FollowUpSections
{
    /// <summary>The entry's articles, the one first whose note has most in common with what is said.</summary>
    public static IEnumerable<ArticleKey> Supporting(IEnumerable<ArticleEntry> cited, string said)
    {
        var pairs = Pairs(said);
        return cited.OrderByDescending(entry => Pairs(entry.Note is { } note ? note.Caption + note.Gist : entry.Text ?? "").Count(pairs.Contains)).Select(entry => entry.Key);
    }

    private static HashSet<string> Pairs(string text)
    {
        var bare = Normalizer.WithoutPunctuation(Normalizer.Normalize(text));
        return [.. Enumerable.Range(0, Math.Max(0, bare.Length - 1)).Select(place => bare.Substring(place, 2))];
    }

    public static (string Label, IReadOnlyList<string> Lines) Of(FaqEntry entry, FollowUpAspect aspect) => aspect switch
    {
        FollowUpAspect.TimeLimits => ("时间：", entry.TimeLimits),
        FollowUpAspect.Costs => ("费用：", entry.Costs),
        FollowUpAspect.Places => ("去哪里：", entry.Places),
        FollowUpAspect.Papers => ("要带：", entry.Papers),
        _ => ("怎么做：", entry.Steps),
    };
}
