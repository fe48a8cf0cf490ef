namespace LegalService.Knowledge.Ranking;

/// <summary>Likeness to the article by the encoder.</summary>
internal sealed class EncodedFeature : IRankingFeature
{
    public string Name => "encoded";

    public double Of(RankingContext context) => context.Candidate.Encoded;
}

/// <summary>Likeness by the encoder to the nearest way of asking under the note.</summary>
internal sealed class EncodedNoteVoteFeature : IRankingFeature
{
    public string Name => "encodedNoteVote";

    public double Of(RankingContext context) => context.Candidate.EncodedNoteVote;
}

/// <summary>Likeness by the encoder to the nearest FAQ question that cites it.</summary>
internal sealed class EncodedFaqVoteFeature : IRankingFeature
{
    public string Name => "encodedFaqVote";

    public double Of(RankingContext context) => context.Candidate.EncodedFaqVote;
}

/// <summary>Place among the candidates by the encoder, from 1.</summary>
internal sealed class EncodedRankFeature : IGroupFeature
{
    public string Name => "encodedRank";

    public double Of(CandidateGroup group, int place) => group.Rank(Signal.Encoded, place);
}

/// <summary>How far the encoder puts it behind the best candidate.</summary>
internal sealed class EncodedGapFeature : IGroupFeature
{
    public string Name => "encodedGap";

    public double Of(CandidateGroup group, int place) => group.Best(Signal.Encoded) - group.Value(Signal.Encoded, place);
}

/// <summary>Share of the encoder's best candidates that stand in the same law.</summary>
internal sealed class EncodedLawShareFeature : IGroupFeature
{
    public string Name => "encodedLawShare";

    public double Of(CandidateGroup group, int place) => group.LawOfEncoded.Share(group.Laws[place]);
}

/// <summary>Share of the encoder's best candidates that stand in the same chapter.</summary>
internal sealed class EncodedChapterShareFeature : IGroupFeature
{
    public string Name => "encodedChapterShare";

    public double Of(CandidateGroup group, int place) => group.ChapterOfEncoded.Share(group.Chapters[place]);
}

/// <summary>Likeness by the encoder of the best other candidate of the chapter.</summary>
internal sealed class EncodedBestInChapterFeature : IGroupFeature
{
    public string Name => "encodedBestInChapter";

    public double Of(CandidateGroup group, int place) => group.ChapterOfEncoded.BestOther(group.Chapters[place], group.Value(Signal.Encoded, place));
}

/// <summary>Likeness by the encoder of the nearer of the two neighbours.</summary>
internal sealed class EncodedBesideFeature : IGroupFeature
{
    public string Name => "encodedBeside";

    public double Of(CandidateGroup group, int place) => Math.Max(group.EncodedBeside(place, -1), group.EncodedBeside(place, 1));
}
