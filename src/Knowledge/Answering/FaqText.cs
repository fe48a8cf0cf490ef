using System.Text;
using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Answering;

/// <summary>What a citizen reads of an FAQ entry.</summary>
public static class FaqText
{
    /// <summary>The answer, and the lists below it as long as there is room.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="longest">Most characters.</param>
    public static string Of(FaqEntry entry, int longest)
    {
        var text = new StringBuilder(Excerpt.Of(entry.Answer, longest));
        foreach (var part in PartsOf(entry).Where(part => text.Length + part.Text.Length <= longest))
            text.Append(part.Text);
        return text.ToString();
    }

    /// <summary>The labels of the lists for which there is no room.</summary>
    public static IReadOnlyList<string> LeftOut(FaqEntry entry, int longest)
    {
        var shown = Of(entry, longest);
        return [.. PartsOf(entry).Where(part => !shown.Contains(part.Text, StringComparison.Ordinal)).Select(part => part.Label)];
    }

    private static IEnumerable<(string Label, string Text)> PartsOf(FaqEntry entry) => new[]
    {
        Part("怎么做", [.. entry.Steps.Select((step, place) => $"{place + 1}. {step}")], "\n", '\n'),
        Part("要带", entry.Papers), Part("时间", entry.TimeLimits), Part("去哪里", entry.Places), Part("费用", entry.Costs),
    }.Where(part => part.Text.Length > 0);

    private static (string Label, string Text) Part(string label, IReadOnlyList<string> items) =>
        (label, items.Count == 0 ? "" : $"\n{label}：{string.Join('；', items.Select(item => item.TrimEnd('。')))}。");

    private static (string Label, string Text) Part(string label, IReadOnlyList<string> items, string before, char between) =>
        (label, items.Count == 0 ? "" : $"\n{label}：{before}{string.Join(between, items)}");
}
