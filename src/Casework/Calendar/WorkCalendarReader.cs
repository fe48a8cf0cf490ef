using LegalService.Casework.Reading;
using Exceptional = LegalService.Casework.Calendar.WorkCalendar.Exceptional;

namespace LegalService.Casework.Calendar;

/// <summary>Reads <c>corpus/calendar</c>: one file per year, as the State Council's notice says it.</summary>
internal static class WorkCalendarReader
{
    public static WorkCalendar Read(string folder)
    {
        var problems = new CorpusProblems();
        var days = new Dictionary<DateOnly, Exceptional>();
        var years = new HashSet<int>();
        foreach (var file in YamlFolder.Read(folder, problems))
        {
            var year = file.Number("year", 2000, 2200);
            if (!years.Add(year))
                file.Problem("year", $"{year}年已经有一个文件");
            file.Text("notice");
            file.Date("issued");
            var holidays = file.Maps("holidays");
            if (holidays.Count == 0)
                file.Problem("holidays", "一个节日都没有写");
            foreach (var holiday in holidays)
                ReadHoliday(holiday, year, days);
            file.NoMore();
        }

        problems.ThrowIfAny();
        return new WorkCalendar(years, days);
    }

    private static void ReadHoliday(YamlMap holiday, int year, Dictionary<DateOnly, Exceptional> days)
    {
        var name = holiday.Text("name");
        var (from, to) = (holiday.Date("from"), holiday.Date("to"));
        var length = holiday.Number("days", 1, 30);
        var workdays = holiday.Dates("workdays");
        holiday.NoMore();
        if (from == DateOnly.MinValue || to == DateOnly.MinValue)
            return;
        if (to < from)
        {
            holiday.Problem("to", "to 比 from 早");
            return;
        }

        // The notice says both; a slip of the pen in one of them shows here.
        if (to.DayNumber - from.DayNumber + 1 is var counted && counted != length)
            holiday.Problem("days", $"从 {from:yyyy-MM-dd} 到 {to:yyyy-MM-dd} 是 {counted} 天，不是 {length} 天");
        if (to.Year != year && from.Year != year)
            holiday.Problem("from", $"不在{year}年");
        for (var day = from; day <= to; day = day.AddDays(1))
            Note(day, new Exceptional(false, name), holiday, "from", days);
        foreach (var day in workdays)
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                holiday.Problem("workdays", $"{day:yyyy-MM-dd} 不是周末，不用补班");
            Note(day, new Exceptional(true, name), holiday, "workdays", days);
        }
    }

    private static void Note(DateOnly day, Exceptional what, YamlMap holiday, string key, Dictionary<DateOnly, Exceptional> days)
    {
        if (!days.TryAdd(day, what))
            holiday.Problem(key, $"{day:yyyy-MM-dd} 写了两次（{days[day].Holiday}）");
    }
}
