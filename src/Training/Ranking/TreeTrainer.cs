using LegalService.Knowledge.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace LegalService.Training.Ranking;

/// <summary>How the trees are trained.</summary>
internal sealed record TreeSettings
{
    /// <summary>True for LightGBM, false for FastTree.</summary>
    public bool LightGbm { get; init; } = true;

    public int Trees { get; init; } = 220;

    public int Leaves { get; init; } = 15;

    public double Rate { get; init; } = 0.05;

    public int LeastInLeaf { get; init; } = 30;

    public double FeatureShare { get; init; } = 0.4;

    public double RowShare { get; init; } = 0.8;

    public int Seed { get; init; } = 20260101;

    public int Threads { get; init; } = 2;
}

/// <summary>Trains LambdaMART with ML.NET and takes the trees out of it.</summary>
internal static class TreeTrainer
{
    private const int FarOneIn = 4;
    private const int NearRank = 80;

    private static readonly int LinearRank = RankingFeatures.Names.ToList().IndexOf("linearRank");
    private static readonly int EncodedRank = RankingFeatures.Names.ToList().IndexOf("encodedRank");

    /// <summary>Trains on the candidates of questions.</summary>
    /// <param name="tables">The questions. One without a right candidate teaches nothing and is left out.</param>
    /// <param name="features">Places of the features that may be used.</param>
    /// <param name="keep">Which candidates are there at all.</param>
    /// <param name="settings">How.</param>
    public static TreeEnsemble Train(IEnumerable<QuestionTable> tables, int[] features, Func<QuestionTable, int, bool> keep, TreeSettings settings)
    {
        var rows = Rows(tables, features, keep);
        var context = new MLContext(settings.Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Length);
        var data = context.Data.LoadFromEnumerable(rows, schema);
        var (model, trees) = settings.LightGbm ? TrainLightGbm(context, data, settings) : TrainFastTree(context, data, settings);
        var ensemble = TreeExport.Of(trees, features);
        Verify(context, model.Transform(data), rows, features, ensemble);
        return ensemble;
    }

    private static List<Row> Rows(IEnumerable<QuestionTable> tables, int[] features, Func<QuestionTable, int, bool> keep)
    {
        var rows = new List<Row>();
        uint group = 0;
        foreach (var table in tables)
        {
            var places = Enumerable.Range(0, table.Candidates.Count).Where(place => keep(table, place)).ToList();
            if (!places.Exists(table.IsRight))
                continue;
            group++;
            foreach (var place in places.Where(place => Teaches(table, place)))
            {
                var row = table.Rows[place];
                rows.Add(new Row { Label = table.IsRight(place) ? 1 : 0, GroupId = group, Features = Array.ConvertAll(features, feature => row[feature]) });
            }
        }

        return rows;
    }

    /// <summary>Of the many candidates that are wrong at first sight a few are enough.</summary>
    private static bool Teaches(QuestionTable table, int place) =>
        table.IsRight(place) || place % FarOneIn == 0 || table.Rows[place][LinearRank] <= NearRank || table.Rows[place][EncodedRank] <= NearRank
        || table.Candidates[place].Memory.Count > 0;

    private static (ITransformer Model, RegressionTreeEnsemble Trees) TrainLightGbm(MLContext context, IDataView data, TreeSettings settings)
    {
        var model = context.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            RowGroupColumnName = nameof(Row.GroupId),
            NumberOfIterations = settings.Trees,
            NumberOfLeaves = settings.Leaves,
            LearningRate = settings.Rate,
            MinimumExampleCountPerLeaf = settings.LeastInLeaf,
            NumberOfThreads = settings.Threads,
            Seed = settings.Seed,
            Deterministic = true,
            ForceRowWise = true,
            UseCategoricalSplit = false,
            HandleMissingValue = false,
            Booster = new GradientBooster.Options
            {
                FeatureFraction = settings.FeatureShare,
                SubsampleFraction = settings.RowShare,
                SubsampleFrequency = 1,
                L2Regularization = 1,
            },
        }).Fit(data);
        return (model, model.Model.TrainedTreeEnsemble);
    }

    private static (ITransformer Model, RegressionTreeEnsemble Trees) TrainFastTree(MLContext context, IDataView data, TreeSettings settings)
    {
        var model = context.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            RowGroupColumnName = nameof(Row.GroupId),
            NumberOfTrees = settings.Trees,
            NumberOfLeaves = settings.Leaves,
            LearningRate = settings.Rate,
            MinimumExampleCountPerLeaf = settings.LeastInLeaf,
            FeatureFraction = settings.FeatureShare,
            NumberOfThreads = settings.Threads,
            Seed = settings.Seed,
            FeatureSelectionSeed = settings.Seed,
        }).Fit(data);
        return (model, model.Model.TrainedTreeEnsemble);
    }

    /// <exception cref="InvalidOperationException">The trees as the product walks them give another score than ML.NET.</exception>
    private static void Verify(MLContext context, IDataView scored, List<Row> rows, int[] features, TreeEnsemble trees)
    {
        var values = new float[RankingFeatures.Names.Count];
        var place = 0;
        foreach (var scoreRow in context.Data.CreateEnumerable<Scored>(scored, reuseRowObject: true))
        {
            for (var feature = 0; feature < features.Length; feature++)
                values[features[feature]] = rows[place].Features[feature];
            var own = trees.Score(values);
            if (Math.Abs(own - scoreRow.Score) > 1e-4 * Math.Max(1, Math.Abs(own)))
                throw new InvalidOperationException($"Row {place}: ML.NET says {scoreRow.Score}, our trees say {own}.");
            place++;
        }
    }

    private sealed class Row
    {
        public float Label { get; set; }

        [KeyType(100_000)]
        public uint GroupId { get; set; }

        public float[] Features { get; set; } = [];
    }

    private sealed class Scored
    {
        public float Score { get; set; }
    }
}

/// <summary>Takes the trees out of a model of ML.NET.</summary>
internal static class TreeExport
{
    /// <summary>The same trees over all features of the ranking.</summary>
    /// <param name="ensemble">The trees as ML.NET has them.</param>
    /// <param name="features">Place among all features of each feature the model knows.</param>
    public static TreeEnsemble Of(RegressionTreeEnsemble ensemble, int[] features)
    {
        var trees = ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => Tree(tree, weight, features)).ToList();
        if (ensemble.Bias != 0)
            trees.Add(new DecisionTree([], [], [], [], [ensemble.Bias]));
        return new TreeEnsemble(RankingFeatures.Names, [.. trees]);
    }

    private static DecisionTree Tree(RegressionTree tree, double weight, int[] features) => new(
        [.. tree.NumericalSplitFeatureIndexes.Select(feature => (short)features[feature])],
        [.. tree.NumericalSplitThresholds],
        [.. tree.LeftChild.Select(child => (short)child)],
        [.. tree.RightChild.Select(child => (short)child)],
        [.. tree.LeafValues.Select(leaf => leaf * weight)]);
}
