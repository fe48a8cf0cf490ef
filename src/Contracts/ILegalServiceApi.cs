using Refit;

namespace LegalService.Contracts;

/// <summary>
/// Typed client of the shared API. Failures are problem details with a stable <c>code</c> (<see cref="ValidationApiException"/> and
/// <see cref="ApiException"/>; their body is a <see cref="ProblemResponse"/>). Where a method takes an idempotency key, the same key with the same content
/// gives the same answer however often it is sent, and with another content the refusal <c>idempotency.mismatch</c>.
/// </summary>
public partial interface ILegalServiceApi
{
    /// <summary>Asks a question.</summary>
    [Post("/api/v1/answers")]
    Task<AnswerResponse> AnswerAsync([Body] AnswerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an article, as of a day or of today.</summary>
    [Get("/api/v1/articles/{law}/{article}")]
    Task<ArticleResponse> ArticleAsync(string law, string article, [Query(Format = "yyyy-MM-dd")] DateOnly? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>What a screen shows before the first question.</summary>
    [Get("/api/v1/welcome")]
    Task<WelcomeResponse> WelcomeAsync(CancellationToken cancellationToken = default);

    /// <summary>The languages of names, guides and questions; a call with <c>language</c> is answered in it, text by text Chinese where it is not translated.</summary>
    [Get("/api/v1/languages")]
    Task<IReadOnlyList<LanguageResponse>> LanguagesAsync(CancellationToken cancellationToken = default);

    /// <summary>Every service.</summary>
    [Get("/api/v1/services")]
    Task<IReadOnlyList<ServiceSummaryResponse>> ServicesAsync(string? language = null, CancellationToken cancellationToken = default);

    /// <summary>One service with its guide; <c>service.notFound</c>.</summary>
    [Get("/api/v1/services/{id}")]
    Task<ServiceResponse> ServiceAsync(string id, string? language = null, CancellationToken cancellationToken = default);

    /// <summary>The next question of an interview for the answers so far; <c>service.notFound</c>.</summary>
    [Post("/api/v1/interviews/{service}/next")]
    Task<InterviewResponse> NextQuestionAsync(string service, [Body] InterviewRequest request, string? language = null, CancellationToken cancellationToken = default);

    /// <summary>Every calculator.</summary>
    [Get("/api/v1/calculators")]
    Task<IReadOnlyList<CalculatorSummaryResponse>> CalculatorsAsync(string? language = null, CancellationToken cancellationToken = default);

    /// <summary>The next question of a calculator, or its result; <c>calculator.notFound</c>.</summary>
    [Post("/api/v1/calculators/{id}/next")]
    Task<CalculatorStepResponse> NextCalculatorQuestionAsync(string id, [Body] InterviewRequest request, string? language = null, CancellationToken cancellationToken = default);

    /// <summary>Every document.</summary>
    [Get("/api/v1/documents")]
    Task<IReadOnlyList<DocumentSummaryResponse>> DocumentsAsync(CancellationToken cancellationToken = default);

    /// <summary>The next question of a document, and the document as far as it is filled; <c>document.notFound</c>.</summary>
    [Post("/api/v1/documents/{id}/next")]
    Task<DocumentStepResponse> NextDocumentQuestionAsync(string id, [Body] InterviewRequest request, CancellationToken cancellationToken = default);

    /// <summary>The document as a Word document (DOCX), with blanks for what is missing; <c>document.notFound</c>, <c>document.wrong</c>.</summary>
    [Post("/api/v1/documents/{id}/file")]
    Task<HttpResponseMessage> DocumentFileAsync(string id, [Body] InterviewRequest request, CancellationToken cancellationToken = default);

    /// <summary>The same as a page to print (HTML, A4, black and white); <c>document.notFound</c>, <c>document.wrong</c>.</summary>
    [Post("/api/v1/documents/{id}/print")]
    Task<HttpResponseMessage> DocumentPageAsync(string id, [Body] InterviewRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks a clerk to look at a document; <c>document.notFound</c>, <c>document.notReviewed</c>, and as submitting a request.</summary>
    [Post("/api/v1/documents/{id}/review")]
    Task<SubmissionResponse> ReviewDocumentAsync(
        string id, [Body] DocumentReviewRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Uploads a file for an answer of type <c>file</c>; <c>attachment.tooLarge</c>, <c>attachment.type</c>, <c>attachment.tooMany</c>.</summary>
    [Multipart]
    [Post("/api/v1/attachments")]
    Task<AttachmentResponse> UploadAsync([AliasAs("file")] StreamPart file, CancellationToken cancellationToken = default);

    /// <summary>Makes a request of answers; <c>request.incomplete</c> with what is wrong.</summary>
    [Post("/api/v1/requests")]
    Task<SubmissionResponse> SubmitAsync(
        [Body] SubmissionRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>What has become of a request; <c>request.notFound</c> for a wrong number and a wrong code alike, <c>lookup.locked</c> after too many.</summary>
    [Post("/api/v1/requests/lookup")]
    Task<LookupResponse> LookupAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds what was missing or comes later; <c>request.incomplete</c>, <c>request.state</c>, <c>attachment.*</c>, <c>supplement.empty</c>.</summary>
    [Post("/api/v1/requests/supplement")]
    Task<LookupResponse> SupplementAsync([Body] SupplementRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes a request back; <c>request.state</c> when it is done.</summary>
    [Post("/api/v1/requests/withdraw")]
    Task<LookupResponse> WithdrawAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Objects to a refusal; <c>request.state</c> when there is none.</summary>
    [Post("/api/v1/requests/object")]
    Task<LookupResponse> ObjectAsync([Body] ObjectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts wrong answers right; <c>request.incomplete</c>, <c>request.state</c>.</summary>
    [Post("/api/v1/requests/correct")]
    Task<LookupResponse> CorrectAsync([Body] CorrectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>All that is kept about the citizen with a request.</summary>
    [Post("/api/v1/requests/data")]
    Task<MyDataResponse> MyDataAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes the citizen's personal data; <c>request.underway</c> while it is still needed.</summary>
    [Post("/api/v1/requests/erase")]
    Task EraseAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>A letter that was issued about a request; <c>letter.notFound</c>.</summary>
    [Post("/api/v1/requests/letter")]
    Task<LetterResponse> LetterAsync([Body] LetterRequest request, CancellationToken cancellationToken = default);

    /// <summary>The same as a Word document (DOCX), as it was issued; <c>letter.notFound</c>.</summary>
    [Post("/api/v1/requests/letter/file")]
    Task<HttpResponseMessage> LetterFileAsync([Body] LetterRequest request, CancellationToken cancellationToken = default);

    /// <summary>The document that clerks have drafted, as a Word document (DOCX); <c>document.none</c>, <c>document.notDrafted</c>.</summary>
    [Post("/api/v1/requests/document")]
    Task<HttpResponseMessage> RequestDocumentAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>One of the files that were sent; <c>attachment.notFound</c>.</summary>
    [Post("/api/v1/requests/file")]
    Task<HttpResponseMessage> FileAsync([Body] FileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Number and pickup code as an SVG picture of a QR code; <c>qr.number</c>, <c>qr.code</c>.</summary>
    [Post("/api/v1/qr")]
    Task<HttpResponseMessage> QrAsync([Body] QrRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts an interview aside that is not done; <c>draft.empty</c>, <c>answers.tooMany</c>, <c>answers.tooLarge</c>.</summary>
    [Post("/api/v1/drafts")]
    Task<DraftResponse> SaveDraftAsync([Body] DraftRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts more answers in the place of those before; <c>draft.notFound</c> for a wrong number and a wrong code alike.</summary>
    [Post("/api/v1/drafts/save")]
    Task<DraftKeptResponse> SaveDraftAgainAsync([Body] DraftSaveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes an interview up again; <c>draft.notFound</c> for a wrong number and a wrong code alike.</summary>
    [Post("/api/v1/drafts/open")]
    Task<DraftOpenedResponse> OpenDraftAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes a draft; <c>draft.notFound</c> for a wrong number and a wrong code alike.</summary>
    [Post("/api/v1/drafts/delete")]
    Task DeleteDraftAsync([Body] LookupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Times that can be booked from one day to another (both included, days in Beijing); any office when none is named.</summary>
    [Get("/api/v1/slots")]
    Task<IReadOnlyList<SlotResponse>> SlotsAsync(
        string service,
        string? office = null,
        [Query(Format = "yyyy-MM-dd")] DateOnly? from = null,
        [Query(Format = "yyyy-MM-dd")] DateOnly? to = null,
        CancellationToken cancellationToken = default);

    /// <summary>Keeps a slot for a few minutes; <c>slot.taken</c> with the next free ones.</summary>
    [Post("/api/v1/holds")]
    Task<HoldResponse> HoldAsync([Body] HoldRequest request, CancellationToken cancellationToken = default);

    /// <summary>Books a held or a free slot; <c>slot.taken</c> with the next free ones.</summary>
    [Post("/api/v1/appointments")]
    Task<AppointmentResponse> BookAsync(
        [Body] BookingRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Moves an appointment; <c>appointment.notFound</c> for a wrong id and a wrong code alike, <c>slot.taken</c> and it stays where it was.</summary>
    [Post("/api/v1/appointments/{id}/reschedule")]
    Task<AppointmentResponse> RescheduleAsync(string id, [Body] RescheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels an appointment; <c>appointment.notFound</c> for a wrong id and a wrong code alike.</summary>
    [Post("/api/v1/appointments/{id}/cancel")]
    Task<CancellationResponse> CancelAsync(string id, [Body] CancellationRequest request, CancellationToken cancellationToken = default);

    /// <summary>The way into the video room of an appointment, shortly before its time.</summary>
    [Post("/api/v1/appointments/{id}/room")]
    Task<VideoRoomResponse> VideoRoomAsync(string id, [Body] CodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes name and phone number from an appointment that is over; <c>appointment.underway</c> before.</summary>
    [Post("/api/v1/appointments/{id}/erase")]
    Task EraseAppointmentAsync(string id, [Body] CodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Joins the waiting list.</summary>
    [Post("/api/v1/waiting-list")]
    Task<WaitingResponse> WaitAsync(
        [Body] WaitingRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Where one stands; <c>waiting.notFound</c> for a wrong id and a wrong code alike.</summary>
    [Post("/api/v1/waiting-list/{id}/status")]
    Task<WaitingStatusResponse> WaitingStatusAsync(string id, [Body] CodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Books the place that is kept; <c>waiting.notFound</c>, <c>slot.taken</c> when it is kept no longer.</summary>
    [Post("/api/v1/waiting-list/{id}/accept")]
    Task<AppointmentResponse> AcceptOfferAsync(
        string id, [Body] CodeRequest request, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Leaves the waiting list; <c>waiting.notFound</c> for a wrong id and a wrong code alike.</summary>
    [Post("/api/v1/waiting-list/{id}/leave")]
    Task LeaveWaitingListAsync(string id, [Body] CodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes a number of today's queue; <c>queue.full</c> when today's capacity is used up, <c>queue.closed</c>.</summary>
    [Post("/api/v1/queue")]
    Task<QueueTicketResponse> TakeNumberAsync([Body] QueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Today's queue of an office; <c>place.notFound</c>.</summary>
    [Get("/api/v1/queue")]
    Task<QueueResponse> QueueAsync(string office, CancellationToken cancellationToken = default);

    /// <summary>Offices and service points, the nearest first.</summary>
    /// <param name="near">Latitude and longitude in degrees as <c>43.65,122.24</c>; null: in the order of the corpus.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    [Get("/api/v1/places")]
    Task<IReadOnlyList<PlaceResponse>> PlacesAsync(string? near = null, CancellationToken cancellationToken = default);

    /// <summary>Rates an answer, a matter or the service; <c>feedback.rating</c>, <c>feedback.subject</c>, <c>feedback.reasons</c>, <c>feedback.tooLong</c>.</summary>
    [Post("/api/v1/feedback")]
    Task<FeedbackResponse> FeedbackAsync(
        [Body] FeedbackRequest request, [Header("Idempotency-Key")] string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>How a rating is asked for: levels, and reasons for a low one.</summary>
    [Get("/api/v1/feedback/form")]
    Task<RatingFormResponse> RatingFormAsync(CancellationToken cancellationToken = default);
}
