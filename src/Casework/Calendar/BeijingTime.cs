namespace LegalService.Casework.Calendar;

/// <summary>The clock of the whole country: UTC+8, no daylight saving. A day in this service is a day in Beijing.</summary>
public static class BeijingTime
{
    /// <summary>Eight hours.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The same moment on Beijing's clock.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>Now, on Beijing's clock.</summary>
    public static DateTimeOffset Now(TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The day it is in Beijing.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day it is, or was, in Beijing at that moment.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The moment at which Beijing's clock shows this.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time = default) => new(day.ToDateTime(time), Offset);
}
