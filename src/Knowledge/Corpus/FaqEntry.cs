using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Corpus;

/// <summary>A question citizens ask, with its answer.</summary>
public sealed record FaqEntry
{
    /// <summary>Stable id, lower-case ASCII.</summary>
    public required string Id { get; init; }

    /// <summary>The topic of its file.</summary>
    public required string Topic { get; init; }

    /// <summary>The question as most people ask it.</summary>
    public required string Question { get; init; }

    /// <summary>Other ways to ask it.</summary>
    public IReadOnlyList<string> OtherWays { get; init; } = [];

    /// <summary>The answer in plain words.</summary>
    public required string Answer { get; init; }

    /// <summary>What to do, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Papers to bring.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Time limits.</summary>
    public IReadOnlyList<string> TimeLimits { get; init; } = [];

    /// <summary>Where to go.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What it costs.</summary>
    public IReadOnlyList<string> Costs { get; init; } = [];

    /// <summary>The articles the answer rests on, most important first.</summary>
    public IReadOnlyList<ArticleKey> Citations { get; init; } = [];

    /// <summary>Service ids and hotline numbers that help.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>
    /// By law, the day on which the version was passed that the entry was checked against. Where a law is missing, it is the version its notes were written for.
    /// </summary>
    public IReadOnlyDictionary<string, DateOnly> Passed { get; init; } = new Dictionary<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>The file, relative to the corpus folder.</summary>
    public required string File { get; init; }

    /// <summary>Line of its heading, from 1.</summary>
    public int Line { get; init; }
}

/// <summary>One file of <c>corpus/faq</c>.</summary>
/// <param name="Entries">Its entries, in order.</param>
/// <param name="Withdrawn">Ids of entries of earlier folders that are no longer to be given.</param>
internal sealed record FaqFile(IReadOnlyList<FaqEntry> Entries, IReadOnlyList<string> Withdrawn);
