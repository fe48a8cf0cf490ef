using System.Text.RegularExpressions;

namespace LegalService.Interviews.Parsing;

/// <summary>Days as people write and say them: 2026年3月5号, 三月五号, 明天, 下周三, 还有5天, 20260305.</summary>
internal static partial class DateText
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>Reads a day.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">What 明天 counts from.</param>
    /// <param name="lean">-1: a day without its year has been; 1: it will be; 0: the nearest.</param>
    /// <param name="day">The day.</param>
    /// <returns>Empty, or the code of what is wrong: date.format, date.lunar, date.noSuchDay.</returns>
    public static string Parse(string text, DateOnly today, int lean, out DateOnly day)
    {
        day = default;
        var bare = Around().Replace(text, "").TrimEnd('。', '.', '，', ',');
        if (bare.Length is 0 or > 30)
            return "date.format";
        if (Lunar().IsMatch(bare))
            return "date.lunar";
        try
        {
            if (RelativeDay(bare, today, lean) is { } relative)
            {
                day = relative;
                return "";
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            return "date.format";
        }
        return Calendar(Before().Replace(bare, ""), today, lean, out day);
    }

    private static DateOnly? RelativeDay(string text, DateOnly today, int lean)
    {
        int? days = text switch
        {
            "今天" or "今日" or "当天" or "今儿" or "就今天" => 0,
            "明天" or "明日" or "明儿" => 1,
            "后天" or "后日" => 2,
            "大后天" => 3,
            "昨天" or "昨日" or "昨儿" => -1,
            "前天" => -2,
            "大前天" => -3,
            _ => null,
        };
        if (days is { } known)
            return today.AddDays(known);
        if (Distance().Match(text) is { Success: true } distance)
            return Away(distance, today, lean);
        return Week().Match(text) is { Success: true } week ? InWeek(week, today, lean) : null;
    }

    private static DateOnly? Away(Match match, DateOnly today, int lean)
    {
        var number = match.Groups["n"].Value;
        var half = number == "半";
        // 5日, 3月 and 26年 name a day, a month and a year rather than a distance.
        if (match.Groups["unit"].Value is "日" or "月" or "年" && !half && !match.Groups["still"].Success && match.Groups["after"].Length == 0 && !match.Groups["ge"].Success)
            return null;
        if (!ChineseNumber.TryParse(half ? "1" : number, out var many) || many != decimal.Truncate(many) || many > 5000)
            return null;
        var after = match.Groups["after"].Value;
        // 还有5天 and 5天以后 lie ahead, 5天前 behind; plain 5天 goes the way the question looks.
        var sign = match.Groups["still"].Success || after.Contains('后', StringComparison.Ordinal) || after.Contains('内', StringComparison.Ordinal)
            ? 1 : after.Contains('前', StringComparison.Ordinal) ? -1 : lean;
        if (sign == 0)
            return null;
        var n = sign * (int)many;
        return (match.Groups["unit"].Value, half) switch
        {
            ("天" or "日", false) => today.AddDays(n),
            ("周" or "星期" or "礼拜", false) => today.AddDays(7 * n),
            ("月", false) => today.AddMonths(n),
            ("月", true) => today.AddDays(15 * n),
            ("年", false) => today.AddYears(n),
            ("年", true) => today.AddMonths(6 * n),
            _ => null,
        };
    }

    private static DateOnly? InWeek(Match match, DateOnly today, int lean)
    {
        var name = match.Groups["day"].Value[0];
        var weekday = name == '天' || name == '7' ? 0 : char.IsAsciiDigit(name) ? name - '0' : Weekdays.IndexOf(name, StringComparison.Ordinal);
        // The week begins on Monday.
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var day = monday.AddDays((weekday + 6) % 7);
        return match.Groups["which"].Value switch
        {
            "上" => day.AddDays(-7),
            "下" => day.AddDays(7),
            "下下" => day.AddDays(14),
            "这" or "本" => day,
            _ => lean > 0 && day < today ? day.AddDays(7) : lean < 0 && day > today ? day.AddDays(-7) : day,
        };
    }

    private static string Calendar(string text, DateOnly today, int lean, out DateOnly day)
    {
        day = default;
        var match = Compact().Match(text);
        if (!match.Success)
            match = Written().Match(text);
        if (!match.Success)
            return "date.format";
        int? year = null, month = null;
        if (match.Groups["y"].Success && (year = Year(match.Groups["y"].Value, today)) is null)
            return "date.format";
        if (match.Groups["m"].Success && (month = Month(match.Groups["m"].Value, today, ref year)) is null)
            return "date.noSuchDay";
        if (!ChineseNumber.TryParse(match.Groups["d"].Value, out var number) || number != decimal.Truncate(number) || number is < 1 or > 31)
            return "date.noSuchDay";
        var candidates = Candidates(year, month, (int)number, today).ToList();
        if (candidates.Count == 0)
            return "date.noSuchDay";
        var fitting = candidates.Where(item => lean == 0 || (lean > 0 ? item >= today : item <= today)).DefaultIfEmpty(candidates[0]);
        day = fitting.MinBy(item => Math.Abs(item.DayNumber - today.DayNumber));
        return "";
    }

    private static IEnumerable<DateOnly> Candidates(int? year, int? month, int day, DateOnly today)
    {
        var firsts = (year, month) switch
        {
            ({ } y, { } m) => [(y, m)],
            (null, { } m) => Enumerable.Range(today.Year - 1, 3).Select(y => (y, m)),
            _ => Enumerable.Range(-2, 5).Select(offset => today.AddMonths(offset)).Select(item => (item.Year, item.Month)),
        };
        return firsts.Where(item => item.Item1 is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(item.Item1, item.Item2))
            .Select(item => new DateOnly(item.Item1, item.Item2, day));
    }

    private static int? Year(string text, DateOnly today)
    {
        switch (text)
        {
            case "今" or "本":
                return today.Year;
            case "去":
                return today.Year - 1;
            case "前":
                return today.Year - 2;
            case "明":
                return today.Year + 1;
            case "后":
                return today.Year + 2;
            case { Length: not (2 or 4) }:
                return null;
        }
        if (!ChineseNumber.TryParse(text, out var number) || number != decimal.Truncate(number))
            return null;
        // 26年 is of this century, 98年 of the last.
        return text.Length == 4 ? (int)number : (int)number + (number > (today.Year % 100) + 20 ? 1900 : 2000);
    }

    private static int? Month(string text, DateOnly today, ref int? year)
    {
        var offset = text.TrimEnd('个') switch { "上" => -1, "下" => 1, "这" or "本" => 0, _ => (int?)null };
        if (offset is { } away)
        {
            var there = new DateOnly(today.Year, today.Month, 1).AddMonths(away);
            year ??= there.Year;
            return there.Month;
        }
        var number = ChineseNumber.TryParse(text, out var parsed) ? (int)parsed : 0;
        return number is >= 1 and <= 12 ? number : null;
    }

    [GeneratedRegex(@"\s|^(就是|到|在|是|大概|大约)|(当天|那天|左右|截止|到期|吧|了|早上|上午|中午|下午|晚上)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();

    [GeneratedRegex("农历|阴历|旧历|初[一二三四五六七八九十]|廿|腊月|正月|闰", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lunar();

    [GeneratedRegex("(之前|以前|前|之内|以内|内)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex("^(?<still>还有|还剩|只剩|剩下?|再过|过)?(?<n>[0-9零〇一二两三四五六七八九十百半]{1,6})(?<ge>个)?(?<unit>天|日|周|星期|礼拜|月|年)(?<after>之?后|以后|之?前|以前|之内|以内|内)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Distance();

    [GeneratedRegex("^(?<which>上|这|本|下下|下)?个?(周|星期|礼拜)(?<day>[一二三四五六日天1-7])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Week();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(((?<y>[0-9]{2,4}|[零〇○一二三四五六七八九]{2,4}|[今本去前明后])[-/.、年])?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[这本上下]个?)(月份?|[-/.、])(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]?|(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
