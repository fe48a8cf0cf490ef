namespace LegalService.Casework.Notifications.Sending;

/// <summary>How long to wait before the next try. Pure.</summary>
internal static class BackOff
{
    /// <summary>Doubled with each try up to the longest, then taken between its half and its whole, so that a gateway that comes back is not met by a crowd.</summary>
    /// <param name="options">First and longest delay.</param>
    /// <param name="attempts">Tries so far, from 1.</param>
    /// <param name="chance">0 to 1.</param>
    /// <param name="retryAfter">What the other side asked for; the wait is not shorter, nor longer than a day because of it.</param>
    public static TimeSpan Delay(NotificationOptions options, int attempts, double chance, TimeSpan? retryAfter)
    {
        var doubled = options.FirstDelay * Math.Pow(2, Math.Min(attempts - 1, 30));
        var spread = (doubled < options.LongestDelay ? doubled : options.LongestDelay) * (0.5 + (chance / 2));
        var asked = retryAfter is { } wait && wait < TimeSpan.FromDays(1) ? wait : TimeSpan.Zero;
        return spread > asked ? spread : asked;
    }
}
