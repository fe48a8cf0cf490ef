namespace LegalService.Knowledge.Ranking;

/// <summary>Score of the linear ranking.</summary>
internal sealed class LinearFeature : IGroupFeature
{
    public string Name => "linear";

    public double Of(CandidateGroup group, int place) => group.Value(Signal.Linear, place);
}

/// <summary>Place among the candidates by full-text search, from 1.</summary>
internal sealed class SearchRankFeature : IGroupFeature
{
    public string Name => "searchRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Search, place);
}

/// <summary>Place among the candidates by BM25 of the statute text, from 1.</summary>
internal sealed class TextRankFeature : IGroupFeature
{
    public string Name => "textRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Text, place);
}

/// <summary>Place among the candidates by BM25 of our note, from 1.</summary>
internal sealed class NoteRankFeature : IGroupFeature
{
    public string Name => "noteRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Note, place);
}

/// <summary>Place among the candidates by BM25 of the ways of asking, from 1.</summary>
internal sealed class AskRankFeature : IGroupFeature
{
    public string Name => "askRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Ask, place);
}

/// <summary>Place among the candidates by the linear ranking, from 1.</summary>
internal sealed class LinearRankFeature : IGroupFeature
{
    public string Name => "linearRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Linear, place);
}

/// <summary>BM25 of the statute text as a share of the best candidate's.</summary>
internal sealed class TextShareFeature : IGroupFeature
{
    public string Name => "textShare";

    public double Of(CandidateGroup group, int place) => GroupMath.Share(group.Value(Signal.Text, place), group.Best(Signal.Text));
}

/// <summary>BM25 of our note as a share of the best candidate's.</summary>
internal sealed class NoteShareFeature : IGroupFeature
{
    public string Name => "noteShare";

    public double Of(CandidateGroup group, int place) => GroupMath.Share(group.Value(Signal.Note, place), group.Best(Signal.Note));
}

/// <summary>BM25 of the ways of asking as a share of the best candidate's.</summary>
internal sealed class AskShareFeature : IGroupFeature
{
    public string Name => "askShare";

    public double Of(CandidateGroup group, int place) => GroupMath.Share(group.Value(Signal.Ask, place), group.Best(Signal.Ask));
}

/// <summary>The linear score as a share of the best candidate's.</summary>
internal sealed class LinearShareFeature : IGroupFeature
{
    public string Name => "linearShare";

    public double Of(CandidateGroup group, int place) => GroupMath.Share(group.Value(Signal.Linear, place), group.Best(Signal.Linear));
}

/// <summary>The best candidate's linear score: how well the question is matched at all.</summary>
internal sealed class BestLinearFeature : IGroupFeature
{
    public string Name => "bestLinear";

    public double Of(CandidateGroup group, int place) => group.Best(Signal.Linear);
}
