namespace LegalService.Knowledge.Ranking;

/// <summary>The features of the learned ranking, by theme. The linear ranking's come first.</summary>
internal static class RankingFeatures
{
    /// <summary>The themes, in the order of the features.</summary>
    public static readonly IReadOnlyList<FeatureTheme> Themes =
    [
        new("match", [new NoteCoverageFeature(), new AskCoverageFeature(), new HeadingsCoverageFeature(), new LegalCoverageFeature(), new TextRunFeature(), new NoteRunFeature(), new AskRunFeature(), new HeadingsRunFeature(), new QuestionMassFeature(), new QuestionLengthFeature(), new RunShareFeature()], []),
        new("order", [], [new LinearFeature(), new SearchRankFeature(), new TextRankFeature(), new NoteRankFeature(), new AskRankFeature(), new LinearRankFeature(), new TextShareFeature(), new NoteShareFeature(), new AskShareFeature(), new LinearShareFeature(), new BestLinearFeature()]),
        new("structure", [new TextLengthFeature(), new NoteLengthFeature(), new AskCountFeature(), new ArticleNumberFeature(), new LawKindFeature(), new YearFeature(), new DepthFeature(), new TitleLengthFeature()], [new LawSizeFeature(), new PositionFeature()]),
        new("support", [], [new ChapterShareFeature(), new ChapterCountFeature(), new LawCountFeature(), new BestInChapterFeature(), new BestInLawFeature(), new BeforeFeature(), new AfterFeature(), new NearbyFeature()]),
        new("encoder", [new EncodedFeature(), new EncodedNoteVoteFeature(), new EncodedFaqVoteFeature()], [new EncodedRankFeature(), new EncodedGapFeature(), new EncodedLawShareFeature(), new EncodedChapterShareFeature(), new EncodedBestInChapterFeature(), new EncodedBesideFeature()]),
        new("votes", [new MemoryNearestFeature(), new MemorySumFeature(), new MemoryCountFeature()], [new MemoryRankFeature(), new MemoryLawShareFeature(), new MemoryChapterShareFeature(), new MemoryBesideFeature(), new AskedFeature(), new LawAskedFeature()]),
    ];

    /// <summary>Names of all features, in their order.</summary>
    public static readonly IReadOnlyList<string> Names =
        [.. LinearRanker.FeatureNames, .. Themes.SelectMany(theme => theme.Own.Select(feature => feature.Name).Concat(theme.Group.Select(feature => feature.Name)))];

    /// <summary>The values of all features for each candidate of a group.</summary>
    public static float[][] Of(CandidateGroup group)
    {
        var rows = new float[group.Contexts.Count][];
        for (var place = 0; place < rows.Length; place++)
        {
            var row = rows[place] = new float[Names.Count];
            var next = 0;
            foreach (var value in group.Contexts[place].Candidate.Features)
                row[next++] = (float)value;
            foreach (var theme in Themes)
            {
                foreach (var feature in theme.Own)
                    row[next++] = (float)feature.Of(group.Contexts[place]);
                foreach (var feature in theme.Group)
                    row[next++] = (float)feature.Of(group, place);
            }
        }

        return rows;
    }
}

/// <summary>Features that belong together.</summary>
/// <param name="Name">What they look at.</param>
/// <param name="Own">Those that look at one candidate.</param>
/// <param name="Group">Those that compare it with the others.</param>
internal sealed record FeatureTheme(string Name, IReadOnlyList<IRankingFeature> Own, IReadOnlyList<IGroupFeature> Group);
