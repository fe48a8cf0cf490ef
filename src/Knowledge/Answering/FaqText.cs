using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Answering;

/// <summary>What a citizen reads of an FAQ entry.</summary>
public static class FaqText
{
    /// <summary>The answer, and the lists below it as long as there is room.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="longest">Most characters.</param>
    public static string Of(FaqEntry entry, int longest) => Compose(entry, longest).Text;

    /// <summary>The names of the lists for which there is no room.</summary>
    public static IReadOnlyList<string> LeftOut(FaqEntry entry, int longest) => Compose(entry, longest).LeftOut;

    /// <summary>One list under its label.</summary>
    internal static string Part(string label, IReadOnlyList<string> items, bool numbered) => numbered
        ? $"{label}\n{string.Join('\n', items.Select((item, place) => $"{place + 1}. {item}"))}"
        : $"{label}{string.Join("；", items.Select(item => item.TrimEnd('。')))}。";

    private static (string Text, IReadOnlyList<string> LeftOut) Compose(FaqEntry entry, int longest)
    {
        var (text, leftOut) = (Excerpt.Of(entry.Answer, longest), new List<string>());
        foreach (var (label, items) in ListsOf(entry).Where(list => list.Items.Count > 0))
        {
            var longer = $"{text}\n{Part(label, items, numbered: items == entry.Steps)}";
            if (longer.Length <= longest)
                text = longer;
            else
                leftOut.Add(label.TrimEnd('：'));
        }

        return (text, leftOut);
    }

    private static IEnumerable<(string Label, IReadOnlyList<string> Items)> ListsOf(FaqEntry entry) =>
        [("怎么做：", entry.Steps), ("要带：", entry.Papers), ("时间：", entry.TimeLimits), ("去哪里：", entry.Places), ("费用：", entry.Costs)];
}
