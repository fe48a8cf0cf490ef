using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Corpus;

/// <summary>Everything that was read from one or more corpus folders, as one.</summary>
public sealed record LegalCorpus
{
    /// <summary>Full text, from folders written by <c>import</c>.</summary>
    public IReadOnlyList<Statute> Statutes { get; init; } = [];

    /// <summary>Plain-language notes.</summary>
    public IReadOnlyList<StatuteNotes> Notes { get; init; } = [];

    /// <summary>Questions and answers.</summary>
    public IReadOnlyList<FaqEntry> Faq { get; init; } = [];

    /// <summary>Lay words.</summary>
    public IReadOnlyList<LexiconEntry> Lexicon { get; init; } = [];

    /// <summary>What the bot says; null when no folder has <c>answers/</c>, then only searching works.</summary>
    public AnswerTexts? Answers { get; init; }

    /// <summary>What a language model is told; null when no folder has <c>prompts/</c>, then none is asked.</summary>
    public ModelPrompts? Prompts { get; init; }

    /// <summary>Weights of the ranking.</summary>
    public RankingWeights Ranking { get; init; } = new();

    /// <summary>What was learned for the ranking.</summary>
    public RankingArtefacts Artefacts { get; init; } = RankingArtefacts.None;

    /// <summary>Mistakes found. What they stand in is left out.</summary>
    public IReadOnlyList<CorpusProblem> Problems { get; init; } = [];
}
