namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/kiosk/matters</c>: whose card was read.</summary>
/// <param name="Name">As the card says.</param>
/// <param name="IdNumber">As the card says.</param>
public sealed record KioskPersonRequest(string Name, string IdNumber)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(KioskPersonRequest);
}

/// <summary>Answer of <c>POST /api/v1/kiosk/matters</c>: what is underway for the person of a card; empty when nothing is.</summary>
/// <param name="Requests">His or her requests, the newest first.</param>
/// <param name="Appointments">Appointments made for them, the next one first, those that are over left out.</param>
public sealed record KioskMattersResponse(IReadOnlyList<KioskMatter> Requests, IReadOnlyList<KioskMatterAppointment> Appointments);

/// <summary>A request of the person whose card was read.</summary>
/// <param name="Number">Number of the request. Its pickup code is not shown: without it, nothing of the request can be changed.</param>
/// <param name="Service">Id of its service.</param>
/// <param name="ServiceName">Name of its service.</param>
/// <param name="State">As in <see cref="LookupResponse.State"/>.</param>
/// <param name="StateText">The same in the citizen's words.</param>
/// <param name="ReceivedAt">When it was sent.</param>
/// <param name="NextDue">The next time limit that runs; null when none does.</param>
/// <param name="Asked">What the citizen is asked to add; empty when nothing is.</param>
public sealed record KioskMatter(
    string Number,
    string Service,
    string ServiceName,
    string State,
    string StateText,
    DateTimeOffset ReceivedAt,
    DeadlineResponse? NextDue,
    IReadOnlyList<AskedItemResponse> Asked);

/// <summary>An appointment of the person whose card was read.</summary>
/// <param name="Number">Number of the appointment.</param>
/// <param name="RequestNumber">The request it was made for.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="OfficeName">What the office is called.</param>
/// <param name="State">Such as <c>booked</c>.</param>
public sealed record KioskMatterAppointment(
    string Number, string RequestNumber, DateTimeOffset Start, DateTimeOffset End, string Office, string OfficeName, string State);

/// <summary>Body of <c>POST /api/v1/kiosk/callbacks</c>: the office is asked to call back.</summary>
/// <param name="Phone">Where the citizen can be reached; he or she has agreed that it is kept for the call.</param>
/// <param name="About">What it is about, at most 500 characters.</param>
/// <param name="Name">How to address the citizen; null when not said.</param>
public sealed record KioskCallbackRequest(string Phone, string About, string? Name = null)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(KioskCallbackRequest);
}

/// <summary>A call that is promised.</summary>
/// <param name="DueAt">By when, in the office's working hours.</param>
public sealed record KioskCallbackResponse(DateTimeOffset DueAt);

/// <summary>Body of <c>POST /api/v1/kiosk/pickups/open</c>: a document is asked for (跨域文书自取).</summary>
/// <param name="Code">Its pickup code; case, spaces and hyphens do not matter.</param>
/// <param name="Name">As the identity card says.</param>
/// <param name="IdNumber">As the identity card says.</param>
public sealed record PickupOpenRequest(string Code, string Name, string IdNumber)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(PickupOpenRequest);
}

/// <summary>A document that is kept for this kiosk to hand out.</summary>
/// <param name="Collection">What the other calls take.</param>
/// <param name="Title">What the document is.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Office">Name of the office that laid it ready.</param>
/// <param name="ExpiresAt">Until then it is neither given out elsewhere nor lost; afterwards it can be asked for again.</param>
public sealed record PickupOpenResponse(string Collection, string Title, int Pages, string Office, DateTimeOffset ExpiresAt);

/// <summary>Body of <c>POST /api/v1/kiosk/pickups/file</c>, <c>/collected</c> and <c>/release</c>.</summary>
/// <param name="Collection">As opening gave it.</param>
public sealed record PickupCollectionRequest(string Collection);

/// <summary>Answer of <c>POST /api/v1/kiosk/pickups/collected</c>: the receipt.</summary>
/// <param name="Number">Number of the document's pick-up.</param>
/// <param name="At">When it was handed out.</param>
public sealed record PickupReceiptResponse(string Number, DateTimeOffset At);
