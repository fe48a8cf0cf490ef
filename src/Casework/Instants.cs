namespace LegalService.Casework;

/// <summary>Points in time as both databases keep them.</summary>
internal static class Instants
{
    /// <summary>Without what is finer than a microsecond.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset instant) =>
        new(instant.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
