using System.Globalization;
using LegalService.Casework.Calendar;

namespace LegalService.Server.Pages.Shell;

/// <summary>Days and times on Beijing's clock, as citizens read them.</summary>
internal static class Moments
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2026年11月30日.</summary>
    public static string Day(DateTimeOffset at) => BeijingTime.Of(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>11月30日 星期一.</summary>
    public static string Day(DateOnly day) => $"{Short(day)} {Weekday(day)}";

    /// <summary>11月30日.</summary>
    public static string Short(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    /// <summary>星期一.</summary>
    public static string Weekday(DateOnly day) => $"星期{Weekdays[(int)day.DayOfWeek]}";

    /// <summary>09:30.</summary>
    public static string Clock(DateTimeOffset at) => BeijingTime.Of(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026年11月30日 星期一 09:30.</summary>
    public static string Whole(DateTimeOffset at) =>
        $"{BeijingTime.Of(at).Year}年{Day(BeijingTime.DayOf(at))} {Clock(at)}";
}
