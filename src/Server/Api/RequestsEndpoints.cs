using LegalService.Casework;
using LegalService.Casework.Letters;
using LegalService.Casework.Papers;
using LegalService.Casework.Requests;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using LegalService.Server.Kiosks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Requests: sent once, then seen and changed by number and code. Both always stand in the body, never in an address.</summary>
internal static class RequestsEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/requests").WithTags("requests")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview));
        group.MapPost("", Submit)
            .WithName("submit")
            .WithSummary("Makes a request of the answers of an interview that is done")
            .WithDescription("The same Idempotency-Key with the same body gives the same answer, however often it is sent. Without a key each call is a request of its own.")
            .Refuses(
                "service.unknown", "service.guideOnly", "service.paused", "request.incomplete", "request.channel", "attachment.notFound", "attachment.type", "attachment.tooMany", "attachment.tooLarge",
                "idempotency.key", "idempotency.mismatch", "kiosk.token", "kiosk.revoked")
            .RequireRateLimiting(RateLimits.Writes);

        var own = group.MapGroup("").Refuses("request.notFound", "lookup.locked").RequireRateLimiting(RateLimits.Lookups);
        own.MapPost("lookup", Lookup).WithName("lookup").WithSummary("What has become of a request");
        own.MapPost("supplement", Supplement).WithName("supplement").WithSummary("Adds what was missing or comes later").Refuses(
            "supplement.empty", "text.required", "request.incomplete", "request.state", "request.changed", "service.unknown", "attachment.notFound", "attachment.type",
            "attachment.tooMany", "attachment.tooLarge");
        own.MapPost("withdraw", Withdraw).WithName("withdraw").WithSummary("Takes a request back").Refuses("request.state", "request.changed");
        own.MapPost("object", Object).WithName("object").WithSummary("Objects to a refusal").Refuses("text.required", "request.state", "request.changed");
        own.MapPost("correct", Correct).WithName("correct").WithSummary("Puts wrong answers right").Refuses(
            "request.incomplete", "request.state", "request.changed", "service.unknown", "attachment.notFound", "attachment.type", "attachment.tooMany",
            "attachment.tooLarge");
        own.MapPost("data", Data).WithName("myData").WithSummary("All that is kept about the citizen with a request");
        own.MapPost("erase", Erase).WithName("erase").WithSummary("Removes the citizen's personal data").Refuses("request.underway");
        own.MapPost("file", OpenFile).WithName("requestFile").WithSummary("One of the files that were sent")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Refuses("attachment.notFound");
        own.MapPost("document", DraftedDocument).WithName("requestDocument").WithSummary("The document that clerks have drafted, as a Word document")
            .Produces(StatusCodes.Status200OK, contentType: PaperDocument.MediaType).Refuses("document.none", "document.notDrafted");
        own.MapPost("letter", Letter).WithName("letter").WithSummary("A letter that was issued, to read").Refuses("letter.notFound");
        own.MapPost("letter/file", LetterFile).WithName("letterFile").WithSummary("A letter that was issued, as a Word document")
            .Produces(StatusCodes.Status200OK, contentType: PaperDocument.MediaType).Refuses("letter.notFound");
    }

    private static async Task<Results<Created<SubmissionResponse>, ProblemHttpResult>> Submit(
        SubmissionRequest request,
        [FromHeader(Name = IdempotencyKey.Header)] string? key,
        HttpContext context,
        RequestIntake intake,
        CancellationToken cancellation)
    {
        var sent = new NewRequest(request.Service, request.Answers, request.Channel);
        if (context.Kiosk() is { } kiosk)
            sent = sent with { Channel = "kiosk", Kiosk = new AtKiosk(kiosk.Id, kiosk.Office) };
        var submitted = await intake.SubmitAsync(sent, IdempotencyKey.Or(key), cancellation);
        return submitted.Succeeded ? TypedResults.Created((string?)null, submitted.Value.ToResponse()) : submitted.Failure.AsResult();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DraftedDocument(LookupRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var opened = await requests.OpenDocumentAsync(request.Number, request.Code, cancellation);
        return opened.Succeeded ? opened.Value.AsFile() : opened.Failure.AsResult();
    }

    private static async Task<Results<Ok<LookupResponse>, ProblemHttpResult>> Lookup(LookupRequest request, CitizenRequests requests, CancellationToken cancellation) =>
        Answer(await requests.LookupAsync(request.Number, request.Code, cancellation));

    private static async Task<Results<Ok<LookupResponse>, ProblemHttpResult>> Supplement(
        SupplementRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var files = (request.Files ?? []).Select(file => new SupplementFile(file.Id, file.Item));
        return Answer(await requests.SupplementAsync(request.Number, request.Code, new Supplement(request.Answers, [.. files], request.Message), cancellation));
    }

    private static async Task<Results<Ok<LookupResponse>, ProblemHttpResult>> Withdraw(LookupRequest request, CitizenRequests requests, CancellationToken cancellation) =>
        Answer(await requests.WithdrawAsync(request.Number, request.Code, cancellation));

    private static async Task<Results<Ok<LookupResponse>, ProblemHttpResult>> Object(ObjectionRequest request, CitizenRequests requests, CancellationToken cancellation) =>
        Answer(await requests.ObjectAsync(request.Number, request.Code, request.Grounds, cancellation));

    private static async Task<Results<Ok<LookupResponse>, ProblemHttpResult>> Correct(CorrectionRequest request, CitizenRequests requests, CancellationToken cancellation) =>
        Answer(await requests.CorrectAsync(request.Number, request.Code, request.Answers, cancellation));

    private static async Task<Results<Ok<MyDataResponse>, ProblemHttpResult>> Data(LookupRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var data = await requests.MyDataAsync(request.Number, request.Code, cancellation);
        return data.Succeeded ? TypedResults.Ok(data.Value.ToResponse()) : data.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(LookupRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var erased = await requests.EraseAsync(request.Number, request.Code, cancellation);
        return erased.Succeeded ? TypedResults.NoContent() : erased.Failure.AsResult();
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OpenFile(FileRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var opened = await requests.OpenAttachmentAsync(request.Number, request.Code, request.Id, cancellation);
        return opened.Succeeded ? TypedResults.File(opened.Value.Content, opened.Value.MediaType, opened.Value.Name) : opened.Failure.AsResult();
    }

    private static async Task<Results<Ok<LetterResponse>, ProblemHttpResult>> Letter(LetterRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var opened = await OpenLetterAsync(request, requests, cancellation);
        return opened.Succeeded ? TypedResults.Ok(opened.Value.ToResponse()) : opened.Failure.AsResult();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> LetterFile(LetterRequest request, CitizenRequests requests, CancellationToken cancellation)
    {
        var opened = await OpenLetterAsync(request, requests, cancellation);
        return opened.Succeeded ? TypedResults.File(opened.Value.Document, PaperDocument.MediaType, opened.Value.FileName) : opened.Failure.AsResult();
    }

    // An id that is none is that of no letter.
    private static Task<Result<OpenedLetter>> OpenLetterAsync(LetterRequest request, CitizenRequests requests, CancellationToken cancellation) =>
        requests.OpenLetterAsync(request.Number, request.Code, Guid.TryParse(request.Id, out var id) ? id : Guid.Empty, cancellation);

    private static Results<Ok<LookupResponse>, ProblemHttpResult> Answer(Result<RequestStatus> status) =>
        status.Succeeded ? TypedResults.Ok(status.Value.ToResponse()) : status.Failure.AsResult();
}
