using System.Text.Json;
using LegalService.Casework.Calendar;
using LegalService.Casework.Papers;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Languages;
using LegalService.Interviews.Walking;
using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Services;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Pages.Documents;

/// <summary>Papers that citizens write, page by page, then to read, save and print. The server keeps nothing of them but what is sent to a clerk.</summary>
internal static class DocumentPages
{
    public static void MapDocumentPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/documents", () => CitizenPage.Of<DocumentList>()).RequireRateLimiting(RateLimits.Reads);
        pages.MapGet("/documents/{id}", Begin).RequireRateLimiting(RateLimits.Reads);
        pages.MapPost("/documents/{id}", StepAsync).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview)).RequireRateLimiting(RateLimits.Reads);
    }

    private static IResult Begin(string id, DocumentCatalog catalog, TimeProvider time) => catalog.Find(id) is { } document
        ? Ask(document, FormStand.At(document, Answers.Empty, BeijingTime.Today(time)))
        : CitizenPage.NotFound();

    private static async Task<IResult> StepAsync(string id, HttpRequest request, DocumentCatalog catalog, FormTranslator language, TimeProvider time, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } document)
            return CitizenPage.NotFound();
        if (await PostedForm.ReadAsync(request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var today = BeijingTime.Today(time);
        var stand = FormStand.After(document, form, today);
        // What is wrong is put right first; what is missing becomes a blank.
        if (stand.Step.Errors.Count > 0 && stand.Page is null)
            stand = FormStand.At(document, stand.Answers, today) with { IsRefused = true };
        if (stand.Page is not null && form[FieldNames.Go] is not ("file" or "print"))
            return Ask(document, stand);
        var filled = DocumentForm.Fill(document, stand.Answers, today);
        return form[FieldNames.Go] switch
        {
            "file" => TypedResults.File(PaperDocument.Write(filled.Name, filled.Lines), PaperDocument.MediaType, $"{filled.Name}.docx"),
            "print" => PaperPage.Of(filled.Name, filled.Lines),
            "review" when catalog.ReviewOf(document, stand.Answers, today) is { } review => Review(document, stand, review, language, today),
            _ => CitizenPage.Of<WrittenPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(WrittenPage.Document)] = document,
                [nameof(WrittenPage.Stand)] = stand,
                [nameof(WrittenPage.Filled)] = filled,
            }),
        };
    }

    /// <summary>The form of the service whose clerks look at it, with what the document tells already; the document travels along.</summary>
    private static IResult Review(DocumentDefinition document, FormStand stand, DocumentReview review, FormTranslator language, DateOnly today)
    {
        var service = language.Of(review.Service);
        var begun = FormStand.At(service, review.Answers, today) with { Document = JsonSerializer.Serialize(new CarriedDocument(document.Id, stand.Answers)) };
        return ApplyPages.Show(service, begun, draft: null);
    }

    private static IResult Ask(DocumentDefinition document, FormStand stand) => CitizenPage.Of<DocumentPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(DocumentPage.Document)] = document,
        [nameof(DocumentPage.Stand)] = stand,
    });
}
