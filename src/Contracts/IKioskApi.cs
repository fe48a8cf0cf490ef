using Refit;

namespace LegalService.Contracts;

/// <summary>The door of the centre: what a machine may ask that holds no token yet.</summary>
public interface IKioskEntryApi
{
    /// <summary>
    /// Becomes a kiosk: <c>kiosk.code</c> (wrong, used or expired), <c>kiosk.key</c>, <c>kiosk.machine</c>, <c>lookup.locked</c>. The same code with the same key
    /// may be sent again while it is valid, so that an answer that was lost is given anew.
    /// </summary>
    [Post("/api/v1/kiosk/enrol")]
    Task<KioskEnrolmentResponse> EnrolAsync([Body] KioskEnrolmentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// A token for some minutes: <c>kiosk.unknown</c>, <c>kiosk.revoked</c>, <c>kiosk.signature</c>, <c>kiosk.nonce</c> (came before), <c>kiosk.clock</c> (too far from
    /// the centre's time, which the problem holds as <c>serverTime</c>: sign again with it).
    /// </summary>
    [Post("/api/v1/kiosk/token")]
    Task<KioskTokenResponse> TokenAsync([Body] KioskTokenRequest request, CancellationToken cancellationToken = default);
}

/// <summary>
/// What only a kiosk may ask. Every call, and those of <see cref="ILegalServiceApi"/> that a kiosk makes, carry <c>Authorization: Kiosk TOKEN</c>, which a
/// delegating handler adds: requests then say that they came from this kiosk. A token that no longer holds is refused on any route with 401
/// <c>kiosk.token</c> (ask for another one) or <c>kiosk.revoked</c>. A paused kiosk looks up nobody: <c>kiosk.paused</c>; what it has taken in is still received.
/// </summary>
public interface IKioskApi
{
    /// <summary>Says how the kiosk is and hears what the centre wants; <c>heartbeat.invalid</c>.</summary>
    [Post("/api/v1/kiosk/heartbeat")]
    Task<KioskHeartbeatResponse> HeartbeatAsync([Body] KioskHeartbeatRequest request, CancellationToken cancellationToken = default);

    /// <summary>The corpus that kiosks should have; <c>kiosk.corpusNotReady</c> while it is put together.</summary>
    [Get("/api/v1/kiosk/corpus")]
    Task<KioskCorpusResponse> CorpusAsync(CancellationToken cancellationToken = default);

    /// <summary>Its file, from a byte on; <c>kiosk.corpusGone</c> when another version has taken its place.</summary>
    /// <param name="version">As <see cref="CorpusAsync"/> gave it.</param>
    /// <param name="range">Such as <c>bytes=1048576-</c> to go on where it broke off (RFC 9110); null for all of it.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    [Get("/api/v1/kiosk/corpus/{version}")]
    Task<HttpResponseMessage> CorpusFileAsync(string version, [Header("Range")] string? range = null, CancellationToken cancellationToken = default);

    /// <summary>What is underway for the person whose card was read; <c>person.name</c>, <c>person.idNumber</c>, <c>kiosk.paused</c>.</summary>
    [Post("/api/v1/kiosk/matters")]
    Task<KioskMattersResponse> MattersAsync([Body] KioskPersonRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for a call back; <c>phone.length</c>, <c>phone.areaCode</c>, <c>phone.format</c>, <c>callback.about</c>, <c>callback.name</c>.</summary>
    [Post("/api/v1/kiosk/callbacks")]
    Task<KioskCallbackResponse> CallBackAsync(
        [Body] KioskCallbackRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps a document for this kiosk: <c>pickup.notFound</c> for a wrong code and a wrong person alike, <c>pickup.expired</c>, <c>pickup.collected</c>,
    /// <c>pickup.busy</c> (another kiosk is handing it out), <c>pickup.notReady</c> (not yet found clean of viruses), <c>person.name</c>, <c>person.idNumber</c>,
    /// <c>lookup.locked</c>, <c>kiosk.paused</c>.
    /// </summary>
    [Post("/api/v1/kiosk/pickups/open")]
    Task<PickupOpenResponse> OpenPickupAsync([Body] PickupOpenRequest request, CancellationToken cancellationToken = default);

    /// <summary>The document as PDF; <c>pickup.notOpen</c> when it is kept for this kiosk no longer.</summary>
    [Post("/api/v1/kiosk/pickups/file")]
    Task<HttpResponseMessage> PickupFileAsync([Body] PickupCollectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>It is in the citizen's hands, once and for all; said twice it is one receipt. <c>pickup.notOpen</c>.</summary>
    [Post("/api/v1/kiosk/pickups/collected")]
    Task<PickupReceiptResponse> PickupCollectedAsync([Body] PickupCollectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>It could not be printed and can be fetched again; said twice it is one. <c>pickup.notOpen</c>.</summary>
    [Post("/api/v1/kiosk/pickups/release")]
    Task ReleasePickupAsync([Body] PickupCollectionRequest request, CancellationToken cancellationToken = default);
}
