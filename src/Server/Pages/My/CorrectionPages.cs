using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Matters;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Services;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Pages.My;

/// <summary>Puts wrong answers of a request right, in the form they were given in (个人信息保护法第四十六条).</summary>
internal static class CorrectionPages
{
    public static void MapCorrectionPages(this IEndpointRouteBuilder one)
    {
        one.MapGet("correct", BeginAsync).RequireRateLimiting(RateLimits.Reads);
        one.MapPost("correct", StepAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).RequireRateLimiting(RateLimits.Writes);
    }

    private static async Task<IResult> BeginAsync(
        string number, HttpContext context, MatterDesk desk, ServiceCatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var session = SignedIn.Of(context);
        var data = await desk.DataAsync(session, number, cancellation);
        if (!data.Succeeded)
            return await MatterPages.RefusedAsync(data.Failure, session, number, desk, cancellation);
        if (await ServiceAsync(session, number, desk, catalog, cancellation) is not { } service)
            return CitizenPage.NotFound();
        var today = BeijingTime.Today(time);
        var answers = Interview.Upgrade(Answers.From(data.Value.Answers), service, today).Answers;
        return ApplyPages.Show(service, FormStand.At(service, answers, today), draft: null, corrects: Address(number));
    }

    private static async Task<IResult> StepAsync(
        string number, HttpContext context, MatterDesk desk, ServiceCatalog catalog, AttachmentService attachments, TimeProvider time, CancellationToken cancellation)
    {
        var session = SignedIn.Of(context);
        if (await ServiceAsync(session, number, desk, catalog, cancellation) is not { } service)
            return CitizenPage.NotFound();
        if (await PostedForm.ReadAsync(context.Request, attachments, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var stand = FormStand.After(service, form, BeijingTime.Today(time));
        if (form[FieldNames.Go] != "send" || !stand.Step.Done)
            return ApplyPages.Show(service, stand, draft: null, corrects: Address(number));
        var before = await desk.DataAsync(session, number, cancellation);
        if (!before.Succeeded)
            return await MatterPages.RefusedAsync(before.Failure, session, number, desk, cancellation);
        var changed = stand.Answers.Values.Where(answer => !before.Value.Answers.TryGetValue(answer.Key, out var old) || !JsonElement.DeepEquals(old, answer.Value));
        var corrected = await desk.CorrectAsync(session, number, changed.ToDictionary(StringComparer.Ordinal), cancellation);
        return corrected.Succeeded
            ? MatterPages.Back(number, "correct")
            : ApplyPages.Show(service, stand, draft: null, corrected.Failure.Message, corrects: Address(number));
    }

    private static async Task<ServiceDefinition?> ServiceAsync(
        MatterSession session, string number, MatterDesk desk, ServiceCatalog catalog, CancellationToken cancellation) =>
        (await desk.FindAsync(session, number, cancellation)).Value is { IsOpen: true } matter ? catalog.Find(matter.Status.Service) : null;

    private static string Address(string number) => $"/my/requests/{Uri.EscapeDataString(number)}/correct";
}
