using System.Runtime.InteropServices;
using System.Text;

namespace LegalService.Knowledge.Checking;

/// <summary>Whether a piece of text stands in both texts or in one.</summary>
public enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the old text only.</summary>
    Removed,

    /// <summary>In the new text only.</summary>
    Added,
}

/// <summary>A piece of a comparison.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">The piece.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two versions of an article character by character, and shows the difference in pieces that can be read.</summary>
public static class TextDiff
{
    /// <summary>What is the same for fewer characters than this between two changes is chance, and is shown as changed.</summary>
    private const int ShortestSame = 2;

    /// <summary>Joined without <see cref="DiffKind.Added"/> the parts are the old text, without <see cref="DiffKind.Removed"/> the new one.</summary>
    public static IReadOnlyList<DiffPart> Of(string old, string fresh)
    {
        var head = 0;
        while (head < Math.Min(old.Length, fresh.Length) && old[head] == fresh[head])
            head++;
        var tail = 0;
        while (tail < Math.Min(old.Length, fresh.Length) - head && old[^(tail + 1)] == fresh[^(tail + 1)])
            tail++;
        var parts = new Collector();
        parts.Same(old[..head]);
        Middle(old[head..(old.Length - tail)], fresh[head..(fresh.Length - tail)], parts);
        parts.Same(old[(old.Length - tail)..]);
        return parts.ToList();
    }

    /// <summary>As wdiff writes it: 用人单位[-应当-]{+必须+}支付.</summary>
    public static string ToText(IReadOnlyList<DiffPart> parts) => string.Concat(parts.Select(part => part.Kind switch
    {
        DiffKind.Removed => $"[-{part.Text}-]",
        DiffKind.Added => $"{{+{part.Text}+}}",
        _ => part.Text,
    }));

    private static void Middle(string old, string fresh, Collector parts)
    {
        // lengths[i, j]: the longest common subsequence of what follows from i and from j.
        var lengths = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = fresh.Length - 1; j >= 0; j--)
                lengths[i, j] = old[i] == fresh[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        var (row, column) = (0, 0);
        while (row < old.Length || column < fresh.Length)
        {
            if (row < old.Length && column < fresh.Length && old[row] == fresh[column])
            {
                parts.Same(old[row++].ToString());
                column++;
            }
            else if (column == fresh.Length || (row < old.Length && lengths[row + 1, column] >= lengths[row, column + 1]))
            {
                parts.Removed(old[row++]);
            }
            else
            {
                parts.Added(fresh[column++]);
            }
        }
    }

    /// <summary>Joins characters to pieces; a change is what was removed, then what was added.</summary>
    private sealed class Collector
    {
        private readonly List<DiffPart> _parts = [];
        private readonly StringBuilder _same = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public void Same(string text) => _same.Append(text);

        public void Removed(char character)
        {
            EndSame();
            _removed.Append(character);
        }

        public void Added(char character)
        {
            EndSame();
            _added.Append(character);
        }

        public List<DiffPart> ToList()
        {
            EndChange();
            Take(DiffKind.Same, _same);
            return _parts;
        }

        private void EndSame()
        {
            if (_same.Length == 0)
                return;
            if (_same.Length < ShortestSame && _removed.Length + _added.Length > 0)
            {
                _removed.Append(_same);
                _added.Append(_same);
                _same.Clear();
                return;
            }

            EndChange();
            Take(DiffKind.Same, _same);
        }

        private void EndChange()
        {
            Take(DiffKind.Removed, _removed);
            Take(DiffKind.Added, _added);
        }

        private void Take(DiffKind kind, StringBuilder text)
        {
            if (text.Length > 0)
                _parts.Add(new DiffPart(kind, text.ToString()));
            text.Clear();
        }
    }
}
