using System.Buffers;
using System.Numerics.Tensors;

namespace LegalService.Knowledge.Vectors;

/// <summary>
/// Turns a text into a vector: the weighted sum of what was learned for its characters and pairs, brought to length 1. Texts about the same
/// matter point the same way. Immutable and safe for many threads. See docs/decisions/0010.
/// </summary>
internal sealed class TextEncoder
{
    private readonly sbyte[] _table;
    private readonly float[] _scales;

    /// <summary>Takes a learned table.</summary>
    /// <param name="vocabulary">Its rows' tokens.</param>
    /// <param name="dimensions">Numbers in a vector; a multiple of 32.</param>
    /// <param name="table">Row after row, -127 to 127.</param>
    /// <param name="scales">What a step of the table is worth, by row.</param>
    public TextEncoder(Vocabulary vocabulary, int dimensions, sbyte[] table, float[] scales)
    {
        if (dimensions <= 0 || dimensions % 32 != 0 || table.Length != vocabulary.Tokens.Length * dimensions || scales.Length != vocabulary.Tokens.Length)
            throw new InvalidDataException("The encoder's table does not have the size of its vocabulary.");
        (Vocabulary, Dimensions, _table, _scales) = (vocabulary, dimensions, table, scales);
    }

    /// <summary>The tokens it knows.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Rounds a table of floats to steps of a hundred-and-twenty-seventh of each row's largest number.</summary>
    public static TextEncoder FromFloats(Vocabulary vocabulary, int dimensions, ReadOnlySpan<float> table)
    {
        var (rounded, scales) = (new sbyte[table.Length], new float[vocabulary.Tokens.Length]);
        for (var row = 0; row < scales.Length; row++)
            scales[row] = Rounding.Round(table.Slice(row * dimensions, dimensions), rounded.AsSpan(row * dimensions, dimensions));
        return new TextEncoder(vocabulary, dimensions, rounded, scales);
    }

    /// <summary>The vector of a text; all zero when it has no token that is known.</summary>
    public float[] Encode(string text) => Encode(Vocabulary.BagOf(text));

    /// <summary>The vector of a bag of tokens.</summary>
    public float[] Encode(TokenBag bag)
    {
        var sum = new float[Dimensions];
        var buffer = ArrayPool<float>.Shared.Rent(Dimensions);
        var row = buffer.AsSpan(0, Dimensions);
        for (var place = 0; place < bag.Rows.Length; place++)
        {
            TensorPrimitives.ConvertTruncating<sbyte, float>(_table.AsSpan(bag.Rows[place] * Dimensions, Dimensions), row);
            TensorPrimitives.MultiplyAdd(row, _scales[bag.Rows[place]] * bag.Weights[place], sum, sum);
        }

        ArrayPool<float>.Shared.Return(buffer);
        var length = TensorPrimitives.Norm<float>(sum);
        if (length > 0)
            TensorPrimitives.Divide(sum, length, sum);
        return sum;
    }

    /// <summary>Writes it: tokens, scales, table.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        BinaryParts.WriteHead(writer, BinaryParts.Encoder, Dimensions, Vocabulary.Tokens.Length);
        BinaryParts.Write<uint>(writer, Vocabulary.Tokens);
        BinaryParts.Write<float>(writer, _scales);
        BinaryParts.Write<sbyte>(writer, _table);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static TextEncoder Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var (dimensions, count) = BinaryParts.ReadHead(reader, BinaryParts.Encoder);
        var vocabulary = new Vocabulary(BinaryParts.Read<uint>(reader, count));
        var scales = BinaryParts.Read<float>(reader, count);
        return new TextEncoder(vocabulary, dimensions, BinaryParts.Read<sbyte>(reader, checked(count * dimensions)), scales);
    }
}
