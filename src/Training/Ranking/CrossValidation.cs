using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Tool.Evaluation;

namespace LegalService.Training.Ranking;

/// <summary>What a ranking may look at in one row of the ablation table.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Themes">Themes of <see cref="RankingFeatures"/> beside the linear ranking's features.</param>
/// <param name="Found">Candidates found in one of these ways are there.</param>
internal sealed record Stage(string Name, IReadOnlyList<string> Themes, FoundBy Found)
{
    private const FoundBy WithoutLearning = FoundBy.Search | FoundBy.Votes | FoundBy.Named | FoundBy.Beside;

    public static readonly Stage Features = new("+ features, LambdaMART", ["match", "order", "structure", "support"], WithoutLearning);

    public static readonly Stage Votes = new("+ votes of remembered questions", [.. Features.Themes, "votes"], WithoutLearning | FoundBy.Memory);

    public static readonly Stage Encoder = new("+ encoder, without votes", [.. Features.Themes, "encoder"], WithoutLearning | FoundBy.Encoder);

    public static readonly Stage All = new("all", [.. RankingFeatures.Themes.Select(theme => theme.Name)], WithoutLearning | FoundBy.Encoder | FoundBy.Memory);

    /// <summary>Places of the features.</summary>
    public int[] Places()
    {
        var names = RankingFeatures.Themes.Where(theme => Themes.Contains(theme.Name, StringComparer.Ordinal))
            .SelectMany(theme => theme.Own.Select(feature => feature.Name).Concat(theme.Group.Select(feature => feature.Name)))
            .Concat(LinearRanker.FeatureNames).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, RankingFeatures.Names.Count).Where(place => names.Contains(RankingFeatures.Names[place]))];
    }

    /// <summary>True when the candidate is there.</summary>
    public bool Keeps(QuestionTable table, int place) => (table.Candidates[place].FoundBy & Found) != FoundBy.None;
}

/// <summary>The candidates of a question in an order, with the scores that gave it.</summary>
/// <param name="Table">The question.</param>
/// <param name="Places">Places of the candidates, best first.</param>
/// <param name="Scores">Their scores, in that order.</param>
internal sealed record Ordered(QuestionTable Table, int[] Places, double[] Scores)
{
    /// <summary>Puts the candidates of a question in order.</summary>
    public static Ordered By(QuestionTable table, Func<int, bool> keep, Func<int, double> score)
    {
        var places = Enumerable.Range(0, table.Candidates.Count).Where(keep).ToArray();
        var scores = Array.ConvertAll(places, place => -score(place));
        var order = Enumerable.Range(0, places.Length)
            .OrderByDescending(at => table.Candidates[places[at]].IsNamed).ThenBy(at => scores[at]).ThenBy(at => table.Candidates[places[at]].Entry.Ordinal).ToList();
        return new Ordered(table, [.. order.Select(at => places[at])], [.. order.Select(at => -scores[at])]);
    }

    /// <summary>Places of the right articles, from 1; null where one was not found.</summary>
    public IReadOnlyList<int?> Ranks(IEnumerable<ArticleKey> articles)
    {
        var keys = Places.Select(place => Table.Candidates[place].Entry.Key).Distinct().ToList();
        return [.. articles.Select(article => keys.IndexOf(article) is >= 0 and var at ? at + 1 : (int?)null)];
    }
}

/// <summary>Measures a ranking on questions it has not seen.</summary>
internal static class CrossValidation
{
    /// <summary>Ranks each fold by trees trained on the others.</summary>
    /// <param name="taught">What trees are trained on.</param>
    /// <param name="asked">What is ranked.</param>
    /// <param name="folds">How many folds.</param>
    /// <param name="stage">What the ranking may look at.</param>
    /// <param name="settings">How trees are trained.</param>
    public static List<Ordered> Run(
        IReadOnlyList<QuestionTable> taught, IReadOnlyList<QuestionTable> asked, int folds, Stage stage, TreeSettings settings) =>
        Order(asked, Trees(taught, folds, stage, settings), stage);

    /// <summary>For each fold, trees trained on the others.</summary>
    public static TreeEnsemble[] Trees(IReadOnlyList<QuestionTable> taught, int folds, Stage stage, TreeSettings settings)
    {
        // Each fold has one thread and the folds run beside each other: LightGBM's own threads wait for each other most of the time.
        var trees = new TreeEnsemble[folds];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, fold => trees[fold] =
            TreeTrainer.Train(taught.Where(table => table.Fold != fold), stage.Places(), stage.Keeps, settings with { Threads = 1 }));
        return trees;
    }

    /// <summary>Ranks each question by its fold's trees.</summary>
    public static List<Ordered> Order(IReadOnlyList<QuestionTable> asked, TreeEnsemble[] trees, Stage stage) =>
    [
        .. asked.OrderBy(table => table.Fold)
            .Select(table => Ordered.By(table, place => stage.Keeps(table, place), place => trees[table.Fold].Score(table.Rows[place]))),
    ];

    /// <summary>The figures over all questions.</summary>
    public static Metrics Measure(IEnumerable<Ordered> ordered, Func<Ordered, ArticleKey, bool>? counts = null) => new(
    [
        .. from order in ordered
           let articles = order.Table.Question.Articles.Where(article => counts?.Invoke(order, article) ?? true).ToList()
           where articles.Count > 0
           select new QuestionResult(order.Table.Question.Id, order.Ranks(articles), 0),
    ]);
}
