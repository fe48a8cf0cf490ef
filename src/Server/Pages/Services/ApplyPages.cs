using LegalService.Casework.Attachments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Drafts;
using LegalService.Casework.Requests;
using LegalService.Casework.Switches;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Languages;
using LegalService.Interviews.Walking;
using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Documents;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Mvc;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Services;

/// <summary>A service's form, page by page. All that was typed travels in the form itself: the server keeps nothing until it is sent or put aside.</summary>
internal static class ApplyPages
{
    public static void MapApplyPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/services/{id}/apply", Begin).RequireRateLimiting(RateLimits.Reads);
        // How large a file may be is decided where it is sealed, and the rest is counted where it is read.
        pages.MapPost("/services/{id}/apply", StepAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).RequireRateLimiting(RateLimits.Writes);
    }

    /// <summary>The page where somebody stands: the first that is not whole, or the review.</summary>
    /// <param name="service">What is asked for.</param>
    /// <param name="stand">All that was typed.</param>
    /// <param name="draft">What it was taken up again from; null: it was not put aside yet.</param>
    /// <param name="fault">Why it could not be sent; null: it was not tried yet.</param>
    /// <param name="key">The Idempotency-Key of the try before.</param>
    /// <param name="corrects">Address of a request that is put right; null: a new one is made.</param>
    public static IResult Show(
        ServiceDefinition service, FormStand stand, DraftSlip? draft, string? fault = null, string? key = null, string? corrects = null) =>
        stand.Page is not null || !stand.Step.Done
            ? CitizenPage.Of<ApplyPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ApplyPage.Service)] = service,
                [nameof(ApplyPage.Stand)] = stand.Page is null ? stand with { Page = stand.Pages[0] } : stand,
                [nameof(ApplyPage.Draft)] = draft,
                [nameof(ApplyPage.Action)] = corrects ?? $"/services/{service.Id}/apply",
                [nameof(ApplyPage.IsCorrection)] = corrects is not null,
            })
            : CitizenPage.Of<ReviewPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ReviewPage.Service)] = service,
                [nameof(ReviewPage.Stand)] = stand,
                [nameof(ReviewPage.Key)] = key is { Length: > 0 } ? key : IdempotencyKey.Or(null),
                [nameof(ReviewPage.Draft)] = draft,
                [nameof(ReviewPage.Action)] = corrects ?? $"/services/{service.Id}/apply",
                [nameof(ReviewPage.IsCorrection)] = corrects is not null,
                [nameof(ReviewPage.Fault)] = fault,
            });

    private static IResult Begin(string id, ServiceCatalog catalog, SwitchBoard switches, FormTranslator language, TimeProvider time)
    {
        if (catalog.Find(id) is not { } found)
            return CitizenPage.NotFound();
        var service = language.Of(found);
        return Refuse(service, switches) ?? Show(service, FormStand.At(service, Answers.Empty, BeijingTime.Today(time)), draft: null);
    }

    private static async Task<IResult> StepAsync(
        string id, HttpRequest request, ServiceCatalog catalog, SwitchBoard switches, AttachmentService attachments, RequestIntake intake, DraftDesk drafts,
        DocumentCatalog documents, FormTranslator language, TimeProvider time, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } found)
            return CitizenPage.NotFound();
        var service = language.Of(found);
        if (Refuse(service, switches) is { } refused)
            return refused;
        if (await PostedForm.ReadAsync(request, attachments, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var today = BeijingTime.Today(time);
        var (stand, draft) = (FormStand.After(service, form, today), DraftSlip.Of(form));
        return form[FieldNames.Go] switch
        {
            "aside" => await PutAsideAsync(service, stand, draft, drafts, cancellation),
            "send" when stand.Step.Done => await SendAsync(service, stand, draft, form[FieldNames.Key], intake, drafts, documents, today, cancellation),
            _ => Show(service, stand, draft),
        };
    }

    private static IResult? Refuse(ServiceDefinition service, SwitchBoard switches) =>
        (service.IsGuideOnly ? RequestIntake.GuideOnly : switches.RefuseService(service.Id)) is { } refusal ? CitizenPage.Refused(refusal) : null;

    private static async Task<IResult> SendAsync(
        ServiceDefinition service, FormStand stand, DraftSlip? draft, string key, RequestIntake intake, DraftDesk drafts, DocumentCatalog documents, DateOnly today,
        CancellationToken cancellation)
    {
        var request = new NewRequest(service.Id, stand.Answers.ToMap()) { Document = CarriedDocument.Written(stand.Document, documents, today) };
        var sent = await intake.SubmitAsync(request, IdempotencyKey.Or(key.Length > 0 ? key : null), cancellation);
        if (!sent.Succeeded)
            return Show(service, stand, draft, sent.Failure.Message, key);
        // What it was begun from is of no more use; when that fails, it goes after its time.
        if (draft is not null)
            await drafts.RemoveAsync(draft.Number, draft.Code, cancellation);
        var answers = Interview.Sent(service, stand.Answers, today);
        return CitizenPage.Of<ReceiptPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ReceiptPage.Service)] = service,
            [nameof(ReceiptPage.Sent)] = sent.Value,
            [nameof(ReceiptPage.Name)] = TextOf(service, answers, FieldRole.ApplicantName),
            [nameof(ReceiptPage.Phone)] = TextOf(service, answers, FieldRole.ApplicantPhone) ?? TextOf(service, answers, FieldRole.HelperPhone),
        });
    }

    private static async Task<IResult> PutAsideAsync(
        ServiceDefinition service, FormStand stand, DraftSlip? draft, DraftDesk drafts, CancellationToken cancellation)
    {
        var answers = stand.Answers.ToMap();
        if (draft is not null && await drafts.SaveAgainAsync(draft.Number, draft.Code, answers, cancellation) is { Succeeded: true } again)
            return Aside(draft, again.Value);
        var saved = await drafts.SaveAsync(service.Id, answers, cancellation);
        return saved.Succeeded ? Aside(new(saved.Value.Number, saved.Value.Code), saved.Value.KeptUntil) : CitizenPage.Refused(saved.Failure);
    }

    private static IResult Aside(DraftSlip draft, DateTimeOffset until) => CitizenPage.Of<AsidePage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(AsidePage.Draft)] = draft,
        [nameof(AsidePage.KeptUntil)] = until,
    });

    private static string? TextOf(ServiceDefinition service, Answers answers, FieldRole role) =>
        service.FieldOf(role) is { } field && answers.Get(field.Id) is { } answer ? AnswerJson.Text(answer) : null;
}
