using System.Numerics;
using System.Numerics.Tensors;

namespace LegalService.Knowledge.Vectors;

/// <summary>Vectors of one byte a number.</summary>
internal static class Rounding
{
    private const float Steps = 127;

    /// <summary>Rounds numbers to whole steps.</summary>
    /// <returns>What one step is worth; 0 when all numbers are 0.</returns>
    public static float Round(ReadOnlySpan<float> numbers, Span<sbyte> rounded)
    {
        var largest = TensorPrimitives.MaxMagnitude(numbers);
        var scale = Math.Abs(largest) / Steps;
        for (var place = 0; place < numbers.Length; place++)
            rounded[place] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(numbers[place] / scale);
        return scale;
    }

    /// <summary>
    /// The scalar product. Two products of bytes fit a 16-bit number (2 × 127 × 127 = 32,258), so that they are added there before they are
    /// widened; hence no number may be -128.
    /// </summary>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector<int>.Zero;
        var place = 0;
        for (; place <= left.Length - Vector<sbyte>.Count; place += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[place..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<sbyte>(right[place..]), out var rightLow, out var rightHigh);
            Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var low, out var high);
            sum += low + high;
        }

        var rest = 0;
        for (; place < left.Length; place++)
            rest += left[place] * right[place];
        return Vector.Sum(sum) + rest;
    }
}
