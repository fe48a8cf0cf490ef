namespace LegalService.Knowledge.Ranking;

/// <summary>Length of the statute text in characters.</summary>
internal sealed class TextLengthFeature : IRankingFeature
{
    public string Name => "textLength";

    public double Of(RankingContext context) => context.Entry.Text?.Length ?? 0;
}

/// <summary>Length of our note in characters.</summary>
internal sealed class NoteLengthFeature : IRankingFeature
{
    public string Name => "noteLength";

    public double Of(RankingContext context) => context.Entry.Note?.Gist.Length ?? 0;
}

/// <summary>How many ways of asking stand under the note.</summary>
internal sealed class AskCountFeature : IRankingFeature
{
    public string Name => "askCount";

    public double Of(RankingContext context) => context.Entry.Note?.Questions.Count ?? 0;
}

/// <summary>Number of the article.</summary>
internal sealed class ArticleNumberFeature : IRankingFeature
{
    public string Name => "articleNumber";

    public double Of(RankingContext context) => context.Entry.Key.Number.Number;
}

/// <summary>What kind of rule it is: 5 a code, 4 a law, 3 a judicial interpretation, 2 a regulation, 1 rules for carrying one out, 0 anything else.</summary>
internal sealed class LawKindFeature : IRankingFeature
{
    public string Name => "lawKind";

    public double Of(RankingContext context) => LawKinds.Of(context.Entry.Key.Law);
}

/// <summary>Year in which this version begins.</summary>
internal sealed class YearFeature : IRankingFeature
{
    public string Name => "year";

    public double Of(RankingContext context) => context.Entry.Start.Year;
}

/// <summary>How many headings stand above the article.</summary>
internal sealed class DepthFeature : IRankingFeature
{
    public string Name => "depth";

    public double Of(RankingContext context) => context.Entry.Headings.Count;
}

/// <summary>Length of the law's short title.</summary>
internal sealed class TitleLengthFeature : IRankingFeature
{
    public string Name => "titleLength";

    public double Of(RankingContext context) => context.Entry.Key.Law.Length;
}

/// <summary>How many articles the law has.</summary>
internal sealed class LawSizeFeature : IGroupFeature
{
    public string Name => "lawSize";

    public double Of(CandidateGroup group, int place) => group.Index.Articles.Law(group.Laws[place])?.ArticleCount ?? 0;
}

/// <summary>Where in its law the article stands: 0 at the beginning, 1 at the end.</summary>
internal sealed class PositionFeature : IGroupFeature
{
    public string Name => "position";

    public double Of(CandidateGroup group, int place) =>
        GroupMath.Share(group.Contexts[place].Entry.Key.Number.Number, group.Index.Articles.Law(group.Laws[place])?.ArticleCount ?? 0);
}
