namespace LegalService.Knowledge.Import;

/// <summary>The headings a line stands under. It remembers which of them no article has used, so that none gets lost.</summary>
internal sealed class HeadingStack
{
    private const int PlainRank = 0;
    private const int ChapterRank = 3;
    private const int ItemRank = 7;
    private readonly List<Entry> _entries = [];

    /// <summary>Outermost first.</summary>
    public IReadOnlyList<string> Path => [.. _entries.Select(entry => entry.Text)];

    /// <summary>True when the last heading is a number that still waits for its name.</summary>
    public bool AwaitsName => _entries is [.., { Used: false } last] && LinePatterns.IsBareHeading(last.Text);

    /// <summary>Adds a heading and returns those it closes that nothing stood under.</summary>
    public IReadOnlyList<string> Push(string text, int level)
    {
        if (AwaitsName && LinePatterns.RankOf(text) is null)
        {
            _entries[^1].Text += " " + text;
            return [];
        }

        var rank = LinePatterns.RankOf(text) ?? RankOfUnnumbered(text, level);
        var keep = _entries.FindIndex(entry => entry.Rank >= rank || entry.Rank == PlainRank);
        var closed = _entries[(keep < 0 ? _entries.Count : keep)..];
        _entries.RemoveRange(_entries.Count - closed.Count, closed.Count);
        _entries.Add(new Entry(text, rank));
        return [.. closed.Where(entry => !entry.Used).Select(entry => entry.Text)];
    }

    /// <summary>Adds the second line of a heading that was broken in two. A line such as （一）动产质押 is a heading of its own below it.</summary>
    public IReadOnlyList<string> Continue(string text)
    {
        if (LinePatterns.IsItem(text))
            return Push(text, level: 0);
        _entries[^1].Text += (LinePatterns.IsBareHeading(_entries[^1].Text) ? " " : "") + text;
        return [];
    }

    /// <summary>Marks all as used and returns those that were not.</summary>
    public IReadOnlyList<string> Use()
    {
        List<string> fresh = [.. _entries.Where(entry => !entry.Used).Select(entry => entry.Text)];
        foreach (var entry in _entries)
            entry.Used = true;
        return fresh;
    }

    private static int RankOfUnnumbered(string text, int level)
    {
        if (LinePatterns.IsPlainHeading(text))
            return PlainRank;
        if (level > 0)
            return level + 1;
        return LinePatterns.IsItem(text) ? ItemRank : ChapterRank;
    }

    private sealed class Entry(string text, int rank)
    {
        public string Text { get; set; } = text;

        public int Rank { get; } = rank;

        public bool Used { get; set; }
    }
}
