using LegalService.Casework.Calendar;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Deadlines;

/// <summary>
/// Counts time limits as 民法典第二百条至第二百零四条 say: the day of the event that starts one does not count; months and years end on the day that
/// corresponds, or the last of its month; a last day that is off moves to the next working day. A day counts unless the time stands still at its beginning, so
/// neither the day of a pause nor that on which it ends is counted twice. Hours run on the clock, day and night. Pure.
/// </summary>
public static class DeadlineCounter
{
    private static readonly string[] Over = [CaseEvents.Done, CaseEvents.Withdrawn, CaseEvents.Transferred, CaseEvents.Refused];

    /// <summary>The deadlines of a request.</summary>
    /// <param name="rules">Those that apply to it.</param>
    /// <param name="events">All that happened, in order.</param>
    /// <param name="calendar">Days off and make-up workdays.</param>
    /// <param name="now">Up to when a pause that has not ended has lasted.</param>
    /// <returns>By rule, then by start.</returns>
    public static IReadOnlyList<Deadline> Count(
        IReadOnlyList<DeadlineRule> rules, IReadOnlyList<CaseEvent> events, WorkCalendar calendar, DateTimeOffset now) =>
        [.. rules.SelectMany(rule => Occurrences(rule, events).Select((occurrence, index) => Count(rule, index + 1, occurrence, events, calendar, now)))];

    private static Deadline Count(
        DeadlineRule rule, int occurrence, Running running, IReadOnlyList<CaseEvent> events, WorkCalendar calendar, DateTimeOffset now)
    {
        var pauses = Pauses(rule, running, events, now);
        var (due, amber, red) = rule.Unit == DeadlineUnit.Hours ? OnTheClock(rule, running.Start, pauses) : InDays(rule, running.Start, pauses, calendar);
        return new()
        {
            Rule = rule.Id,
            Occurrence = occurrence,
            Name = rule.Name,
            Party = rule.Party,
            Basis = rule.Basis,
            StartedAt = running.Start,
            Due = due,
            AmberFrom = amber < red ? amber : red,
            RedFrom = red,
            EndedAt = running.IsDropped ? null : running.End,
            IsDropped = running.IsDropped,
            IsSuspended = running.End is null && pauses.Exists(pause => pause.IsOpen),
        };
    }

    /// <summary>From each start to the event that ends it; while one runs, its starting event starts no second one.</summary>
    private static List<Running> Occurrences(DeadlineRule rule, IReadOnlyList<CaseEvent> events)
    {
        var found = new List<Running>();
        DateTimeOffset? start = null;
        foreach (var happened in events)
        {
            if (start is { } running && (rule.Ends.Contains(happened.Name, StringComparer.Ordinal) || Over.Contains(happened.Name, StringComparer.Ordinal)))
            {
                found.Add(new(running, happened.At, !rule.Ends.Contains(happened.Name, StringComparer.Ordinal)));
                start = null;
            }

            if (start is null && happened.Name == rule.Starts)
                start = happened.At;
        }

        if (start is { } still)
            found.Add(new(still, null, IsDropped: false));
        return found;
    }

    private static List<Pause> Pauses(DeadlineRule rule, Running running, IReadOnlyList<CaseEvent> events, DateTimeOffset now)
    {
        var pauses = new List<Pause>();
        var until = running.End ?? now;
        foreach (var pausing in rule.Pauses)
        {
            DateTimeOffset? from = null;
            foreach (var happened in events.Where(item => item.At <= until))
            {
                if (from is null && happened.Name == pausing.From)
                {
                    from = happened.At;
                }
                else if (from is { } began && happened.Name == pausing.To)
                {
                    pauses.Add(new(Later(began, running.Start), happened.At, IsOpen: false));
                    from = null;
                }
            }

            if (from is { } open)
                pauses.Add(new(Later(open, running.Start), until, IsOpen: true));
        }

        return [.. pauses.Where(pause => pause.To > pause.From || pause.IsOpen).OrderBy(pause => pause.From)];
    }

    private static (DateTimeOffset Due, DateTimeOffset Amber, DateTimeOffset Red) InDays(
        DeadlineRule rule, DateTimeOffset start, List<Pause> pauses, WorkCalendar calendar)
    {
        var first = BeijingTime.DayOf(start);
        var last = first;
        var left = rule.Unit switch
        {
            DeadlineUnit.Months => first.AddMonths(rule.Length).DayNumber - first.DayNumber,
            DeadlineUnit.Years => first.AddYears(rule.Length).DayNumber - first.DayNumber,
            _ => rule.Length,
        };
        while (left > 0)
        {
            last = last.AddDays(1);
            if (Counts(last) && (rule.Unit != DeadlineUnit.WorkingDays || calendar.IsWorkday(last)))
                left--;
        }

        while (!calendar.IsWorkday(last) || !Counts(last))
            last = last.AddDays(1);
        return (Deadline.EndOf(last), BeijingTime.At(Back(last, rule.AmberBefore, rule.Unit, calendar)), BeijingTime.At(last));

        bool Counts(DateOnly day) => !pauses.Exists(pause => BeijingTime.DayOf(pause.From) < day && day <= BeijingTime.DayOf(pause.To));
    }

    private static DateOnly Back(DateOnly day, int count, DeadlineUnit unit, WorkCalendar calendar)
    {
        switch (unit)
        {
            case DeadlineUnit.Months:
                return day.AddMonths(-count);
            case DeadlineUnit.Years:
                return day.AddYears(-count);
            case DeadlineUnit.WorkingDays:
                while (count > 0)
                {
                    day = day.AddDays(-1);
                    count -= calendar.IsWorkday(day) ? 1 : 0;
                }

                return day;
            default:
                return day.AddDays(-count);
        }
    }

    private static (DateTimeOffset Due, DateTimeOffset Amber, DateTimeOffset Red) OnTheClock(DeadlineRule rule, DateTimeOffset start, List<Pause> pauses)
    {
        var due = start.AddHours(rule.Length);
        var counted = start;
        foreach (var pause in pauses.TakeWhile(pause => pause.From < due))
        {
            // Two pauses that overlap stand still once.
            var from = Later(pause.From, counted);
            if (pause.To <= from)
                continue;
            due += pause.To - from;
            counted = pause.To;
        }

        return (due, due.AddHours(-rule.AmberBefore), due.AddHours(-1));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <param name="Start">The event that started it.</param>
    /// <param name="End">The event that ended it; null while it runs.</param>
    /// <param name="IsDropped">Whether that was the end of the request.</param>
    private sealed record Running(DateTimeOffset Start, DateTimeOffset? End, bool IsDropped);

    private sealed record Pause(DateTimeOffset From, DateTimeOffset To, bool IsOpen);
}
