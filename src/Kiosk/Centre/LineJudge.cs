using LegalService.Contracts;

namespace LegalService.Kiosk.Centre;

/// <summary>What the state of the line follows from.</summary>
internal sealed record LineFacts
{
    /// <summary>As which kiosk the machine is enrolled; null: as none.</summary>
    public required EnrolmentRecord? Enrolment { get; init; }

    /// <summary>What the centre has just said; null when it did not answer.</summary>
    public required KioskHeartbeatResponse? Heard { get; init; }

    /// <summary>What it said last; null when it never did.</summary>
    public required CentreWord? Last { get; init; }

    /// <summary>Whether the machine's clock is wrong.</summary>
    public required bool ClockIsWrong { get; init; }

    /// <summary>Whether nothing more can be kept.</summary>
    public required bool DiskIsFull { get; init; }

    /// <summary>Whether the centre has been asked since the start.</summary>
    public bool WasAsked { get; init; } = true;
}

/// <summary>Tells the state of the line: of several that hold, the one that takes most away.</summary>
internal static class LineJudge
{
    public static LineStatus Judge(LineFacts facts)
    {
        var isUp = facts.Heard is not null;
        return new(State(facts), isUp, isUp ? facts.Heard!.Message : facts.Last?.Message);
    }

    private static LineState State(LineFacts facts) => facts switch
    {
        { Enrolment: null } => LineState.NotEnrolled,
        { Enrolment.Revoked: true } => LineState.Revoked,
        { Heard.Paused: true } or { Heard: null, Last.Paused: true } => LineState.Paused,
        { Heard.ApiVersion: > KioskHeartbeatRequest.CurrentApi } => LineState.ServerNewer,
        { Heard.ApiVersion: < KioskHeartbeatRequest.CurrentApi } => LineState.ServerOlder,
        { DiskIsFull: true } => LineState.DiskFull,
        { WasAsked: false } => LineState.Starting,
        { Heard: null } => LineState.Offline,
        { ClockIsWrong: true } => LineState.ClockWrong,
        _ => LineState.Online,
    };
}
