using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Ranking;

/// <summary>Decision trees whose leaves add up to a score. Immutable and safe for many threads.</summary>
internal sealed class TreeEnsemble
{
    private readonly DecisionTree[] _trees;

    /// <summary>Puts trees together.</summary>
    /// <param name="featureNames">What the trees ask about, in the order of the values.</param>
    /// <param name="trees">The trees.</param>
    public TreeEnsemble(IReadOnlyList<string> featureNames, DecisionTree[] trees)
    {
        foreach (var tree in trees)
            tree.Validate(featureNames.Count);
        (FeatureNames, _trees) = (featureNames, trees);
    }

    /// <summary>Names of the features, in the order of the values.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How many trees there are.</summary>
    public int Count => _trees.Length;

    /// <summary>The score of one candidate.</summary>
    public double Score(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var tree in _trees)
            sum += tree.Leaf(values);
        return sum;
    }

    /// <summary>Writes names and trees.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        BinaryParts.WriteHead(writer, BinaryParts.Trees, FeatureNames.Count, _trees.Length);
        foreach (var name in FeatureNames)
            writer.Write(name);
        foreach (var tree in _trees)
        {
            writer.Write(tree.Features.Length);
            BinaryParts.Write<short>(writer, tree.Features);
            BinaryParts.Write<float>(writer, tree.Thresholds);
            BinaryParts.Write<short>(writer, tree.Low);
            BinaryParts.Write<short>(writer, tree.High);
            BinaryParts.Write<double>(writer, tree.Leaves);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, or a tree leads nowhere.</exception>
    public static TreeEnsemble Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var (features, count) = BinaryParts.ReadHead(reader, BinaryParts.Trees);
        var names = new string[features];
        for (var place = 0; place < features; place++)
            names[place] = reader.ReadString();
        var trees = new DecisionTree[count];
        for (var place = 0; place < count; place++)
        {
            var splits = reader.ReadInt32();
            if (splits is < 0 or > short.MaxValue)
                throw new InvalidDataException("A tree's size makes no sense.");
            trees[place] = new DecisionTree(
                BinaryParts.Read<short>(reader, splits),
                BinaryParts.Read<float>(reader, splits),
                BinaryParts.Read<short>(reader, splits),
                BinaryParts.Read<short>(reader, splits),
                BinaryParts.Read<double>(reader, splits + 1));
        }

        return new TreeEnsemble(names, trees);
    }
}

/// <summary>One decision tree. A child of 0 or more is a split, a child below 0 is the leaf with its bits turned round.</summary>
/// <param name="Features">Which feature each split asks about.</param>
/// <param name="Thresholds">Values up to this go to the low child.</param>
/// <param name="Low">Low child of each split.</param>
/// <param name="High">High child of each split.</param>
/// <param name="Leaves">Value of each leaf; one more than there are splits.</param>
internal sealed record DecisionTree(short[] Features, float[] Thresholds, short[] Low, short[] High, double[] Leaves)
{
    /// <summary>The value of the leaf to which the values lead.</summary>
    public double Leaf(ReadOnlySpan<float> values)
    {
        var node = Features.Length == 0 ? -1 : 0;
        while (node >= 0)
            node = values[Features[node]] <= Thresholds[node] ? Low[node] : High[node];
        return Leaves[~node];
    }

    /// <exception cref="InvalidDataException">A split asks about a feature that there is not, or leads nowhere or back.</exception>
    internal void Validate(int features)
    {
        for (var split = 0; split < Features.Length; split++)
        {
            if (Features[split] < 0 || Features[split] >= features || !Leads(Low[split], split) || !Leads(High[split], split))
                throw new InvalidDataException("A tree is broken.");
        }
    }

    private bool Leads(short child, int from) => child >= 0 ? child > from && child < Features.Length : ~child < Leaves.Length;
}
