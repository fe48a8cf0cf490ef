namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/my/codes</c>.</summary>
/// <param name="Phone">A mobile number. The answer is the same whether anything belongs to it or not.</param>
public sealed record MyCodeRequest(string Phone);

/// <summary>Answer of <c>POST /api/v1/my/codes</c>: if something belongs to the phone, a code is on its way to it.</summary>
/// <param name="Minutes">How long the code opens.</param>
public sealed record MyCodeResponse(int Minutes);

/// <summary>Body of <c>POST /api/v1/my/session</c>.</summary>
/// <param name="Phone">The same mobile number.</param>
/// <param name="Code">The code that came to it.</param>
public sealed record MySignInRequest(string Phone, string Code);

/// <summary>Answer of <c>POST /api/v1/my/session</c>.</summary>
/// <param name="Token">Goes with every call under <c>/api/v1/my</c> as <c>Authorization: Bearer TOKEN</c>.</param>
/// <param name="ExpiresAt">When it ends if it is not used; every use makes it last longer.</param>
public sealed record MySessionResponse(string Token, DateTimeOffset ExpiresAt);

/// <summary>Answer of <c>GET /api/v1/my/matters</c>: what belongs to the phone. What it is about in detail, who has number and pickup code sees at <c>/api/v1/requests</c>.</summary>
/// <param name="Requests">Requests whose contact the phone is, the newest first.</param>
/// <param name="Appointments">Appointments booked with it, the next first.</param>
public sealed record MyMattersResponse(IReadOnlyList<MyRequestResponse> Requests, IReadOnlyList<MyAppointmentResponse> Appointments);

/// <summary>A request as its phone sees it.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Service">Id of its service; null when the matter must not be told to who reads the phone.</param>
/// <param name="ServiceName">Name of its service; null as before.</param>
/// <param name="Name">The citizen's name, masked; null when none was asked for.</param>
/// <param name="State">As in <see cref="LookupResponse"/>.</param>
/// <param name="StateText">The same in the citizen's words.</param>
/// <param name="Asked">What is asked of the citizen; empty when nothing is, or the matter must not be told.</param>
/// <param name="Deadlines">Time limits that run.</param>
/// <param name="Can">What may be done with the phone alone: <c>supplement</c>, <c>rate</c>.</param>
/// <param name="Rating">What the citizen said of it; null: nothing yet.</param>
public sealed record MyRequestResponse(
    string Number,
    string? Service,
    string? ServiceName,
    string? Name,
    string State,
    string StateText,
    IReadOnlyList<AskedItemResponse> Asked,
    IReadOnlyList<DeadlineResponse> Deadlines,
    IReadOnlyList<string> Can,
    MyRatingResponse? Rating);

/// <summary>A rating that was given, and what the office said to it.</summary>
/// <param name="Rating">5 非常满意 to 1 非常不满意.</param>
/// <param name="At">When it was given.</param>
/// <param name="ReplyDue">By when the office answers a low one; null for the others.</param>
/// <param name="Reply">What the office answered; null: nothing yet.</param>
public sealed record MyRatingResponse(int Rating, DateTimeOffset At, DateTimeOffset? ReplyDue, string? Reply);

/// <summary>An appointment as its phone sees it.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What it is called at the desk.</param>
/// <param name="Service">Id of the service; null when the matter must not be told to who reads the phone.</param>
/// <param name="ServiceName">Its name; null as before.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office; null as before.</param>
/// <param name="Kind">How one meets: <c>inPerson</c>, <c>video</c> or <c>phone</c>.</param>
/// <param name="State"><c>booked</c>, <c>completed</c>, <c>missed</c> or <c>cancelled</c>.</param>
public sealed record MyAppointmentResponse(
    string Id, string Number, string? Service, string? ServiceName, DateTimeOffset Start, DateTimeOffset End, string? Office, string Kind, string State);

/// <summary>Body of <c>POST /api/v1/my/supplement</c>. At least one of files and message is given.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Files">Ids of uploaded files; null for none.</param>
/// <param name="Message">A few words to the clerk; null for none.</param>
public sealed record MySupplementRequest(string Number, IReadOnlyList<SupplementFileRequest>? Files = null, string? Message = null);

/// <summary>Body of <c>POST /api/v1/my/ratings</c> (好差评): once for each request.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Rating">5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意.</param>
/// <param name="Reasons">Ids from <see cref="RatingFormResponse"/>; a low rating needs one, or a comment.</param>
/// <param name="Comment">In the citizen's own words; null when there are none.</param>
public sealed record MyRatingRequest(string Number, int Rating, IReadOnlyList<string>? Reasons = null, string? Comment = null);

/// <summary>Body of <c>POST /api/v1/my/appointments/{id}/reschedule</c>.</summary>
/// <param name="SlotId">The new time.</param>
public sealed record MyRescheduleRequest(string SlotId);

/// <summary>Answer of <c>GET /api/v1/feedback/form</c>: how a rating is asked for.</summary>
/// <param name="Levels">The five levels, the best first.</param>
/// <param name="LowFrom">Ratings up to this one are low and need a reason.</param>
/// <param name="Reasons">Reasons to choose from for a low one.</param>
/// <param name="ReplyWorkdays">Working days within which the office answers a low one.</param>
public sealed record RatingFormResponse(IReadOnlyList<RatingLevelResponse> Levels, int LowFrom, IReadOnlyList<OptionResponse> Reasons, int ReplyWorkdays);

/// <summary>One of the five levels.</summary>
/// <param name="Rating">5 to 1.</param>
/// <param name="Label">What it is called, such as 非常满意.</param>
public sealed record RatingLevelResponse(int Rating, string Label);
