using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Questions;

/// <summary>Finds names of laws in a text, the longest first.</summary>
internal sealed class LawNameSpotter
{
    private readonly Dictionary<string, string> _lawByName = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int[]> _lengthsByFirst;

    public LawNameSpotter(IEnumerable<LawEntry> laws)
    {
        foreach (var law in laws)
        {
            foreach (var name in law.Names)
                _lawByName.TryAdd(Normalizer.Normalize(name), law.Law);
        }

        // The short title of a law wins over the same alias of another.
        foreach (var law in laws)
            _lawByName[Normalizer.Normalize(law.Law)] = law.Law;
        _lawByName.Remove("");
        _lengthsByFirst = _lawByName.Keys.GroupBy(name => name[0])
            .ToDictionary(group => group.Key, group => group.Select(name => name.Length).Distinct().OrderDescending().ToArray());
    }

    /// <summary>The short title for a name; null when nobody calls a law so.</summary>
    public string? Find(string name) => _lawByName.GetValueOrDefault(name);

    /// <summary>Every name in the text, without overlaps, in order.</summary>
    public IEnumerable<SpottedLaw> Spot(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (LongestAt(text, start) is not { } spotted)
                continue;
            yield return spotted;
            start += spotted.Length - 1;
        }
    }

    private SpottedLaw? LongestAt(string text, int start)
    {
        if (!_lengthsByFirst.TryGetValue(text[start], out var lengths))
            return null;
        foreach (var length in lengths)
        {
            if (start + length <= text.Length && _lawByName.TryGetValue(text.Substring(start, length), out var law))
                return new SpottedLaw(start, length, law);
        }

        return null;
    }
}

/// <summary>A name of a law in a text.</summary>
/// <param name="Start">First character of the name.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Law">Short title.</param>
internal sealed record SpottedLaw(int Start, int Length, string Law)
{
    /// <summary>The place after its last character.</summary>
    public int End => Start + Length;

    /// <summary>True when the two have a character in common.</summary>
    public bool Overlaps(SpottedLaw other) => Start < other.End && other.Start < End;
}
