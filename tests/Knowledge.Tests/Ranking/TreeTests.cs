using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Tests.Ranking;

public sealed class TreeTests
{
    private static readonly DecisionTree Stairs = new([0, 1], [1f, 5f], [-1, -2], [1, -3], [10, 20, 30]);

    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(1.001f, 5, 20)]
    [InlineData(2, 5.5f, 30)]
    public void A_value_up_to_the_threshold_goes_to_the_low_child(float first, float second, double leaf) =>
        Assert.Equal(leaf, Stairs.Leaf([first, second]));

    [Fact]
    public void Trees_add_up_and_a_tree_without_splits_is_its_leaf()
    {
        var trees = new TreeEnsemble(["a", "b"], [Stairs, new DecisionTree([], [], [], [], [0.5])]);
        Assert.Equal(30.5, trees.Score([2f, 6f]));
    }

    [Fact]
    public void Trees_are_read_as_they_were_written()
    {
        var trees = new TreeEnsemble(["a", "b"], [Stairs, Stairs with { Leaves = [1, 2, 3] }]);
        using var stream = new MemoryStream();
        trees.Write(stream);
        stream.Position = 0;
        var read = TreeEnsemble.Read(stream);
        Assert.Equal(trees.FeatureNames, read.FeatureNames);
        Assert.Equal(trees.Score([2f, 4f]), read.Score([2f, 4f]));
    }

    [Fact]
    public void A_tree_that_asks_for_a_feature_that_there_is_not_is_refused() => Refused(Stairs with { Features = [0, 2] });

    [Fact]
    public void A_tree_that_leads_back_is_refused() => Refused(Stairs with { High = [0, -3] });

    [Fact]
    public void A_tree_that_leads_nowhere_is_refused() => Refused(Stairs with { Low = [-1, -9] });

    [Theory]
    [InlineData(-5, 0.2)]
    [InlineData(0, 0.2)]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.4)]
    [InlineData(9, 0.8)]
    public void Confidence_is_interpolated_and_stays_beyond_the_ends(double score, double expected) => Assert.Equal(
        expected,
        ConfidenceCurve.At([new() { Score = 0, Confidence = 0.2 }, new() { Score = 2, Confidence = 0.4 }, new() { Score = 4, Confidence = 0.8 }], score),
        1e-9);

    private static void Refused(DecisionTree tree) => Assert.Throws<InvalidDataException>(() => new TreeEnsemble(["a", "b"], [tree]));
}
