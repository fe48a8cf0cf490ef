namespace LegalService.Server.Tests.Conversations;

/// <summary>A clock that runs as the machine's does, on another day.</summary>
internal sealed class MovedTime : TimeProvider
{
    private TimeSpan _by;

    /// <summary>Wednesday 2026-11-25, 9:00 in Beijing.</summary>
    public static DateTimeOffset Begin { get; } = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => (base.GetUtcNow() + _by).ToUniversalTime();

    public void GoTo(DateTimeOffset moment) => _by = moment - base.GetUtcNow();

    public void GoOn(TimeSpan time) => _by += time;
}
