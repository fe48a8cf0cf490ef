using System.Globalization;
using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using MudBlazor;

namespace LegalService.Server.Staff.Diary;

/// <summary>What the diary calls things.</summary>
internal static class DiaryWords
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static string Way(MeetingWay way) => way switch
    {
        MeetingWay.Phone => "电话",
        MeetingWay.Video => "视频",
        _ => "当面",
    };

    public static string WayIcon(MeetingWay way) => way switch
    {
        MeetingWay.Phone => Icons.Material.Filled.Phone,
        MeetingWay.Video => Icons.Material.Filled.Videocam,
        _ => Icons.Material.Filled.Person,
    };

    public static string State(AppointmentState state) => state switch
    {
        AppointmentState.Completed => "已办",
        AppointmentState.Missed => "没来",
        AppointmentState.Cancelled => "已取消",
        _ => "已约",
    };

    /// <summary>11月30日 周一.</summary>
    public static string Day(DateOnly day) => day.ToString("M月d日 ddd", Chinese);

    /// <summary>11月30日 周一 09:30.</summary>
    public static string Moment(DateTimeOffset moment) => BeijingTime.Of(moment).ToString("M月d日 ddd HH:mm", Chinese);

    /// <summary>09:30.</summary>
    public static string Clock(DateTimeOffset moment) => BeijingTime.Of(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Minutes since midnight in Beijing.</summary>
    public static int Minute(DateTimeOffset moment) => (int)BeijingTime.Of(moment).TimeOfDay.TotalMinutes;

    public static string Service(this ServiceCatalog catalog, string id) => catalog.Find(id)?.Name ?? id;
}
