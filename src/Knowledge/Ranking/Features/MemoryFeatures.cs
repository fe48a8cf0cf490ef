namespace LegalService.Knowledge.Ranking;

/// <summary>Likeness to the nearest remembered question that it answers.</summary>
internal sealed class MemoryNearestFeature : IRankingFeature
{
    public string Name => "memoryNearest";

    public double Of(RankingContext context) => context.Candidate.Memory.Nearest;
}

/// <summary>Votes of the nearest remembered questions.</summary>
internal sealed class MemorySumFeature : IRankingFeature
{
    public string Name => "memorySum";

    public double Of(RankingContext context) => context.Candidate.Memory.Sum;
}

/// <summary>How many of the nearest remembered questions it answers.</summary>
internal sealed class MemoryCountFeature : IRankingFeature
{
    public string Name => "memoryCount";

    public double Of(RankingContext context) => context.Candidate.Memory.Count;
}

/// <summary>Place among the candidates by votes of remembered questions.</summary>
internal sealed class MemoryRankFeature : IGroupFeature
{
    public string Name => "memoryRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Memory, place);
}

/// <summary>Share of the remembered questions' votes that its law has.</summary>
internal sealed class MemoryLawShareFeature : IGroupFeature
{
    public string Name => "memoryLawShare";

    public double Of(CandidateGroup group, int place) => group.LawOfMemory.Share(group.Laws[place]);
}

/// <summary>Share of the remembered questions' votes that its chapter has.</summary>
internal sealed class MemoryChapterShareFeature : IGroupFeature
{
    public string Name => "memoryChapterShare";

    public double Of(CandidateGroup group, int place) => group.ChapterOfMemory.Share(group.Chapters[place]);
}

/// <summary>Votes for the neighbours.</summary>
internal sealed class MemoryBesideFeature : IGroupFeature
{
    public string Name => "memoryBeside";

    public double Of(CandidateGroup group, int place) => GroupMath.MemoryBeside(group, place);
}

/// <summary>How many remembered questions it answers, near or not.</summary>
internal sealed class AskedFeature : IGroupFeature
{
    public string Name => "asked";

    public double Of(CandidateGroup group, int place) => group.Learned?.TimesRemembered(group.Contexts[place].Entry.Key) ?? 0;
}

/// <summary>How many remembered questions its law answers, near or not.</summary>
internal sealed class LawAskedFeature : IGroupFeature
{
    public string Name => "lawAsked";

    public double Of(CandidateGroup group, int place) => group.Learned?.TimesRemembered(group.Laws[place]) ?? 0;
}
