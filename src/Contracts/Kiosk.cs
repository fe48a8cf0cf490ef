using System.Globalization;
using System.Text.Json.Serialization;

namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/kiosk/enrol</c>: a machine becomes a kiosk of the centre.</summary>
/// <param name="Code">The one-time code that the console shows; case, spaces and hyphens do not matter.</param>
/// <param name="PublicKey">The machine's key: ECDSA over P-256, as SubjectPublicKeyInfo (RFC 5280) in Base64. Its private half never leaves the machine.</param>
/// <param name="Machine">What the machine calls itself, so that the console tells two apart; at most 80 characters.</param>
public sealed record KioskEnrolmentRequest(string Code, string PublicKey, string Machine);

/// <summary>A machine that is a kiosk now.</summary>
/// <param name="KioskId">What it asks for tokens as.</param>
/// <param name="Name">What the console calls it.</param>
/// <param name="Office">Id of the office it belongs to, as in <c>GET /api/v1/places</c>.</param>
/// <param name="SigningKey">The key that the centre signs corpora with, in the form of <see cref="KioskEnrolmentRequest.PublicKey"/>.</param>
public sealed record KioskEnrolmentResponse(string KioskId, string Name, string Office, string SigningKey);

/// <summary>Body of <c>POST /api/v1/kiosk/token</c>.</summary>
/// <param name="KioskId">As enrolment gave it.</param>
/// <param name="IssuedAt">Now, by the machine's clock, or by the centre's where <c>kiosk.clock</c> has told its time.</param>
/// <param name="Nonce">16 random bytes or more in Base64; counts once.</param>
/// <param name="Signature">ECDSA with SHA-256 over <see cref="SignedText"/> in UTF-8, as IEEE P1363 (r and s, 64 bytes) in Base64.</param>
public sealed record KioskTokenRequest(string KioskId, DateTimeOffset IssuedAt, string Nonce, string Signature)
{
    /// <summary>What the signature is over.</summary>
    [JsonIgnore]
    public string SignedText => string.Create(CultureInfo.InvariantCulture, $"legal-kiosk-token/1\n{KioskId}\n{IssuedAt.ToUnixTimeMilliseconds()}\n{Nonce}");
}

/// <summary>What a kiosk shows with every call, as <c>Authorization: Kiosk TOKEN</c>.</summary>
/// <param name="Token">Opaque.</param>
/// <param name="ExpiresAt">From then on another one is needed.</param>
/// <param name="ServerTime">The centre's time.</param>
public sealed record KioskTokenResponse(string Token, DateTimeOffset ExpiresAt, DateTimeOffset ServerTime);

/// <summary>Body of <c>POST /api/v1/kiosk/heartbeat</c>: how a kiosk is.</summary>
/// <param name="Version">Version of its program.</param>
/// <param name="ApiVersion">Version of the shared API it was built for: <see cref="CurrentApi"/>.</param>
/// <param name="Corpus">Version of the corpus it answers from without a line; null while it has none.</param>
/// <param name="StartedAt">When its process began, by the centre's time.</param>
/// <param name="LastUsedAt">When it was last touched; null when never since its start.</param>
/// <param name="Devices">Its devices.</param>
/// <param name="Outbox">What waits to be delivered.</param>
/// <param name="FreeDiskBytes">Bytes free where it keeps its data.</param>
/// <param name="ClockOffsetSeconds">The machine's clock less the centre's; positive when it is fast.</param>
/// <param name="Problems">Stable codes of what is wrong with it beyond its devices; empty when nothing is.</param>
public sealed record KioskHeartbeatRequest(
    string Version,
    int ApiVersion,
    string? Corpus,
    DateTimeOffset StartedAt,
    DateTimeOffset? LastUsedAt,
    IReadOnlyList<KioskDevice> Devices,
    KioskOutbox Outbox,
    long FreeDiskBytes,
    double ClockOffsetSeconds,
    IReadOnlyList<string> Problems)
{
    /// <summary>Version of what kiosks and the centre say to each other, from 1; raised when an older one of them can no longer be understood.</summary>
    public const int CurrentApi = 1;
}

/// <summary>A device of a kiosk.</summary>
/// <param name="Kind"><c>printer</c>, <c>idReader</c>, <c>scanner</c>, <c>camera</c> or <c>speaker</c>.</param>
/// <param name="State"><c>ok</c>, <c>paperLow</c>, <c>paperOut</c>, <c>jam</c>, <c>failed</c>, <c>offline</c> or <c>none</c> (the machine has no such device).</param>
/// <param name="Detail">What the device itself says; null when nothing. Never personal data.</param>
public sealed record KioskDevice(string Kind, string State, string? Detail = null);

/// <summary>What a kiosk took in while the line was cut.</summary>
/// <param name="Waiting">How many submissions wait.</param>
/// <param name="OldestAt">When the oldest of them was made; null when none waits.</param>
public sealed record KioskOutbox(int Waiting, DateTimeOffset? OldestAt = null);

/// <summary>Answer of <c>POST /api/v1/kiosk/heartbeat</c>: what the centre wants.</summary>
/// <param name="ServerTime">The centre's time.</param>
/// <param name="ServerVersion">Version of its program.</param>
/// <param name="ApiVersion">Version of its API.</param>
/// <param name="Corpus">Version of the corpus that kiosks should have; null while it is being put together.</param>
/// <param name="Paused">True: the screen says that it is out of use and takes nothing in; the outbox is still delivered.</param>
/// <param name="Message">What the screen shows on top, or in its place while paused; null for nothing.</param>
/// <param name="HeartbeatSeconds">After how many seconds the next heartbeat is expected.</param>
public sealed record KioskHeartbeatResponse(
    DateTimeOffset ServerTime, string ServerVersion, int ApiVersion, string? Corpus, bool Paused, string? Message, int HeartbeatSeconds);

/// <summary>Answer of <c>GET /api/v1/kiosk/corpus</c>: the corpus that kiosks should have.</summary>
/// <param name="Version">Changes whenever a file of it does; letters, digits and hyphens.</param>
/// <param name="Bytes">Length of the ZIP file that <c>GET /api/v1/kiosk/corpus/{version}</c> gives.</param>
/// <param name="Sha256">SHA-256 of that file, 64 small hexadecimal digits.</param>
/// <param name="Signature">Over <see cref="SignedText"/> with the key of <see cref="KioskEnrolmentResponse.SigningKey"/>, in the form of <see cref="KioskTokenRequest.Signature"/>.</param>
public sealed record KioskCorpusResponse(string Version, long Bytes, string Sha256, string Signature)
{
    /// <summary>Name of the file of the ZIP that holds the offices: a JSON array of <see cref="PlaceResponse"/>, whose opening hours count, not what was open when it was made.</summary>
    public const string PlacesFile = "places.json";

    /// <summary>Folders of the ZIP that are corpora, the first one first; those that are not there are left out.</summary>
    public static readonly IReadOnlyList<string> Folders = ["corpus", "fulltext", "desk"];

    /// <summary>What the signature is over.</summary>
    [JsonIgnore]
    public string SignedText => string.Create(CultureInfo.InvariantCulture, $"legal-corpus/1\n{Version}\n{Bytes}\n{Sha256}");
}
