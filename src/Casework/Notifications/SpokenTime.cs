using System.Globalization;
using LegalService.Casework.Calendar;

namespace LegalService.Casework.Notifications;

/// <summary>Times as they are said, on Beijing's clock. Pure.</summary>
public static class SpokenTime
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>11月26日（周四）上午9:30.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var clock = BeijingTime.Of(moment);
        var part = clock.Hour switch { < 6 => "凌晨", < 12 => "上午", < 13 => "中午", < 18 => "下午", _ => "晚上" };
        var hour = clock.Hour > 12 ? clock.Hour - 12 : clock.Hour;
        return string.Create(CultureInfo.InvariantCulture, $"{Day(moment)}{part}{hour}:{clock.Minute:00}");
    }

    /// <summary>11月26日（周四）.</summary>
    public static string Day(DateTimeOffset moment)
    {
        var clock = BeijingTime.Of(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{clock.Month}月{clock.Day}日（周{Weekdays[(int)clock.DayOfWeek]}）");
    }

    /// <summary>Before which something must be done: the day when it ends with one, else the moment. A limit kept until 23:59:59 of a day is said as 11月26日结束.</summary>
    public static string Limit(DateTimeOffset due)
    {
        var clock = BeijingTime.Of(due);
        return clock is { Hour: 23, Minute: 59 } ? $"{Day(due)}结束" : Moment(due);
    }
}
