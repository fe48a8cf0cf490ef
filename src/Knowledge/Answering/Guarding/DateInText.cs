using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>A date as a text has it; a part that it does not have is 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct DateInText(int Year, int Month, int Day)
{
    /// <summary>The dates of a text that have a month, whatever numerals they are written in.</summary>
    public static IEnumerable<DateInText> Of(string text)
    {
        foreach (Match match in Pattern().Matches(Normalizer.Compatible(text)))
            yield return new DateInText(Part(match, "year"), Part(match, "month"), Part(match, "day"));
    }

    /// <summary>A whole date.</summary>
    public static DateInText Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The text with its dates taken out.</summary>
    public static string TakenOutOf(string text) => Pattern().Replace(Normalizer.Compatible(text), " ");

    /// <summary>True when the other date is this one, as far as this one goes.</summary>
    public bool IsPartOf(DateInText other) =>
        (Year == 0 || Year == other.Year) && (Month == 0 || Month == other.Month) && (Day == 0 || Day == other.Day);

    private static int Part(Match match, string name) => ChineseNumerals.TryParse(match.Groups[name].ValueSpan, out var number) ? number : 0;

    [GeneratedRegex(
        """
        (?<year>\d{4}|[一二][零〇一二三四五六七八九]{3})年(?<month>\d{1,2}|十?[一二三四五六七八九十])月(份|(?<day>\d{1,2}|[一二三]?十?[一二三四五六七八九十])[日号])?
        |(?<![\d零〇一二三四五六七八九十个])(?<month>\d{1,2}|十?[一二三四五六七八九十])月(?<day>\d{1,2}|[一二三]?十?[一二三四五六七八九十])[日号]
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
