using LegalService.Casework;
using LegalService.Casework.Calendar;
using LegalService.Casework.Documents;
using LegalService.Casework.Papers;
using LegalService.Casework.Requests;
using LegalService.Contracts;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Walking;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Papers that citizens write: filled from answers, saved, printed, and looked at by a clerk. The server keeps nothing of them but what is sent to the clerk.</summary>
internal static class DocumentsEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/documents").WithTags("documents").RequireRateLimiting(RateLimits.Reads)
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview));
        group.MapGet("", All).WithName("documents").WithSummary("Every document that can be written");
        group.MapPost("{id}/next", Next).WithName("nextDocumentQuestion").WithSummary("The next question of a document, and the document as far as it is filled")
            .Refuses("document.notFound");
        group.MapPost("{id}/file", Save).WithName("documentFile").WithSummary("The document as a Word document, with blanks for what was not answered")
            .Produces(StatusCodes.Status200OK, contentType: PaperDocument.MediaType).Refuses("document.notFound", "document.wrong");
        group.MapPost("{id}/print", Print).WithName("documentPage").WithSummary("The document as a page to print, with blanks for what was not answered")
            .Produces(StatusCodes.Status200OK, contentType: "text/html").Refuses("document.notFound", "document.wrong");
        routes.MapPost("/api/v1/documents/{id}/review", Review).WithName("reviewDocument").WithTags("documents")
            .WithSummary("Asks a clerk to look at a document: a request of the drafting service with the document")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview))
            .Refuses(
                "document.notFound", "document.wrong", "document.notReviewed", "service.unknown", "service.paused", "request.incomplete", "request.channel", "attachment.notFound",
                "attachment.type", "attachment.tooMany", "attachment.tooLarge", "idempotency.key", "idempotency.mismatch")
            .RequireRateLimiting(RateLimits.Writes);
    }

    private static async Task<Results<Created<SubmissionResponse>, ProblemHttpResult>> Review(
        string id,
        DocumentReviewRequest request,
        [FromHeader(Name = IdempotencyKey.Header)] string? key,
        DocumentCatalog catalog,
        RequestIntake intake,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var filled = Fill(id, new InterviewRequest(request.Document), catalog, time);
        if (!filled.Succeeded)
            return filled.Failure.AsResult();
        if (catalog.Find(id)!.Review is null)
            return DocumentFailures.NotReviewed.AsResult();
        var sent = new NewRequest(catalog.Settings.ReviewService, request.Answers, request.Channel) { Document = NewDocument.Of(filled.Value) };
        var submitted = await intake.SubmitAsync(sent, IdempotencyKey.Or(key), cancellation);
        return submitted.Succeeded ? TypedResults.Created((string?)null, submitted.Value.ToResponse()) : submitted.Failure.AsResult();
    }

    private static Ok<IReadOnlyList<DocumentSummaryResponse>> All(DocumentCatalog catalog) => TypedResults.Ok<IReadOnlyList<DocumentSummaryResponse>>(
        [.. catalog.Documents.Select(document => new DocumentSummaryResponse(document.Id, document.Name, document.Summary, document.Review is not null))]);

    private static Results<Ok<DocumentStepResponse>, ProblemHttpResult> Next(string id, InterviewRequest request, DocumentCatalog catalog, TimeProvider time)
    {
        if (catalog.Find(id) is not { } definition)
            return DocumentFailures.NotFound.AsResult();
        var (answers, today) = (Answers.From(request.Answers), BeijingTime.Today(time));
        var step = Interview.Next(definition, answers, today);
        return TypedResults.Ok(new DocumentStepResponse(
            step.ToResponse(),
            DocumentForm.Fill(definition, answers, today).ToResponse(catalog.Settings.Caveat),
            step.Done && catalog.ReviewOf(definition, answers, today) is { } review ? new(review.Service.Id, review.Answers.ToMap()) : null));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Save(string id, InterviewRequest request, DocumentCatalog catalog, TimeProvider time)
    {
        var filled = Fill(id, request, catalog, time);
        return filled.Succeeded
            ? TypedResults.File(PaperDocument.Write(filled.Value.Name, filled.Value.Lines), PaperDocument.MediaType, $"{filled.Value.Name}.docx")
            : filled.Failure.AsResult();
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Print(string id, InterviewRequest request, DocumentCatalog catalog, TimeProvider time)
    {
        var filled = Fill(id, request, catalog, time);
        return filled.Succeeded ? PaperPage.Of(filled.Value.Name, filled.Value.Lines) : filled.Failure.AsResult();
    }

    private static Result<FilledDocument> Fill(string id, InterviewRequest request, DocumentCatalog catalog, TimeProvider time)
    {
        if (catalog.Find(id) is not { } definition)
            return DocumentFailures.NotFound;
        var (answers, today) = (Answers.From(request.Answers), BeijingTime.Today(time));
        return Interview.Next(definition, answers, today).Errors is { Count: > 0 } errors ? DocumentFailures.Wrong(errors) : DocumentForm.Fill(definition, answers, today);
    }

    private static DocumentResponse ToResponse(this FilledDocument document, string caveat) => new(
        document.Name,
        document.Lines.ToResponse(),
        document.Blanks,
        [.. document.Attach.Select(ToResponse)],
        document.HandIn,
        [.. document.Hints.Select(ToResponse)],
        document.Basis.ToResponse(),
        caveat);

    private static DocumentHintResponse ToResponse(DocumentHint hint) => new(hint.Text, hint.Basis.ToResponse());
}
