using System.Text.Json;

namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/requests</c>.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Answers">The answers of an interview that is done.</param>
/// <param name="Channel">Where it comes from, such as <c>web</c>, <c>wechat</c> or <c>kiosk</c>; null when not said.</param>
public sealed record SubmissionRequest(string Service, IReadOnlyDictionary<string, JsonElement> Answers, string? Channel = null);

/// <summary>A request that was received and is kept.</summary>
/// <param name="Number">What it is called from now on.</param>
/// <param name="Code">Pickup code. Shown once: who has number and code may see and withdraw the request.</param>
/// <param name="State"><c>received</c>.</param>
/// <param name="Deadlines">By when the service must act.</param>
public sealed record SubmissionResponse(string Number, string Code, string State, IReadOnlyList<DeadlineResponse> Deadlines);

/// <summary>A day or an hour by which something must be done.</summary>
/// <param name="Name">What must be done.</param>
/// <param name="Due">The last moment.</param>
/// <param name="Basis">The article that says so, such as 法律援助法第四十三条.</param>
public sealed record DeadlineResponse(string Name, DateTimeOffset Due, string Basis);

/// <summary>Number and pickup code of a request, in the body so that no secret stands in an address.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code; case, spaces and hyphens do not matter.</param>
public sealed record LookupRequest(string Number, string Code);

/// <summary>Answer of <c>POST /api/v1/requests/lookup</c>: what has become of a request.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Service">Id of its service.</param>
/// <param name="State">
/// <c>received</c>, <c>incomplete</c>, <c>supplemented</c>, <c>accepted</c>, <c>refused</c>, <c>objected</c>, <c>assigned</c>, <c>done</c> or
/// <c>withdrawn</c>.
/// </param>
/// <param name="StateText">The same in the citizen's words.</param>
/// <param name="History">What happened, oldest first.</param>
/// <param name="Deadlines">What is still due.</param>
/// <param name="Missing">Everything the citizen is asked to add (法律援助法第四十三条: asked once for all of it); empty when nothing is.</param>
/// <param name="Appointments">Appointments made for it.</param>
public sealed record LookupResponse(
    string Number,
    string Service,
    string State,
    string StateText,
    IReadOnlyList<HistoryResponse> History,
    IReadOnlyList<DeadlineResponse> Deadlines,
    IReadOnlyList<string> Missing,
    IReadOnlyList<RequestAppointmentResponse> Appointments);

/// <summary>Something that happened to a request.</summary>
/// <param name="At">When.</param>
/// <param name="State">The state it led to.</param>
/// <param name="Text">In the citizen's words.</param>
public sealed record HistoryResponse(DateTimeOffset At, string State, string Text);

/// <summary>An appointment of a request. Its own code is not shown here.</summary>
/// <param name="Number">Number of the appointment.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="State"><c>booked</c>, <c>done</c>, <c>noShow</c> or <c>cancelled</c>.</param>
public sealed record RequestAppointmentResponse(string Number, DateTimeOffset Start, DateTimeOffset End, string Office, string State);

/// <summary>Body of <c>POST /api/v1/requests/supplement</c>.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Answers">Answers that are new or changed; the others stay.</param>
public sealed record SupplementRequest(string Number, string Code, IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>Body of <c>POST /api/v1/requests/withdraw</c>.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Reason">Why; null when the citizen does not say.</param>
public sealed record WithdrawalRequest(string Number, string Code, string? Reason = null);

/// <summary>Answer of <c>POST /api/v1/attachments</c>: an uploaded file, to be named in an answer of type <c>file</c>.</summary>
/// <param name="Id">What the answer holds as <c>id</c>.</param>
/// <param name="Name">Name of the file as it was sent.</param>
/// <param name="Type">Media type found in the content; the type the sender claims is not trusted.</param>
/// <param name="Size">Bytes.</param>
public sealed record AttachmentResponse(string Id, string Name, string Type, long Size);
