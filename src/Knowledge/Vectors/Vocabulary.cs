using System.Runtime.InteropServices;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Vectors;

/// <summary>The single characters and pairs that the encoder knows, in the order of their code points. Immutable.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<uint, int> _rows;

    /// <summary>Takes tokens in ascending order, so that the same tokens always have the same rows.</summary>
    /// <exception cref="InvalidDataException">The tokens are not in strictly ascending order.</exception>
    public Vocabulary(uint[] tokens)
    {
        for (var row = 1; row < tokens.Length; row++)
        {
            if (tokens[row] <= tokens[row - 1])
                throw new InvalidDataException("The vocabulary is not sorted.");
        }

        Tokens = tokens;
        _rows = new Dictionary<uint, int>(tokens.Length);
        for (var row = 0; row < tokens.Length; row++)
            _rows[tokens[row]] = row;
    }

    /// <summary>The tokens; a token's place is its row in the encoder's table.</summary>
    public uint[] Tokens { get; }

    /// <summary>How often each character and pair occurs in a text. A pair has its first character in the high half.</summary>
    public static Dictionary<uint, int> Count(string text)
    {
        var counts = new Dictionary<uint, int>();
        var normal = Normalizer.Normalize(text);
        for (var index = 0; index < normal.Length; index++)
        {
            var character = normal[index];
            if (Normalizer.IsHan(character))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, character, out _)++;
            if (index + 1 < normal.Length && char.IsLetterOrDigit(character) && char.IsLetterOrDigit(normal[index + 1]))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, ((uint)character << 16) | normal[index + 1], out _)++;
        }

        return counts;
    }

    /// <summary>The known tokens of a text. Said twice weighs less than twice as much.</summary>
    public TokenBag BagOf(string text)
    {
        var counts = Count(text);
        var found = new List<(int Row, int Count)>(counts.Count);
        foreach (var (token, count) in counts)
        {
            if (_rows.TryGetValue(token, out var row))
                found.Add((row, count));
        }

        found.Sort();
        return new TokenBag([.. found.Select(token => token.Row)], [.. found.Select(token => MathF.Sqrt(token.Count))]);
    }
}

/// <summary>The tokens of one text.</summary>
/// <param name="Rows">Rows of the encoder's table, ascending.</param>
/// <param name="Weights">Weight of each.</param>
internal sealed record TokenBag(int[] Rows, float[] Weights);
