namespace LegalService.Casework.Kiosks;

/// <summary>A kiosk as far as its calls go.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">In the console.</param>
/// <param name="Office">Id of the office it belongs to.</param>
/// <param name="IsRevoked">It may no longer speak to the centre.</param>
/// <param name="IsPaused">Its screen is out of use.</param>
/// <param name="Message">What its screen shows; null for nothing.</param>
public sealed record KnownKiosk(Guid Id, string Name, string Office, bool IsRevoked, bool IsPaused, string? Message);

/// <summary>How a kiosk says it is.</summary>
/// <param name="Version">Version of its program.</param>
/// <param name="ApiVersion">Version of the API it was built for.</param>
/// <param name="Corpus">Version of the corpus it has; null while it has none.</param>
/// <param name="StartedAt">When its process began.</param>
/// <param name="LastUsedAt">When it was last touched; null when never since.</param>
/// <param name="Devices">Its devices.</param>
/// <param name="Waiting">Submissions that wait in its outbox.</param>
/// <param name="OldestAt">When the oldest of them was made; null when none waits.</param>
/// <param name="FreeDiskBytes">Bytes free where it keeps its data.</param>
/// <param name="ClockOffsetSeconds">Its clock less the centre's.</param>
/// <param name="Problems">Codes of what is wrong beyond its devices.</param>
public sealed record KioskReport(
    string Version,
    int ApiVersion,
    string? Corpus,
    DateTimeOffset StartedAt,
    DateTimeOffset? LastUsedAt,
    IReadOnlyList<DeviceReport> Devices,
    int Waiting,
    DateTimeOffset? OldestAt,
    long FreeDiskBytes,
    double ClockOffsetSeconds,
    IReadOnlyList<string> Problems);

/// <summary>A device of a kiosk.</summary>
/// <param name="Kind">Such as <c>printer</c>.</param>
/// <param name="State">One of <see cref="DeviceStates"/>.</param>
/// <param name="Detail">What the device says; null when nothing.</param>
public sealed record DeviceReport(string Kind, string State, string? Detail);

/// <summary>How a device can be.</summary>
public static class DeviceStates
{
    /// <summary>It works.</summary>
    public const string Ok = "ok";

    /// <summary>It works, and will soon be out of paper.</summary>
    public const string PaperLow = "paperLow";

    /// <summary>It is out of paper.</summary>
    public const string PaperOut = "paperOut";

    /// <summary>Paper sticks in it.</summary>
    public const string Jam = "jam";

    /// <summary>It does not work.</summary>
    public const string Failed = "failed";

    /// <summary>It does not answer.</summary>
    public const string Offline = "offline";

    /// <summary>The machine has none.</summary>
    public const string None = "none";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ok, PaperLow, PaperOut, Jam, Failed, Offline, None];
}

/// <summary>What the kiosks should have, as the asking server knows it.</summary>
/// <param name="ApiVersion">Version of its API.</param>
/// <param name="Corpus">Version of the corpus; null while it is put together.</param>
/// <param name="CorpusSince">Since when kiosks can have it.</param>
public sealed record CentreState(int ApiVersion, string? Corpus, DateTimeOffset CorpusSince);

/// <summary>A kiosk as the console shows it.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">In the console.</param>
/// <param name="Office">Id of its office.</param>
/// <param name="Machine">What the machine calls itself.</param>
/// <param name="EnrolledAt">When it became a kiosk.</param>
/// <param name="RevokedAt">Since when it may no longer speak to the centre; null while it may.</param>
/// <param name="PausedAt">Since when it is out of use; null while it is in use.</param>
/// <param name="Message">What its screen shows; null for nothing.</param>
/// <param name="SeenAt">When it last said how it is; null when never.</param>
/// <param name="Report">What it said; null when never.</param>
/// <param name="Alarms">What is wrong, the serious first; empty for one that was revoked.</param>
/// <param name="Requests">How many requests were made at it in the last <see cref="KioskOptions.CountDays"/>.</param>
public sealed record KioskRow(
    Guid Id,
    string Name,
    string Office,
    string Machine,
    DateTimeOffset EnrolledAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? PausedAt,
    string? Message,
    DateTimeOffset? SeenAt,
    KioskReport? Report,
    IReadOnlyList<KioskAlarm> Alarms,
    int Requests);

/// <summary>A code with which one machine becomes a kiosk.</summary>
/// <param name="Code">Eight digits; told once.</param>
/// <param name="ExpiresAt">Until when it is valid.</param>
public sealed record KioskInvited(string Code, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the code: a log may hold it.</summary>
    public override string ToString() => nameof(KioskInvited);
}
