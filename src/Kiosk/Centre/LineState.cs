namespace LegalService.Kiosk.Centre;

/// <summary>How this machine stands with the centre. What each one lets a citizen do says <see cref="LineStatus"/>.</summary>
internal enum LineState
{
    /// <summary>The centre has not been asked yet.</summary>
    Starting,

    /// <summary>Nobody has entered the code of the staff console here yet.</summary>
    NotEnrolled,

    /// <summary>The centre answers.</summary>
    Online,

    /// <summary>The centre does not answer.</summary>
    Offline,

    /// <summary>The staff have paused this machine, with a message.</summary>
    Paused,

    /// <summary>The staff have taken this machine out of service.</summary>
    Revoked,

    /// <summary>The centre answers; the clock of this machine is wrong, and the centre's is gone by.</summary>
    ClockWrong,

    /// <summary>The centre speaks a newer language than this program: it must be updated.</summary>
    ServerNewer,

    /// <summary>The centre speaks an older language than this program: it is about to be updated.</summary>
    ServerOlder,

    /// <summary>Nothing more can be kept on this machine.</summary>
    DiskFull,
}
