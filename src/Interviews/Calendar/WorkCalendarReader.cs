using System.Text;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;
using Exceptional = LegalService.Interviews.Calendar.WorkCalendar.Exceptional;

namespace LegalService.Interviews.Calendar;

/// <summary>Reads <c>corpus/calendar</c>: one file per year, as the State Council's notice says it.</summary>
internal static class WorkCalendarReader
{
    public static WorkCalendar Read(string folder)
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        var found = new List<DefinitionProblem>();
        if (paths.Length == 0)
            found.Add(new("calendar", 0, "calendar.none", $"文件夹里没有 .yaml 文件：{folder}"));
        var days = new Dictionary<DateOnly, Exceptional>();
        var years = new HashSet<int>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var problems = new Problems($"calendar/{Path.GetFileName(path)}");
            if (Text(path, problems) is { } text && new YamlTree(problems).Read(text) is { } root)
                ReadYear(new MapReader(root, problems), years, days);
            found.AddRange(problems.All);
        }

        return found.Count == 0 ? new WorkCalendar(years, days) : throw new ServiceDefinitionException(found);
    }

    private static string? Text(string path, Problems problems)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(0, "service.encoding", "文件不是 UTF-8 编码，请另存为 UTF-8");
            return null;
        }
    }

    private static void ReadYear(MapReader file, HashSet<int> years, Dictionary<DateOnly, Exceptional> days)
    {
        var year = file.Int("year", 2000, 2200);
        if (!years.Add(year))
            Problem(file, "year", $"{year}年已经有一个文件");
        file.Text("notice");
        file.Day("issued");
        foreach (var holiday in file.Maps("holidays", required: true))
            ReadHoliday(holiday, year, days);
        file.Close();
    }

    private static void ReadHoliday(MapReader holiday, int year, Dictionary<DateOnly, Exceptional> days)
    {
        var name = holiday.Text("name");
        var (from, to) = (holiday.Day("from"), holiday.Day("to"));
        var length = holiday.Int("days", 1, 30);
        var workdays = holiday.Days("workdays");
        holiday.Close();
        if (from == default || to == default)
            return;
        if (to < from)
        {
            Problem(holiday, "to", "to 比 from 早");
            return;
        }

        // The notice says both; a slip of the pen in one of them shows here.
        if (to.DayNumber - from.DayNumber + 1 is var counted && counted != length)
            Problem(holiday, "days", $"从 {from:yyyy-MM-dd} 到 {to:yyyy-MM-dd} 是 {counted} 天，不是 {length} 天");
        if (to.Year != year && from.Year != year)
            Problem(holiday, "from", $"不在{year}年");
        for (var day = from; day <= to; day = day.AddDays(1))
            Note(day, new Exceptional(false, name), holiday, "from", days);
        foreach (var day in workdays)
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                Problem(holiday, "workdays", $"{day:yyyy-MM-dd} 不是周末，不用补班");
            Note(day, new Exceptional(true, name), holiday, "workdays", days);
        }
    }

    private static void Note(DateOnly day, Exceptional what, MapReader holiday, string key, Dictionary<DateOnly, Exceptional> days)
    {
        if (!days.TryAdd(day, what))
            Problem(holiday, key, $"{day:yyyy-MM-dd} 写了两次（{days[day].Holiday}）");
    }

    private static void Problem(MapReader map, string key, string reason) => map.Problems.Add(map.LineOf(key), "calendar.day", reason);
}
