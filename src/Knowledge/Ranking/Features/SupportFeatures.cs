namespace LegalService.Knowledge.Ranking;

/// <summary>Share of the best candidates, by the linear ranking, that stand in the same chapter.</summary>
internal sealed class ChapterShareFeature : IGroupFeature
{
    public string Name => "chapterShare";

    public double Of(CandidateGroup group, int place) => group.ChapterOfLinear.Share(group.Chapters[place]);
}

/// <summary>How many of the best candidates stand in the same chapter.</summary>
internal sealed class ChapterCountFeature : IGroupFeature
{
    public string Name => "chapterCount";

    public double Of(CandidateGroup group, int place) => group.ChapterOfLinear.Count(group.Chapters[place]);
}

/// <summary>How many of the best candidates stand in the same law.</summary>
internal sealed class LawCountFeature : IGroupFeature
{
    public string Name => "lawCount";

    public double Of(CandidateGroup group, int place) => group.LawOfLinear.Count(group.Laws[place]);
}

/// <summary>Linear score of the best other candidate of the chapter.</summary>
internal sealed class BestInChapterFeature : IGroupFeature
{
    public string Name => "bestInChapter";

    public double Of(CandidateGroup group, int place) => group.ChapterOfLinear.BestOther(group.Chapters[place], group.Value(Signal.Linear, place));
}

/// <summary>Linear score of the best other candidate of the law.</summary>
internal sealed class BestInLawFeature : IGroupFeature
{
    public string Name => "bestInLaw";

    public double Of(CandidateGroup group, int place) => group.LawOfLinear.BestOther(group.Laws[place], group.Value(Signal.Linear, place));
}

/// <summary>Linear score of the article before it.</summary>
internal sealed class BeforeFeature : IGroupFeature
{
    public string Name => "before";

    public double Of(CandidateGroup group, int place) => GroupMath.LinearBeside(group, place, -1);
}

/// <summary>Linear score of the article after it.</summary>
internal sealed class AfterFeature : IGroupFeature
{
    public string Name => "after";

    public double Of(CandidateGroup group, int place) => GroupMath.LinearBeside(group, place, 1);
}

/// <summary>Best linear score of the articles two and three places away.</summary>
internal sealed class NearbyFeature : IGroupFeature
{
    public string Name => "nearby";

    public double Of(CandidateGroup group, int place) =>
        Math.Max(Math.Max(GroupMath.LinearBeside(group, place, -2), GroupMath.LinearBeside(group, place, 2)), Math.Max(GroupMath.LinearBeside(group, place, -3), GroupMath.LinearBeside(group, place, 3)));
}
