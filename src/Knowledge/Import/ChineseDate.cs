using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>Dates as statutes write them: 2021年1月1日, ２０２１年１月１日, 一九八四年二月二十七日.</summary>
internal static partial class ChineseDate
{
    private const string Digit = "[0-9０-９]";

    /// <summary>The pattern of a date, for use inside other patterns; its groups are named year, month and day.</summary>
    public const string Pattern =
        $@"(?<year>{Digit}{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年\s*(?<month>{Digit}{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月\s*"
        + $@"(?<day>{Digit}{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日";

    /// <summary>All well-formed dates of a text, in order; one that no calendar has is left out.</summary>
    public static IEnumerable<(DateOnly Date, int Start, int End)> In(string text)
    {
        foreach (Match match in Any().Matches(text))
        {
            if (Read(match) is { } date)
                yield return (date, match.Index, match.Index + match.Length);
        }
    }

    /// <summary>The date a match of <see cref="Pattern"/> holds; null when no calendar has it.</summary>
    public static DateOnly? Read(Match match)
    {
        if (!TryNumber(match.Groups["year"].Value, out var year)
            || !TryNumber(match.Groups["month"].Value, out var month)
            || !TryNumber(match.Groups["day"].Value, out var day))
            return null;
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>The date in a file name: 劳动合同法(2012-12-28).md.</summary>
    public static DateOnly? InFileName(string file) =>
        FileName().Matches(Path.GetFileNameWithoutExtension(file)) is [.., var match]
        && DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static bool TryNumber(string text, out int number) =>
        ChineseNumerals.TryParse(string.Concat(text.Select(Plain)), out number);

    private static char Plain(char character) => character switch
    {
        >= '０' and <= '９' => (char)('0' + (character - '０')),
        '○' => '〇',
        _ => character,
    };

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Any();

    [GeneratedRegex("[(（](?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[)）]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
