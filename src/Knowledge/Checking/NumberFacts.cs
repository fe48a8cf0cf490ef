using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Checking;

/// <summary>A number with its unit, whatever way it is written: 三十日, 30天 and 30 日 are the same fact.</summary>
/// <param name="Value">The number; a share such as 百分之二十 or 三分之二 is a fraction of 1.</param>
/// <param name="Unit">日, 月, 年, 周, 小时, 分钟, 岁, 元, 倍, 人, 次, 份额 (a share), or another unit as written.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NumberFact(decimal Value, string Unit)
{
    /// <summary>30日</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.####}{Unit}");
}

/// <summary>Finds numbers, periods and sums in Chinese text.</summary>
public static partial class NumberFacts
{
    private static readonly Dictionary<string, string> SameUnit = new(StringComparer.Ordinal)
    {
        ["天"] = "日",
        ["工作日"] = "日",
        ["个工作日"] = "日",
        ["个月"] = "月",
        ["周岁"] = "岁",
        ["个小时"] = "小时",
        ["个星期"] = "周",
        ["星期"] = "周",
        ["名"] = "人",
        ["个人"] = "人",
        ["块钱"] = "元",
        ["人民币"] = "元",
        ["个年度"] = "年",
        ["个周年"] = "年",
    };

    /// <summary>一次, 一人, 一级 say "a time", "somebody", "a level" far more often than they count.</summary>
    private static readonly HashSet<string> UnitsThatCountFromTwo = new(StringComparer.Ordinal) { "次", "人", "期", "级", "元" };

    /// <summary>All facts of a text, each once, in the order in which they first stand.</summary>
    public static IReadOnlyList<NumberFact> In(string text)
    {
        var facts = new List<NumberFact>();
        foreach (var (fact, _, _, _) in Locate(text))
        {
            if (!facts.Contains(fact))
                facts.Add(fact);
        }

        return facts;
    }

    /// <summary>Every fact, as often as it stands there, with the normalised text and its place in that.</summary>
    internal static IEnumerable<(NumberFact Fact, string Text, int Start, int End)> Locate(string text)
    {
        var normalized = Normalizer.Compatible(text);
        foreach (Match match in Pattern().Matches(normalized))
        {
            if (Read(match) is { } fact)
                yield return (fact, normalized, match.Index, match.Index + match.Length);
        }
    }

    private static NumberFact? Read(Match match)
    {
        if (match.Groups["pair"].Success)
            return null;
        if (match.Groups["whole"].Success)
        {
            return (match.Groups["whole"].Value is "万" ? 10_000 : Number(match.Groups["whole"].Value)) is > 0 and var whole && Number(match.Groups["part"].Value) is { } part
                ? new NumberFact(Math.Round(part / whole, 6), "份额")
                : null;
        }

        if (match.Groups["percent"].Success)
            return Number(match.Groups["percent"].Value) is { } percent ? new NumberFact(percent / 100, "份额") : null;
        var unit = match.Groups["unit"].Value;
        if (match.Groups["half"].Success)
            return new NumberFact(0.5m, SameUnit.GetValueOrDefault(unit, unit));
        // 五六级 is five or six, not fifty-six.
        if (IsVague(match.Groups["number"].Value) || Number(match.Groups["number"].Value) is not { } value)
            return null;
        unit = SameUnit.GetValueOrDefault(unit, unit);
        if (match.Groups["andHalf"].Success)
            value += 0.5m;
        return value == 1 && UnitsThatCountFromTwo.Contains(unit) ? null : new NumberFact(value, unit);
    }

    private static bool IsVague(string number) =>
        number.Length == 2 && "一二两三四五六七八九".Contains(number[0], StringComparison.Ordinal) && "二三四五六七八九".Contains(number[1], StringComparison.Ordinal);

    private static decimal? Number(string text)
    {
        text = text.Replace(",", "", StringComparison.Ordinal);
        var scale = 1m;
        if (text.EndsWith('亿'))
            (text, scale) = (text[..^1], 100_000_000m);
        else if (text.EndsWith('万') && char.IsAsciiDigit(text[0]))
            (text, scale) = (text[..^1], 10_000m);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var arabic))
            return arabic * scale;
        return ChineseNumerals.TryParse(text, out var chinese) ? chinese * scale : null;
    }

    // 两个人都想要: the couple, not a count; 两人以上 is one.
    [GeneratedRegex(
        """
        (?<pair>两个?人(?![以或及]))
        |(?<whole>百|千|万|[二三四五六七八九十]{1,3}|\d{1,4})分之(?<part>[零〇一二两三四五六七八九十百]{1,7}|\d{1,4}(\.\d{1,2})?)
        |(?<percent>\d{1,4}(\.\d{1,2})?)\s*%
        |(?<half>半)(?<unit>个月|年|日|天)
        |(?<number>\d{1,9}([.,]\d{1,9})*[万亿]?|[零〇一二两三四五六七八九十百千万]{1,16}亿?)\s*
         (个(?<andHalf>半)(?<unit>月|小时|星期)
         |(?<unit>个工作日|工作日|个小时|个星期|个年度|个周年|个月|小时|分钟|星期(?![一二三四五六日天])|周岁|周年|个人|块钱
           |日|天|月|年|周|岁|元|倍|人|名|次|公里|米|公斤|平方米|亩|毫克|期|级)
          (?<andHalf>半(?![个价数年月日天夜生路]))?)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
