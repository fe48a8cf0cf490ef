using System.Collections.Concurrent;

namespace LegalService.Kiosk.Sessions;

/// <summary>The people in front of the screen: one, or none. Safe for any number of threads.</summary>
internal sealed class SessionRegister(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, KioskSession> _underWay = new(StringComparer.Ordinal);

    /// <summary>A session is over; said once for each, before its screen is cleared. Whoever keeps something of it removes it now.</summary>
    public event Action<SessionEnd>? Ended;

    /// <summary>When somebody last touched the screen; null: not since the start.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Whether somebody is in the middle of something.</summary>
    public bool IsInUse => !_underWay.IsEmpty;

    /// <summary>Ends what is under way: the door was opened, the mains failed, the kiosk was revoked.</summary>
    public void EndAll(EndReason why)
    {
        foreach (var session in _underWay.Values)
            session.End(why);
    }

    internal void Begun(KioskSession session) => _underWay.TryAdd(session.Id, session);

    internal void Touched() => LastUsedAt = time.GetUtcNow();

    internal void Over(KioskSession session, EndReason why)
    {
        if (_underWay.TryRemove(session.Id, out _))
            Ended?.Invoke(new SessionEnd(session.Id, why));
    }
}
