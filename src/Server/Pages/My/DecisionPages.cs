using LegalService.Casework;
using LegalService.Casework.Matters;
using LegalService.Casework.Requests;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using Microsoft.Extensions.Localization;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.My;

/// <summary>What cannot be undone is asked once more: taking a request back, objecting to a refusal.</summary>
internal static class DecisionPages
{
    public static void MapDecisionPages(this IEndpointRouteBuilder one)
    {
        one.MapGet("withdraw", (string number, IStringLocalizer texts) => AskWithdraw(number, texts, fault: null)).RequireRateLimiting(RateLimits.Reads);
        one.MapPost("withdraw", WithdrawAsync).RequireRateLimiting(RateLimits.Writes);
        one.MapGet("object", (string number, IStringLocalizer texts) => AskObject(number, texts, typed: "", fault: null)).RequireRateLimiting(RateLimits.Reads);
        one.MapPost("object", ObjectAsync).RequireRateLimiting(RateLimits.Writes);
    }

    private static async Task<IResult> WithdrawAsync(string number, HttpContext context, MatterDesk desk, IStringLocalizer texts, CancellationToken cancellation)
    {
        var withdrawn = await desk.WithdrawAsync(SignedIn.Of(context), number, cancellation);
        return await AnswerAsync(withdrawn, "withdraw", number, fault => AskWithdraw(number, texts, fault), context, desk, cancellation);
    }

    private static async Task<IResult> ObjectAsync(string number, HttpContext context, MatterDesk desk, IStringLocalizer texts, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var objected = await desk.ObjectAsync(SignedIn.Of(context), number, form["grounds"], cancellation);
        return await AnswerAsync(objected, "object", number, fault => AskObject(number, texts, form["grounds"], fault), context, desk, cancellation);
    }

    private static async Task<IResult> AnswerAsync(
        Result<RequestStatus> changed, string done, string number, Func<string, IResult> again, HttpContext context, MatterDesk desk, CancellationToken cancellation) =>
        changed.Succeeded ? MatterPages.Back(number, done)
        : changed.Failure.Code is "my.closed" or "request.notFound" ? await MatterPages.RefusedAsync(changed.Failure, SignedIn.Of(context), number, desk, cancellation)
        : again(changed.Failure.Message);

    private static IResult AskWithdraw(string number, IStringLocalizer texts, string? fault) => CitizenPage.Of<ConfirmPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ConfirmPage.Title)] = texts["pages.withdraw.title"].Value,
        [nameof(ConfirmPage.Text)] = texts["pages.withdraw.text"].Value,
        [nameof(ConfirmPage.Yes)] = texts["pages.withdraw.yes"].Value,
        [nameof(ConfirmPage.Action)] = $"/my/requests/{Uri.EscapeDataString(number)}/withdraw",
        [nameof(ConfirmPage.Back)] = $"/my/requests/{Uri.EscapeDataString(number)}",
        [nameof(ConfirmPage.Fault)] = fault,
    });

    private static IResult AskObject(string number, IStringLocalizer texts, string typed, string? fault) => CitizenPage.Of<ConfirmPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ConfirmPage.Title)] = texts["pages.object.title"].Value,
        [nameof(ConfirmPage.Text)] = texts["pages.object.text"].Value,
        [nameof(ConfirmPage.Yes)] = texts["pages.object.yes"].Value,
        [nameof(ConfirmPage.AsksWhy)] = texts["pages.object.why"].Value,
        [nameof(ConfirmPage.Typed)] = typed,
        [nameof(ConfirmPage.Action)] = $"/my/requests/{Uri.EscapeDataString(number)}/object",
        [nameof(ConfirmPage.Back)] = $"/my/requests/{Uri.EscapeDataString(number)}",
        [nameof(ConfirmPage.Fault)] = fault,
    });
}
