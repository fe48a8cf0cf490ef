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
/// <param name="Due">The last moment in which it is kept; null while its time does not run.</param>
/// <param name="Basis">The articles that say so, such as 《法律援助法》第四十三条; empty when it is the centre's own promise.</param>
/// <param name="Party"><c>office</c> or <c>applicant</c>: who must keep it.</param>
/// <param name="State"><c>green</c>, <c>amber</c>, <c>red</c>, <c>met</c>, <c>late</c> or <c>suspended</c>.</param>
public sealed record DeadlineResponse(string Name, DateTimeOffset? Due, string Basis, string Party, string State);

/// <summary>Number and pickup code of a request, in the body so that no secret stands in an address.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code; case, spaces and hyphens do not matter.</param>
public sealed record LookupRequest(string Number, string Code);

/// <summary>Answer of <c>POST /api/v1/requests/lookup</c>: what has become of a request.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Service">Id of its service.</param>
/// <param name="ServiceName">Name of its service.</param>
/// <param name="State">Such as <c>received</c>, <c>incomplete</c>, <c>accepted</c>, <c>refused</c>, <c>assigned</c>, <c>done</c> or <c>withdrawn</c>.</param>
/// <param name="StateText">The same in the citizen's words.</param>
/// <param name="Assignee">Who helps; null while nobody does.</param>
/// <param name="History">What happened, oldest first.</param>
/// <param name="Deadlines">Its time limits, those met as well.</param>
/// <param name="Asked">Everything the citizen is asked to add (法律援助法第四十三条: asked once for all of it); empty when nothing is.</param>
/// <param name="Reasons">Why it was refused; empty unless it is.</param>
/// <param name="HowToObject">How and where to object to the refusal; null unless the citizen can.</param>
/// <param name="Appointments">Appointments made for it.</param>
/// <param name="Attachments">Files that were sent.</param>
/// <param name="Can">What the citizen can do now: <c>supplement</c>, <c>withdraw</c>, <c>object</c>, <c>correct</c>, <c>erase</c>.</param>
/// <param name="Letters">Letters that were issued, the first first; null from a server that has none to give.</param>
/// <param name="Document">Name of the document that clerks have drafted, to be had with <c>POST /api/v1/requests/document</c>; null: none yet.</param>
public sealed record LookupResponse(
    string Number,
    string Service,
    string ServiceName,
    string State,
    string StateText,
    string? Assignee,
    IReadOnlyList<HistoryResponse> History,
    IReadOnlyList<DeadlineResponse> Deadlines,
    IReadOnlyList<AskedItemResponse> Asked,
    IReadOnlyList<RefusalReasonResponse> Reasons,
    string? HowToObject,
    IReadOnlyList<RequestAppointmentResponse> Appointments,
    IReadOnlyList<SentFileResponse> Attachments,
    IReadOnlyList<string> Can,
    IReadOnlyList<IssuedLetterResponse>? Letters = null,
    string? Document = null);

/// <summary>A letter that was issued about a request.</summary>
/// <param name="Id">What opening it takes.</param>
/// <param name="Title">What it is.</param>
/// <param name="Number">Its document number.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record IssuedLetterResponse(string Id, string Title, string Number, DateTimeOffset IssuedAt);

/// <summary>Body of <c>POST /api/v1/requests/letter</c> and <c>POST /api/v1/requests/letter/file</c>.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Id">Id of the letter.</param>
public sealed record LetterRequest(string Number, string Code, string Id);

/// <summary>Answer of <c>POST /api/v1/requests/letter</c>: a letter to read.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Number">Its document number.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Lines">Its paragraphs.</param>
public sealed record LetterResponse(string Title, string Number, DateTimeOffset IssuedAt, IReadOnlyList<PaperLineResponse> Lines);

/// <summary>Something that happened to a request.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What happened, such as <c>received</c>.</param>
/// <param name="Text">The same in the citizen's words.</param>
/// <param name="Message">What the clerk added; null when nothing.</param>
public sealed record HistoryResponse(DateTimeOffset At, string Event, string Text, string? Message);

/// <summary>Something the citizen is asked to add.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Field">The question of the interview to answer anew; null when it is a paper or something else.</param>
public sealed record AskedItemResponse(string Text, string? Field);

/// <summary>Why a request was refused.</summary>
/// <param name="Text">The reason.</param>
/// <param name="Basis">The articles it rests on.</param>
public sealed record RefusalReasonResponse(string Text, IReadOnlyList<BasisResponse> Basis);

/// <summary>An appointment of a request. Its own code is not shown here.</summary>
/// <param name="Number">Number of the appointment.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="State">Such as <c>booked</c>, <c>completed</c>, <c>noShow</c> or <c>cancelled</c>.</param>
public sealed record RequestAppointmentResponse(string Number, DateTimeOffset Start, DateTimeOffset End, string Office, string State);

/// <summary>A file of a request.</summary>
/// <param name="Id">What opening it takes.</param>
/// <param name="Name">Name of the file as it was sent.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Item">Field or paper it is for; null when it was not said.</param>
public sealed record SentFileResponse(string Id, string Name, long Size, string? Item);

/// <summary>Body of <c>POST /api/v1/requests/supplement</c>. At least one of answers, files and message is given.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Answers">Answers that are new or changed; the others stay. Null for none.</param>
/// <param name="Files">Ids of uploaded files; null for none.</param>
/// <param name="Message">A few words to the clerk; null for none.</param>
public sealed record SupplementRequest(
    string Number,
    string Code,
    IReadOnlyDictionary<string, JsonElement>? Answers = null,
    IReadOnlyList<SupplementFileRequest>? Files = null,
    string? Message = null);

/// <summary>An uploaded file that supplements a request.</summary>
/// <param name="Id">As the upload gave it.</param>
/// <param name="Item">Field or paper it is for; null when it is not said.</param>
public sealed record SupplementFileRequest(string Id, string? Item = null);

/// <summary>Body of <c>POST /api/v1/requests/object</c>: an objection to a refusal (法律援助法第四十九条).</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Grounds">Why the refusal is wrong, in the citizen's own words.</param>
public sealed record ObjectionRequest(string Number, string Code, string Grounds);

/// <summary>Body of <c>POST /api/v1/requests/correct</c> (个人信息保护法第四十六条).</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Answers">The answers that take the place of wrong ones.</param>
public sealed record CorrectionRequest(string Number, string Code, IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>Body of <c>POST /api/v1/requests/file</c>.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Id">Id of the file.</param>
public sealed record FileRequest(string Number, string Code, string Id);

/// <summary>Answer of <c>POST /api/v1/requests/data</c>: all that is kept about the citizen with a request (个人信息保护法第四十五条).</summary>
/// <param name="Review">The answers as they were agreed to.</param>
/// <param name="Answers">The same as data.</param>
/// <param name="Attachments">The files.</param>
/// <param name="KeptUntil">When all of it is removed at the latest; null while the request is underway.</param>
public sealed record MyDataResponse(
    IReadOnlyList<ReviewLineResponse> Review,
    IReadOnlyDictionary<string, JsonElement> Answers,
    IReadOnlyList<SentFileResponse> Attachments,
    DateTimeOffset? KeptUntil);

/// <summary>Answer of <c>POST /api/v1/attachments</c>: an uploaded file, to be named in an answer of type <c>file</c>.</summary>
/// <param name="Id">What the answer holds as <c>id</c>.</param>
/// <param name="Name">Name of the file as it was sent.</param>
/// <param name="Type">Media type found in the content; the type the sender claims is not trusted.</param>
/// <param name="Size">Bytes.</param>
public sealed record AttachmentResponse(string Id, string Name, string Type, long Size);
