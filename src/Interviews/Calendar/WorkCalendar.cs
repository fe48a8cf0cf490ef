using LegalService.Interviews.Definitions;
using LegalService.Interviews.Calculators;

namespace LegalService.Interviews.Calendar;

/// <summary>
/// Working days and days off: Saturdays and Sundays, and what the State Council's yearly notice makes of the days around a holiday. Immutable.
/// </summary>
/// <remarks>
/// A year without a file is counted by weekends alone: ask <see cref="Knows"/>, and show <see cref="Warning"/> in the health of the service.
/// </remarks>
public sealed class WorkCalendar : IWorkdays
{
    private readonly Dictionary<DateOnly, Exceptional> _exceptional;

    internal WorkCalendar(IReadOnlyCollection<int> years, IReadOnlyDictionary<DateOnly, Exceptional> exceptional)
    {
        Years = [.. years.Order()];
        _exceptional = new(exceptional);
    }

    /// <summary>The years whose notice is known, ascending.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Reads <c>corpus/calendar</c>.</summary>
    /// <exception cref="ServiceDefinitionException">Files have mistakes; all of them are named with file and line.</exception>
    public static WorkCalendar Load(string folder) => WorkCalendarReader.Read(folder);

    /// <summary>Whether the holidays of the year are known.</summary>
    public bool Knows(int year) => Years.Contains(year);

    /// <summary>Whether people work on that day; by weekends alone in a year that is not known.</summary>
    public bool IsWorkday(DateOnly day) => _exceptional.TryGetValue(day, out var exceptional)
        ? exceptional.Works
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>What is special about a day: the holiday it belongs to (春节), or the one it makes up for (补春节). Null for an ordinary day or weekend.</summary>
    public string? NameOf(DateOnly day) => _exceptional.TryGetValue(day, out var exceptional)
        ? exceptional.Works ? $"补{exceptional.Holiday}" : exceptional.Holiday
        : null;

    /// <summary>The first working day on or after the day: where a last day that is off moves to (民法典第二百零三条).</summary>
    public DateOnly WorkdayFrom(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkday(DateOnly day) => WorkdayFrom(day.AddDays(1));

    /// <summary>
    /// The working day on which that many working days are over. The day itself does not count (民法典第二百零一条), whether it is a working day or not;
    /// 0 gives the day itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (; days > 0; days--)
            day = NextWorkday(day);
        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/>, up to and with <paramref name="to"/>; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += IsWorkday(day) ? 1 : 0;
        return count;
    }

    /// <summary>
    /// For the health of the service, in Chinese: the holidays of this year are not known, or those of the next one although it begins within
    /// <paramref name="daysBefore"/> days. Null when all is well.
    /// </summary>
    public string? Warning(DateOnly today, int daysBefore)
    {
        var soon = today.AddDays(daysBefore).Year;
        var unknown = Enumerable.Range(today.Year, soon - today.Year + 1).Where(year => !Knows(year)).ToList();
        return unknown.Count == 0
            ? null
            : $"corpus/calendar 里没有{string.Join("、", unknown)}年的放假安排，现在只按周末休息计算期限和开门时间；请按国务院办公厅的通知补一个文件";
    }

    /// <summary>A day that is not what its weekday says.</summary>
    /// <param name="Works">True for a make-up workday, false for a day off.</param>
    /// <param name="Holiday">The holiday it belongs to or makes up for.</param>
    internal readonly record struct Exceptional(bool Works, string Holiday);
}
