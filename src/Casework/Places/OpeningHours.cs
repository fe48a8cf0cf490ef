using LegalService.Casework.Calendar;
using LegalService.Interviews.Calendar;

namespace LegalService.Casework.Places;

/// <summary>A stretch of a day.</summary>
/// <param name="From">Minutes since midnight in Beijing.</param>
/// <param name="To">Minutes since midnight, not included; at most 1440.</param>
public readonly record struct DaySpan(int From, int To)
{
    /// <summary>Midnight to midnight.</summary>
    public static DaySpan WholeDay { get; } = new(0, 24 * 60);

    /// <summary>Whether the stretch lies in this one, ends included.</summary>
    public bool Contains(DaySpan other) => other.From >= From && other.To <= To;

    /// <summary>09:00-12:00.</summary>
    public override string ToString() => $"{From / 60:00}:{From % 60:00}-{To / 60:00}:{To % 60:00}";
}

/// <summary>
/// When an office is open, or a person or room is there. The first that fits a day counts: an exception; for a day that the State Council's notice gives off,
/// <see cref="Holidays"/>; for a make-up workday, <see cref="Workdays"/>; the hours of its weekday; <see cref="Workdays"/> or <see cref="Weekends"/>.
/// Immutable.
/// </summary>
public sealed record OpeningHours
{
    /// <summary>Day and night, every day.</summary>
    public static OpeningHours Always { get; } = new() { Workdays = [DaySpan.WholeDay], Weekends = [DaySpan.WholeDay], Holidays = [DaySpan.WholeDay] };

    /// <summary>Hours of a working day, ascending.</summary>
    public IReadOnlyList<DaySpan> Workdays { get; init; } = [];

    /// <summary>Hours of a weekend day that is no holiday.</summary>
    public IReadOnlyList<DaySpan> Weekends { get; init; } = [];

    /// <summary>Hours of a holiday.</summary>
    public IReadOnlyList<DaySpan> Holidays { get; init; } = [];

    /// <summary>Weekdays that differ.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<DaySpan>> Weekdays { get; init; } = new Dictionary<DayOfWeek, IReadOnlyList<DaySpan>>();

    /// <summary>Dates that differ, the first that fits counts.</summary>
    public IReadOnlyList<DifferentDays> Exceptions { get; init; } = [];

    /// <summary>The open stretches of a day, ascending; empty when it is closed.</summary>
    public IReadOnlyList<DaySpan> On(DateOnly day, WorkCalendar calendar)
    {
        if (Exceptions.FirstOrDefault(exception => day >= exception.From && day <= exception.To) is { } exception)
            return exception.Hours;
        var works = calendar.IsWorkday(day);
        if (calendar.NameOf(day) is not null)
            return works ? Workdays : Holidays;
        return Weekdays.TryGetValue(day.DayOfWeek, out var own) ? own : works ? Workdays : Weekends;
    }

    /// <summary>When it closes, if it is open at that moment; null when it is closed. Open day and night: the end of that day.</summary>
    public DateTimeOffset? ClosesAfter(DateTimeOffset moment, WorkCalendar calendar)
    {
        var (day, minute) = Split(moment);
        return On(day, calendar).FirstOrDefault(span => minute >= span.From && minute < span.To) is { To: > 0 } span ? At(day, span.To) : null;
    }

    /// <summary>When it opens next after that moment; null when it does not within <paramref name="days"/> days.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset moment, WorkCalendar calendar, int days = 60)
    {
        var (today, minute) = Split(moment);
        for (var day = today; day <= today.AddDays(days); day = day.AddDays(1))
        {
            foreach (var span in On(day, calendar).Where(span => day > today || span.From > minute))
                return At(day, span.From);
        }

        return null;
    }

    internal static DateTimeOffset At(DateOnly day, int minute) => BeijingTime.At(day).AddMinutes(minute);

    internal static (DateOnly Day, int Minute) Split(DateTimeOffset moment)
    {
        var there = BeijingTime.Of(moment);
        return (DateOnly.FromDateTime(there.DateTime), (int)there.TimeOfDay.TotalMinutes);
    }
}

/// <summary>Days that differ from the week.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Hours">The hours of each; empty when closed, or away.</param>
/// <param name="Reason">Why, for the citizen.</param>
public sealed record DifferentDays(DateOnly From, DateOnly To, IReadOnlyList<DaySpan> Hours, string Reason);
