using LegalService.Casework.Appointments;
using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Places;

namespace LegalService.Server.Staff.Diary;

/// <summary>What a screen of the diary shows: the appointments of some days at an office, in columns, and the hours they lie in.</summary>
public sealed class DiaryView
{
    private const int Hour = 60;
    private const int UsualBeginning = 8 * Hour;
    private const int UsualEnd = 18 * Hour;

    /// <summary>From left to right.</summary>
    public required IReadOnlyList<DiaryColumn> Columns { get; init; }

    /// <summary>The first minute that is shown, a full hour.</summary>
    public int From { get; private init; }

    /// <summary>The minute after the last one, a full hour.</summary>
    public int To { get; private init; }

    /// <summary>The minutes at which an hour begins.</summary>
    public IEnumerable<int> Hours => Enumerable.Range(From / Hour, (To - From) / Hour).Select(hour => hour * Hour);

    /// <summary>A column for each person, window and room of one day.</summary>
    public static DiaryView OfDay(DiaryDay day, IReadOnlyList<DiaryResource> resources, IReadOnlyList<DiaryLine> lines, IReadOnlyList<ClosureLine> closures)
    {
        var columns = resources.Select(resource => new DiaryColumn(
            day, resource, resource.Name, [.. lines.Where(line => line.With.Contains(resource.Id, StringComparer.Ordinal))], ClosedIn(closures, day.Date, resource.Id)));
        // What was cancelled has given back whom it had.
        var others = lines.Where(line => line.With.Count == 0).ToList();
        return Of([.. columns, .. others.Count == 0 ? Array.Empty<DiaryColumn>() : [new DiaryColumn(day, null, "已取消、已结束", others, ClosedIn(closures, day.Date, null))]]);
    }

    /// <summary>A column for each day, of one person, window or room, or of all.</summary>
    public static DiaryView OfDays(IReadOnlyList<DiaryDay> days, DiaryResource? resource, IReadOnlyList<DiaryLine> lines, IReadOnlyList<ClosureLine> closures) => Of(
        [
            .. days.Select(day => new DiaryColumn(
                day, resource, DiaryWords.Day(day.Date),
                [
                    .. lines.Where(line => DateOnly.FromDateTime(line.Appointment.Start.DateTime) == day.Date && line.Appointment.State != AppointmentState.Cancelled
                        && (resource is null || line.With.Contains(resource.Id, StringComparer.Ordinal))),
                ],
                ClosedIn(closures, day.Date, resource?.Id))),
        ]);

    private static DiaryView Of(IReadOnlyList<DiaryColumn> columns)
    {
        var open = columns.SelectMany(column => column.Day.Open).ToList();
        var booked = columns.SelectMany(column => column.Lines).Select(line => line.Appointment).ToList();
        var first = open.Select(span => span.From).Concat(booked.Select(each => DiaryWords.Minute(each.Start))).DefaultIfEmpty(UsualBeginning).Min();
        var last = open.Select(span => span.To).Concat(booked.Select(each => DiaryWords.Minute(each.End))).DefaultIfEmpty(UsualEnd).Max();
        return new DiaryView { Columns = columns, From = first / Hour * Hour, To = (last + Hour - 1) / Hour * Hour };
    }

    private static List<ClosureLine> ClosedIn(IReadOnlyList<ClosureLine> closures, DateOnly day, string? resource) =>
        [.. closures.Where(closure => closure.What.From <= day && closure.What.To >= day && (closure.What.Resource is null || closure.What.Resource == resource))];
}

/// <summary>A column of the diary.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Resource">Whose it is; null for everybody's.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Lines">Its appointments.</param>
/// <param name="Closures">Why part of it is closed.</param>
public sealed record DiaryColumn(DiaryDay Day, DiaryResource? Resource, string Title, IReadOnlyList<DiaryLine> Lines, IReadOnlyList<ClosureLine> Closures)
{
    /// <summary>The appointments in lanes beside each other where they overlap.</summary>
    public IEnumerable<(DiaryLine Line, int Lane, int Lanes)> Placed()
    {
        var group = new List<(DiaryLine Line, int Lane)>();
        var (ends, until) = (new List<DateTimeOffset>(), DateTimeOffset.MinValue);
        foreach (var line in Lines.OrderBy(line => line.Appointment.Start))
        {
            if (line.Appointment.Start >= until)
            {
                foreach (var (before, lane) in group)
                    yield return (before, lane, ends.Count);
                group.Clear();
                ends.Clear();
            }

            var free = ends.FindIndex(end => end <= line.Appointment.Start);
            if (free < 0)
                ends.Add(default);
            free = free < 0 ? ends.Count - 1 : free;
            ends[free] = line.Appointment.End;
            until = line.Appointment.End > until ? line.Appointment.End : until;
            group.Add((line, free));
        }

        foreach (var (last, lane) in group)
            yield return (last, lane, ends.Count);
    }

    /// <summary>The stretches that are not open, within what is shown.</summary>
    public IEnumerable<DaySpan> Shut(int from, int to)
    {
        var minute = from;
        foreach (var span in Day.Open)
        {
            if (span.From > minute)
                yield return new DaySpan(minute, span.From);
            minute = Math.Max(minute, span.To);
        }

        if (minute < to)
            yield return new DaySpan(minute, to);
    }
}
