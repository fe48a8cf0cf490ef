namespace LegalService.Knowledge.Vectors;

/// <summary>Many vectors of length 1, one byte a number. Immutable and safe for many threads once it is filled.</summary>
internal sealed class VectorTable
{
    private readonly sbyte[] _numbers;
    private readonly float[] _scales;

    private VectorTable(int dimensions, sbyte[] numbers, float[] scales) => (Dimensions, _numbers, _scales) = (dimensions, numbers, scales);

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>How many vectors it has.</summary>
    public int Count => _scales.Length;

    /// <summary>Encodes texts, on all processors; the result does not depend on how many there are.</summary>
    /// <param name="dimensions">Numbers in a vector.</param>
    /// <param name="count">How many vectors.</param>
    /// <param name="vectorOf">Gives the vector of a place; called on many threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static VectorTable Of(int dimensions, int count, Func<int, float[]> vectorOf, CancellationToken cancellationToken = default)
    {
        var (numbers, scales) = (new sbyte[count * dimensions], new float[count]);
        Parallel.For(
            0,
            count,
            new ParallelOptions { CancellationToken = cancellationToken },
            place => scales[place] = Rounding.Round(vectorOf(place), numbers.AsSpan(place * dimensions, dimensions)));
        return new VectorTable(dimensions, numbers, scales);
    }

    /// <summary>The same table with other vectors in some places.</summary>
    public VectorTable With(IEnumerable<(int Place, float[] Vector)> changed)
    {
        var (numbers, scales) = ((sbyte[])_numbers.Clone(), (float[])_scales.Clone());
        foreach (var (place, vector) in changed)
            scales[place] = Rounding.Round(vector, numbers.AsSpan(place * Dimensions, Dimensions));
        return new VectorTable(Dimensions, numbers, scales);
    }

    /// <summary>The cosine of a vector with each of the table's, about -1 to 1.</summary>
    public float[] Likeness(ReadOnlySpan<float> vector)
    {
        var query = new sbyte[Dimensions];
        var scale = Rounding.Round(vector, query);
        var likeness = new float[Count];
        for (var place = 0; place < likeness.Length; place++)
            likeness[place] = Rounding.Dot(query, _numbers.AsSpan(place * Dimensions, Dimensions)) * scale * _scales[place];
        return likeness;
    }

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        BinaryParts.WriteHead(writer, BinaryParts.Vectors, Dimensions, Count);
        BinaryParts.Write<float>(writer, _scales);
        BinaryParts.Write<sbyte>(writer, _numbers);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static VectorTable Read(BinaryReader reader)
    {
        var (dimensions, count) = BinaryParts.ReadHead(reader, BinaryParts.Vectors);
        var scales = BinaryParts.Read<float>(reader, count);
        return new VectorTable(dimensions, BinaryParts.Read<sbyte>(reader, checked(count * dimensions)), scales);
    }
}
