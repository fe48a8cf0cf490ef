using System.Globalization;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads a file of <c>corpus/lexicon</c>.</summary>
internal static class LexiconReader
{
    public static IReadOnlyList<LexiconEntry> Read(string file, string source, Action<CorpusProblem> report)
    {
        var entries = new List<LexiconEntry>();
        var rows = LabelledMarkdown.Parse(source).TableRows().ToList();
        if (rows.Count == 0)
            throw new CorpusFormatException(1, "lexicon.noTable", "没有一张写着口语和法律用语的表");
        foreach (var (line, cells) in rows)
        {
            if (ReadRow(cells, out var reason) is { } entry)
                entries.Add(entry);
            else
                report(new CorpusProblem(file, line, "lexicon.row", reason));
        }

        return entries;
    }

    private static LexiconEntry? ReadRow(IReadOnlyList<string> cells, out string reason)
    {
        reason = "";
        if (cells.Count != 4)
            reason = "一行要有四格：口语、法律用语、方向、权重";
        else if (cells[0].Length < 2)
            reason = $"口语“{cells[0]}”太短，至少两个字";
        else if (cells[2] is not ("→" or "↔" or "×"))
            reason = $"方向“{cells[2]}”只能是 →、↔ 或 ×";
        else if (!double.TryParse(cells[3], CultureInfo.InvariantCulture, out var weight) || weight is not (> 0 and <= 1))
            reason = $"权重“{cells[3]}”要大于 0、不大于 1";
        else if (cells[2] == "×")
            return cells[1] == "—" ? new LexiconEntry(cells[0], [], BothWays: false, weight) : Fail("方向是 × 的，法律用语写 —", out reason);
        else if (cells[1].Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } terms)
            return new LexiconEntry(cells[0], terms, cells[2] == "↔", weight);
        else
            reason = "没有写法律用语";
        return null;
    }

    private static LexiconEntry? Fail(string why, out string reason)
    {
        reason = why;
        return null;
    }
}
