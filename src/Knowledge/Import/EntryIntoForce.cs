using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Import;

/// <summary>
/// The first day in force, only when the source states it for this very version. The closing article of an amended law still names the day on
/// which the first version came into force; a day before the version was passed is therefore never taken.
/// </summary>
internal static partial class EntryIntoForce
{
    private const int PreambleLines = 8;

    /// <param name="From">Null when the source does not say, or says it in more than one way.</param>
    /// <param name="Conflict">More than one day is stated in one place.</param>
    public readonly record struct Statement(DateOnly? From, bool Conflict);

    public static Statement Find(HeaderDates header, ParsedText text, DateOnly? passed, DateOnly? published)
    {
        var floor = passed ?? DateOnly.MinValue;
        // An amended law's 自公布之日起施行 speaks of its first publication.
        var onPublication = header.Amended ? null : published;
        foreach (var (dates, says) in new[] { (header.InForce, header.InForceOnPublication), In(Preamble(text)), In(Closing(text)) })
        {
            var possible = dates.Where(date => date >= floor).Distinct().ToList();
            if (possible.Count > 1)
                return new Statement(null, Conflict: true);
            if (possible.Count == 1)
                return new Statement(possible[0], Conflict: false);
            if (says && dates.Count == 0 && onPublication >= floor)
                return new Statement(onPublication, Conflict: false);
        }

        return default;
    }

    /// <summary>Every day the lines name for entry into force, whatever the version was passed.</summary>
    public static (IReadOnlyList<DateOnly> Dates, bool OnPublication) In(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        List<DateOnly> dates = [.. Stated().Matches(text).Select(ChineseDate.Read).OfType<DateOnly>()];
        return (dates, OnPublication().IsMatch(text));
    }

    private static IEnumerable<string> Preamble(ParsedText text) =>
        text.Body.Take(Math.Min(text.PreambleLines, PreambleLines)).Where(line => text.Articles.Count > 0 && Announces().IsMatch(line));

    private static IEnumerable<string> Closing(ParsedText text) => text.Articles.Count > 0
        ? [text.Articles[^1].Text]
        : text.Body.Where(line => OfItself().IsMatch(line));

    [GeneratedRegex(
        $"(?<!》)自\\s*{ChineseDate.Pattern}\\s*起\\s*(正式)?(施行|实施|生效|执行|试行)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stated();

    [GeneratedRegex("(?<!》)自(公布|发布|颁布|公告)之日起?(施行|实施|生效|执行|试行)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnPublication();

    [GeneratedRegex("现(予|将)?(以)?(公布|发布|公告)|予以(公布|发布)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Announces();

    [GeneratedRegex(
        "^([一二三四五六七八九十]{1,3}、)?\\s*本(法|条例|规定|解释|办法|决定|规则|细则|安排|批复|通知|标准|意见|补充规定|命令|修正案)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfItself();
}
