using System.Text.RegularExpressions;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.GuardFigures;

/// <summary>Changes one number of an answer, or the word that compares it: every third to another number that stands in the same article.</summary>
internal static partial class NumberChange
{
    private static readonly (string From, string To)[] Comparing =
        [("不超过", "不少于"), ("以上", "以下"), ("不满", "超过"), ("最长", "至少"), ("最多", "至少"), ("不低于", "不高于"), ("以下", "以上"), ("满", "不满")];

    public static SampleAnswer? Apply(SampleAnswer sound, KnowledgeIndex index, DateOnly day, Random random, int place) => (place % 4) switch
    {
        0 => Swap(sound, index, day, random) ?? Change(sound, random),
        1 => Compare(sound) ?? Change(sound, random),
        _ => Change(sound, random),
    };

    private static SampleAnswer? Change(SampleAnswer sound, Random random) => Replace(sound, random, (value, _) =>
    {
        var other = value switch { < 4 => value + 1 + random.Next(3), _ => random.Next(2) == 0 ? value * 2 : Math.Max(2, value / 2) };
        return other == value ? value + 5 : other;
    });

    private static SampleAnswer? Swap(SampleAnswer sound, KnowledgeIndex index, DateOnly day, Random random)
    {
        var facts = sound.Given.Select(key => index.Articles.InForce(key, day)?.Text ?? "").SelectMany(NumberFacts.In).ToList();
        return Replace(sound, random, (value, unit) =>
        {
            var others = facts.Where(fact => fact.Unit == unit && fact.Value != value && fact.Value == Math.Floor(fact.Value)).ToList();
            return others.Count == 0 ? null : (int)others[random.Next(others.Count)].Value;
        });
    }

    private static SampleAnswer? Compare(SampleAnswer sound)
    {
        var parts = sound.Parts.ToList();
        foreach (var (from, to) in Comparing)
        {
            var place = parts.FindIndex(part => Regex.IsMatch(part, from == "满" ? "(?<!不|届|期)满[一二三四五六七八九十0-9]" : from, RegexOptions.None, TimeSpan.FromSeconds(1)) && NumberFacts.In(part).Count > 0);
            if (place < 0)
                continue;
            var at = parts[place].IndexOf(from, StringComparison.Ordinal);
            parts[place] = parts[place][..at] + to + parts[place][(at + from.Length)..];
            return sound with { Text = string.Concat(parts), Planted = parts[place] };
        }

        return null;
    }

    private static SampleAnswer? Replace(SampleAnswer sound, Random random, Func<int, string, int?> change)
    {
        var parts = sound.Parts.ToList();
        foreach (var place in Enumerable.Range(0, parts.Count).OrderBy(_ => random.Next()))
        {
            foreach (var match in Numbers().Matches(parts[place]).OrderBy(_ => random.Next()))
            {
                if (!ChineseNumerals.TryParse(match.Groups["number"].Value, out var value) || NumberFacts.In(match.Value) is not [var fact] || change(value, fact.Unit) is not { } other || other == value)
                    continue;
                var written = char.IsAsciiDigit(match.Value[0]) ? $"{other}" : ChineseNumerals.Format(other);
                parts[place] = parts[place][..match.Index] + written + match.Groups["unit"].Value + parts[place][(match.Index + match.Length)..];
                return sound with { Text = string.Concat(parts), Planted = parts[place] };
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\d.第零一二两三四五六七八九十百千万分])(?<number>\d{1,6}|[二两三四五六七八九十百]{1,5}|一(?=年|个月))(?<unit>日|天|个月|年|周岁|岁|元|块|小时|倍|个工作日|%)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
