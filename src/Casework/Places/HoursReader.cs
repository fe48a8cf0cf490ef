using System.Globalization;
using LegalService.Casework.Reading;

namespace LegalService.Casework.Places;

/// <summary>Reads the hours of an office, a person or a room.</summary>
internal static class HoursReader
{
    /// <summary>Times stand on the five-minute grid that places are counted in.</summary>
    public const int GridMinutes = 5;

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
    };

    public static OpeningHours Read(YamlMap hours)
    {
        if (hours.Flag("always", false))
        {
            var always = OpeningHours.Always with { Exceptions = Exceptions(hours) };
            hours.NoMore();
            return always;
        }

        var read = new OpeningHours
        {
            Workdays = Spans(hours, "workdays"),
            Weekends = Spans(hours, "weekends"),
            Holidays = Spans(hours, "holidays"),
            Weekdays = OfWeekdays(hours),
            Exceptions = Exceptions(hours),
        };
        hours.NoMore();
        if (read.Workdays.Count == 0 && read.Weekends.Count == 0 && read.Weekdays.Count == 0)
            hours.Problem(hours.Line, "一周里没有一段时间；全天开的写 always: true");
        return read;
    }

    /// <summary>The stretches under a key, ascending, none over another.</summary>
    public static IReadOnlyList<DaySpan> Spans(YamlMap map, string key)
    {
        var spans = new List<DaySpan>();
        foreach (var text in map.Texts(key))
        {
            if (Parse(text) is not { } span)
                map.Problem(key, $"{key}：“{text}”要写成 09:00-12:00，分钟是 {GridMinutes} 的倍数，后面的晚于前面的");
            else if (spans.Count > 0 && spans[^1].To > span.From)
                map.Problem(key, $"{key}：{span} 和 {spans[^1]} 重叠，或者没有按先后写");
            else
                spans.Add(span);
        }

        return spans;
    }

    private static Dictionary<DayOfWeek, IReadOnlyList<DaySpan>> OfWeekdays(YamlMap hours)
    {
        var found = new Dictionary<DayOfWeek, IReadOnlyList<DaySpan>>();
        if (hours.Map("weekdays") is not { } weekdays)
            return found;
        foreach (var (name, day) in Weekdays.Where(pair => weekdays.Has(pair.Key)))
            found[day] = Spans(weekdays, name);
        weekdays.NoMore();
        return found;
    }

    private static List<DifferentDays> Exceptions(YamlMap hours)
    {
        var found = new List<DifferentDays>();
        foreach (var exception in hours.Maps("exceptions"))
        {
            var from = exception.Date("from");
            var to = exception.Has("to") ? exception.Date("to") : from;
            if (to < from)
                exception.Problem("to", "to 比 from 早");
            found.Add(new(from, to, Spans(exception, "hours"), exception.Text("reason")));
            exception.NoMore();
        }

        return found;
    }

    private static DaySpan? Parse(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Minute(parts[0]) is { } from && Minute(parts[1]) is { } to && from < to ? new DaySpan(from, to) : null;
    }

    private static int? Minute(string text)
    {
        if (text == "24:00")
            return 24 * 60;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Minute % GridMinutes == 0
            ? (time.Hour * 60) + time.Minute
            : null;
    }
}
