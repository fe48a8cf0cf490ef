namespace LegalService.Kiosk.Sessions;

/// <summary>A person is gone.</summary>
/// <param name="SessionId">Whose print jobs, files and readings are to be removed.</param>
/// <param name="Why">What ended it.</param>
internal sealed record SessionEnd(string SessionId, EndReason Why);

/// <summary>What ends a session.</summary>
internal enum EndReason
{
    /// <summary>The person pressed 结束并清除.</summary>
    Finished,

    /// <summary>Nobody touched the screen for too long.</summary>
    Idle,

    /// <summary>The browser is gone, or shows the first screen anew.</summary>
    Disconnected,

    /// <summary>The door was opened.</summary>
    Door,

    /// <summary>The mains failed.</summary>
    Power,

    /// <summary>The centre stopped or revoked the kiosk.</summary>
    Centre,
}
