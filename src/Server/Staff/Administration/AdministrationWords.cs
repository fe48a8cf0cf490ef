using System.Globalization;
using LegalService.Casework.Calendar;

namespace LegalService.Server.Staff.Administration;

/// <summary>How the pages of the administration write things.</summary>
internal static class AdministrationWords
{
    /// <summary>2026年11月30日 09:30.</summary>
    public static string Moment(DateTimeOffset moment) => BeijingTime.Of(moment).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whether something is there, never what it is.</summary>
    public static string IsSet(string? secret) => string.IsNullOrEmpty(secret) ? "没有设置" : "已设置（不显示）";
}
