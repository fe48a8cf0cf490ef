using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>Numbers without regard to what they count: Arabic digits, and Chinese numerals that cannot be a part of a word.</summary>
internal static partial class PlainNumbers
{
    /// <summary>Every number of a passage.</summary>
    public static IEnumerable<decimal> In(string text) => Values(All().Matches(Normalizer.Compatible(text)));

    /// <summary>The numbers of a sentence that must stand in its passages. 两种办法, 万一 and 1. at the head of a line count nothing.</summary>
    public static IEnumerable<decimal> SaidIn(string text) => Values(Said().Matches(ListLabels().Replace(Normalizer.Compatible(text), " ")));

    private static IEnumerable<decimal> Values(MatchCollection matches)
    {
        foreach (Match match in matches)
        {
            if (Value(match.Value.Replace(",", "", StringComparison.Ordinal)) is { } value)
                yield return value;
        }
    }

    private static decimal? Value(string text)
    {
        var scale = 1m;
        if (text is [>= '0' and <= '9', .., '万' or '亿' or '千' or '百'])
        {
            scale = text[^1] switch { '万' => 10_000m, '亿' => 100_000_000m, '千' => 1000m, _ => 100m };
            text = text[..^1];
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var arabic))
            return arabic * scale;
        return ChineseNumerals.TryParse(text, out var chinese) ? chinese : null;
    }

    [GeneratedRegex(@"\d{1,12}(,\d{3})*(\.\d{1,6})?[万亿千百]?|[零〇一二两三四五六七八九十百千万]{1,16}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex All();

    [GeneratedRegex(
        @"\d{1,12}(,\d{3})*(\.\d{1,6})?[万亿千百]?|[零〇一二两三四五六七八九十百千万]*([一二两三四五六七八九][十百千万]|十[一二三四五六七八九万])[零〇一二两三四五六七八九十百千万]*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?m)^\s*[(]?\d{1,2}[.、)](?!\d)|(?<=[。；;:：])\s*[(]?\d{1,2}[.、)](?!\d)|[(]\d{1,2}[)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListLabels();
}
