using System.Globalization;
using LegalService.Casework.Notifications;

namespace LegalService.Casework.Tests.Notifications;

public sealed class SpokenTimeTests
{
    [Theory]
    [InlineData("2026-11-26T09:30:00+08:00", "11月26日（周四）上午9:30")]
    [InlineData("2026-11-26T01:30:00Z", "11月26日（周四）上午9:30")]
    [InlineData("2026-11-29T12:05:00+08:00", "11月29日（周日）中午12:05")]
    [InlineData("2026-11-30T15:00:00+08:00", "11月30日（周一）下午3:00")]
    [InlineData("2026-12-05T20:00:00+08:00", "12月5日（周六）晚上8:00")]
    [InlineData("2026-12-05T16:10:00Z", "12月6日（周日）凌晨0:10")]
    public void A_moment_is_said_on_the_clock_of_Beijing(string moment, string spoken)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");

        Assert.Equal(spoken, SpokenTime.Moment(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-12-01T23:59:59+08:00", "12月1日（周二）结束")]
    [InlineData("2026-12-01T15:00:00+08:00", "12月1日（周二）下午3:00")]
    public void A_limit_that_is_a_day_is_said_as_a_day(string due, string spoken) =>
        Assert.Equal(spoken, SpokenTime.Limit(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture)));
}
