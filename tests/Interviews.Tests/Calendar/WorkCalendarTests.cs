using FsCheck.Xunit;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Shipped = WorkCalendar.Load(Path.Combine(AppContext.BaseDirectory, "calendar"));

    /// <summary>Written from the two notices by hand, month by month, independent of the corpus: weekdays off, and weekend days on.</summary>
    private static readonly Dictionary<int, (string Off, string On)> ByHand = new()
    {
        [2025] = ("0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008", "0126 0208 0427 0928 1011"),
        [2026] = ("0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007", "0104 0214 0228 0509 0920 1010"),
    };

    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Every_day_of_the_year_agrees_with_the_table_written_by_hand(int year, int workdays)
    {
        var off = ByHand[year].Off.Split(' ').ToHashSet(StringComparer.Ordinal);
        var on = ByHand[year].On.Split(' ').ToHashSet(StringComparer.Ordinal);
        var count = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var name = $"{day:MMdd}";
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.Equal(weekend ? on.Contains(name) : !off.Contains(name), Shipped.IsWorkday(day));
            count += Shipped.IsWorkday(day) ? 1 : 0;
        }

        Assert.Equal(workdays, count);
    }

    [Fact]
    public void A_year_without_a_notice_is_counted_by_weekends_and_said_to_be_unknown()
    {
        Assert.False(Shipped.Knows(2027));
        Assert.True(Shipped.IsWorkday(new DateOnly(2027, 1, 1)));
        Assert.False(Shipped.IsWorkday(new DateOnly(2027, 1, 2)));
        Assert.Null(Shipped.Warning(new DateOnly(2026, 11, 25), 30));
        Assert.Contains("2027", Shipped.Warning(new DateOnly(2026, 12, 2), 30), StringComparison.Ordinal);
        Assert.Contains("2027", Shipped.Warning(new DateOnly(2027, 1, 2), 30), StringComparison.Ordinal);
    }

    [Fact]
    public void Working_days_pass_over_a_holiday_and_take_its_make_up_days()
    {
        // 13 February is a Friday; the 14th is worked, the 15th to the 23rd are off, the 28th is worked.
        Assert.Equal(new DateOnly(2026, 2, 14), Shipped.AddWorkingDays(new DateOnly(2026, 2, 13), 1));
        Assert.Equal(new DateOnly(2026, 2, 24), Shipped.AddWorkingDays(new DateOnly(2026, 2, 13), 2));
        Assert.Equal(new DateOnly(2026, 2, 28), Shipped.AddWorkingDays(new DateOnly(2026, 2, 13), 6));
        Assert.Equal(new DateOnly(2026, 2, 24), Shipped.WorkdayFrom(new DateOnly(2026, 2, 15)));
        Assert.Equal("春节", Shipped.NameOf(new DateOnly(2026, 2, 21)));
        Assert.Equal("补春节", Shipped.NameOf(new DateOnly(2026, 2, 28)));
    }

    [Property]
    public bool Adding_working_days_and_counting_them_agree(ushort offset, byte days)
    {
        var day = new DateOnly(2025, 1, 1).AddDays(offset % 700);
        return Shipped.WorkingDaysBetween(day, Shipped.AddWorkingDays(day, days)) == days;
    }

    [Fact]
    public void All_mistakes_are_named_at_once_with_file_and_line()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("legalservice-calendar-").FullName, "calendar");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "2026.yaml"), """
            year: 2026
            notice: 通知
            issued: 2025年11月
            holidays:
              - name: 元旦
                from: 2026-01-01
                to: 2026-01-03
                days: 4
                workdays: [2026-01-05]
              - name: 又一个
                from: 2026-01-03
                to: 2026-01-03
                days: 1
                colour: red
            """);
        File.WriteAllText(Path.Combine(folder, "2027.yaml"), "a: ]");
        var problems = Assert.Throws<ServiceDefinitionException>(() => WorkCalendar.Load(folder)).Problems;
        Assert.Equal(
            [("calendar/2026.yaml", 3), ("calendar/2026.yaml", 8), ("calendar/2026.yaml", 9), ("calendar/2026.yaml", 11), ("calendar/2026.yaml", 14), ("calendar/2027.yaml", 1)],
            problems.Select(problem => (problem.File, problem.Line)));
    }
}
