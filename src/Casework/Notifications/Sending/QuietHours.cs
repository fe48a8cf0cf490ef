namespace LegalService.Casework.Notifications.Sending;

/// <summary>When nobody is woken. Pure functions.</summary>
internal static class QuietHours
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Whether it is quiet now; the first minute is quiet, the last one is not.</summary>
    public static bool Hold(NotificationOptions options, DateTimeOffset now)
    {
        var clock = TimeOnly.FromTimeSpan(now.ToOffset(Beijing).TimeOfDay);
        // False when both are the same; over midnight when the first is later.
        return options.QuietFrom != options.QuietTo && clock.IsBetween(options.QuietFrom, options.QuietTo);
    }
}
