using FsCheck.Xunit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Tests.Deadlines;

public sealed class DeadlineCounterTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Load(Path.Combine(CaseworkHost.CorpusFolder, "calendar"));

    // Written down apart from the corpus: days off in a row, and weekend days that are worked.
    private static readonly HashSet<DateOnly> Off =
    [
        .. Days("2025-01-01", 1), .. Days("2025-01-28", 8), .. Days("2025-04-04", 3), .. Days("2025-05-01", 5), .. Days("2025-05-31", 3), .. Days("2025-10-01", 8),
        .. Days("2026-01-01", 3), .. Days("2026-02-15", 9), .. Days("2026-04-04", 3), .. Days("2026-05-01", 5), .. Days("2026-06-19", 3), .. Days("2026-09-25", 3),
        .. Days("2026-10-01", 7),
    ];

    private static readonly HashSet<DateOnly> Worked =
    [
        .. new[]
        {
            "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
        }.Select(Day),
    ];

    [Theory]
    // The day of receipt does not count: received on the 1st, seven days end on the 8th.
    [InlineData("2026-04-14T10:00", 7, DeadlineUnit.CalendarDays, "2026-04-21")]
    // The seventh day falls into the holidays of May: the next working day.
    [InlineData("2026-04-24T10:00", 7, DeadlineUnit.CalendarDays, "2026-05-06")]
    // A Saturday that is worked is a last day.
    [InlineData("2026-05-02T10:00", 7, DeadlineUnit.CalendarDays, "2026-05-09")]
    [InlineData("2026-09-18T23:59", 1, DeadlineUnit.WorkingDays, "2026-09-20")]
    [InlineData("2026-02-13T09:00", 2, DeadlineUnit.WorkingDays, "2026-02-24")]
    [InlineData("2026-01-31T09:00", 1, DeadlineUnit.Months, "2026-02-28")]
    [InlineData("2026-03-31T09:00", 3, DeadlineUnit.Months, "2026-06-30")]
    [InlineData("2025-02-28T09:00", 1, DeadlineUnit.Years, "2026-02-28")]
    public void The_last_day_is_the_one_the_civil_code_says(string start, int length, DeadlineUnit unit, string last)
    {
        var deadline = Assert.Single(DeadlineCounter.Count([Rule(length, unit)], [new(CaseEvents.Received, At(start))], Calendar, At(start)));
        Assert.Equal(Deadline.EndOf(Day(last)), deadline.Due);
    }

    [Property(MaxTest = 1500)]
    public void Days_agree_with_a_count_day_by_day_over_2025_and_2026(int seed)
    {
        var random = new Random(seed);
        DeadlineUnit[] units = [DeadlineUnit.CalendarDays, DeadlineUnit.WorkingDays, DeadlineUnit.Months];
        var unit = units[random.Next(units.Length)];
        var length = 1 + random.Next(unit == DeadlineUnit.Months ? 4 : 40);
        var start = At("2025-01-01T00:00").AddMinutes(random.Next(490 * 24 * 60));
        var (events, frozen, now) = History(random, start);
        var deadline = Assert.Single(DeadlineCounter.Count([Rule(length, unit)], events, Calendar, now));
        Assert.Equal(Deadline.EndOf(Independent(BeijingTime.DayOf(start), length, unit, frozen)), deadline.Due);
    }

    [Property(MaxTest = 300)]
    public void Hours_agree_with_a_count_minute_by_minute(int seed)
    {
        var random = new Random(seed);
        var length = 1 + random.Next(72);
        var start = At("2025-01-01T00:00").AddMinutes(random.Next(500_000));
        var (events, frozen, now) = History(random, start);
        var deadline = Assert.Single(DeadlineCounter.Count([Rule(length, DeadlineUnit.Hours)], events, Calendar, now));
        var minute = start;
        for (var left = length * 60; left > 0; minute = minute.AddMinutes(1))
            left -= frozen.Exists(span => span.From <= minute && minute < span.To) ? 0 : 1;
        // A pause that begins exactly at the end changes nothing.
        Assert.Equal(minute, deadline.Due);
    }

    [Fact]
    public void It_is_green_then_amber_then_red_then_late_and_met_when_done_in_time()
    {
        var start = At("2026-04-14T10:00");
        CaseEvent[] events = [new(CaseEvents.Received, start)];
        var running = Assert.Single(DeadlineCounter.Count([Rule(7, DeadlineUnit.CalendarDays)], events, Calendar, start));
        Assert.Equal(DeadlineState.Green, running.StateAt(At("2026-04-18T23:59")));
        Assert.Equal(DeadlineState.Amber, running.StateAt(At("2026-04-19T00:00")));
        Assert.Equal(DeadlineState.Red, running.StateAt(At("2026-04-21T00:00")));
        Assert.Equal(DeadlineState.Red, running.StateAt(At("2026-04-21T23:59").AddSeconds(59.9)));
        Assert.Equal(DeadlineState.Late, running.StateAt(At("2026-04-22T00:00")));
        Assert.Equal(DeadlineState.Met, StateAfter(CaseEvents.Accepted, "2026-04-21T23:59"));
        Assert.Equal(DeadlineState.MetLate, StateAfter(CaseEvents.Accepted, "2026-04-22T00:00"));
        Assert.Equal(DeadlineState.Dropped, StateAfter(CaseEvents.Withdrawn, "2026-04-15T00:00"));
        Assert.Equal(DeadlineState.Suspended, StateAfter(CaseEvents.Incomplete, "2026-04-15T00:00"));
    }

    [Fact]
    public void A_limit_that_starts_again_is_another_one()
    {
        var rule = Rule(3, DeadlineUnit.CalendarDays) with { Starts = CaseEvents.Accepted, Ends = [CaseEvents.Assigned] };
        CaseEvent[] events =
        [
            new(CaseEvents.Received, At("2026-04-01T10:00")), new(CaseEvents.Accepted, At("2026-04-07T10:00")), new(CaseEvents.Assigned, At("2026-04-08T10:00")),
            new(CaseEvents.Accepted, At("2026-04-14T10:00")), new(CaseEvents.Accepted, At("2026-04-15T10:00")),
        ];
        var deadlines = DeadlineCounter.Count([rule], events, Calendar, At("2026-04-15T11:00"));
        Assert.Equal([1, 2], deadlines.Select(deadline => deadline.Occurrence));
        Assert.Equal([Deadline.EndOf(Day("2026-04-10")), Deadline.EndOf(Day("2026-04-17"))], deadlines.Select(deadline => deadline.Due));
    }

    private static DeadlineState StateAfter(string name, string at) => Assert.Single(DeadlineCounter.Count(
        [Rule(7, DeadlineUnit.CalendarDays)], [new(CaseEvents.Received, At("2026-04-14T10:00")), new(name, At(at))], Calendar, At("2026-06-01T00:00")))
        .StateAt(At("2026-06-01T00:00"));

    /// <summary>What happened, the spans that are frozen, and now: pauses of two kinds that may overlap, the last of them perhaps still open.</summary>
    private static (List<CaseEvent> Events, List<(DateTimeOffset From, DateTimeOffset To)> Frozen, DateTimeOffset Now) History(Random random, DateTimeOffset start)
    {
        var events = new List<CaseEvent> { new(CaseEvents.Received, start) };
        var frozen = new List<(DateTimeOffset From, DateTimeOffset To)>();
        var now = start.AddMinutes(random.Next(60 * 24 * 60));
        foreach (var (from, to) in new[] { (CaseEvents.Incomplete, CaseEvents.Supplemented), (CaseEvents.Suspended, CaseEvents.Resumed) })
        {
            var at = start;
            for (var i = random.Next(3); i > 0; i--)
            {
                var begin = at.AddMinutes(random.Next(12 * 24 * 60));
                if (begin > now)
                    break;
                at = begin.AddMinutes(1 + random.Next(9 * 24 * 60));
                events.Add(new(from, begin));
                frozen.Add((begin, at < now ? at : now));
                if (at > now)
                    break;
                events.Add(new(to, at));
            }
        }

        return ([.. events.OrderBy(item => item.At)], frozen, now);
    }

    private static DateOnly Independent(DateOnly start, int length, DeadlineUnit unit, List<(DateTimeOffset From, DateTimeOffset To)> frozen)
    {
        var after = Enumerable.Range(1, 730).Select(start.AddDays).ToList();
        // A day is lost when the clock stands still as it begins.
        var live = after.Where(day => !frozen.Exists(span => span.From < Midnight(day) && Midnight(day) <= span.To)).ToList();
        if (unit == DeadlineUnit.Months)
        {
            var month = new DateOnly(start.Year + ((start.Month - 1 + length) / 12), ((start.Month - 1 + length) % 12) + 1, 1);
            var corresponding = month.AddDays(Math.Min(start.Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
            length = after.Count(day => day <= corresponding);
        }

        var counted = unit == DeadlineUnit.WorkingDays ? live.Where(IsWorked).ToList() : live;
        return live.First(day => day >= counted[length - 1] && IsWorked(day));
    }

    private static bool IsWorked(DateOnly day) => Worked.Contains(day) || (!Off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.FromHours(8));

    private static DeadlineRule Rule(int length, DeadlineUnit unit) => new()
    {
        Id = "decide",
        Name = "决定",
        Starts = CaseEvents.Received,
        Ends = [CaseEvents.Accepted, CaseEvents.Refused],
        Length = length,
        Unit = unit,
        AmberBefore = unit is DeadlineUnit.Months or DeadlineUnit.Years ? 0 : Math.Min(2, length - 1),
        Party = DeadlineParty.Office,
        Pauses = [new(CaseEvents.Incomplete, CaseEvents.Supplemented), new(CaseEvents.Suspended, CaseEvents.Resumed)],
        Basis = [],
    };

    private static IEnumerable<DateOnly> Days(string first, int count) => Enumerable.Range(0, count).Select(Day(first).AddDays);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "+08:00", System.Globalization.CultureInfo.InvariantCulture);
}
