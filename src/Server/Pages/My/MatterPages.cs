using System.Text.Json;
using LegalService.Casework;
using LegalService.Casework.Attachments;
using LegalService.Casework.Papers;
using LegalService.Casework.Matters;
using LegalService.Casework.Requests;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.My;

/// <summary>One request of who is signed in: its state, what is asked for, its letters, its rating, the data that are kept.</summary>
internal static class MatterPages
{
    private const int MostFiles = 3;

    /// <summary>What the address says was just done -> the text that says so.</summary>
    private static readonly Dictionary<string, string> Done = new(StringComparer.Ordinal)
    {
        ["open"] = "pages.done.open",
        ["supplement"] = "pages.done.supplement",
        ["rate"] = "pages.done.rate",
        ["withdraw"] = "pages.done.withdraw",
        ["object"] = "pages.done.object",
        ["correct"] = "pages.done.correct",
    };

    private static readonly JsonSerializerOptions Export = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapMatterPages(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup("/my/requests/{number}").AddEndpointFilter<SignedIn>();
        var reading = one.MapGroup("").RequireRateLimiting(RateLimits.Reads);
        reading.MapGet("", LookAsync);
        reading.MapGet("letters/{id}", LetterAsync);
        reading.MapGet("letters/{id}/file", LetterFileAsync);
        reading.MapGet("files/{id}", FileAsync);
        reading.MapGet("data", DataAsync);
        reading.MapGet("data.json", ExportAsync);
        one.MapPost("open", OpenAsync).RequireRateLimiting(RateLimits.Lookups);
        var writing = one.MapGroup("").RequireRateLimiting(RateLimits.Writes);
        writing.MapPost("supplement", SupplementAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        writing.MapPost("rate", RateAsync);
        writing.MapPost("erase", EraseAsync);
        one.MapDecisionPages();
        one.MapCorrectionPages();
    }

    /// <summary>The request with what could not be done.</summary>
    public static async Task<IResult> ShowAsync(
        MatterSession session, string number, MatterDesk desk, CancellationToken cancellation, string? said = null, string? fault = null, string? message = null, TypedRating? typed = null)
    {
        var found = await desk.FindAsync(session, number, cancellation);
        return !found.Succeeded ? CitizenPage.NotFound() : CitizenPage.Of<MatterPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MatterPage.Matter)] = found.Value,
            [nameof(MatterPage.Said)] = said,
            [nameof(MatterPage.Fault)] = fault,
            [nameof(MatterPage.Message)] = message,
            [nameof(MatterPage.Typed)] = typed,
        });
    }

    /// <summary>Back to the request, which says what was done.</summary>
    public static IResult Back(string number, string done) => SeeOther.To($"/my/requests/{Uri.EscapeDataString(number)}?done={done}");

    /// <summary>A matter of somebody else is one that there is not; one that is not open says how it is opened.</summary>
    public static async Task<IResult> RefusedAsync(Failure failure, MatterSession session, string number, MatterDesk desk, CancellationToken cancellation) =>
        failure.Code is "my.closed" ? await ShowAsync(session, number, desk, cancellation, fault: failure.Message)
        : failure.Code.EndsWith(".notFound", StringComparison.Ordinal) ? CitizenPage.NotFound()
        : CitizenPage.Refused(failure);

    private static Task<IResult> LookAsync(string number, string? done, HttpContext context, MatterDesk desk, IStringLocalizer texts, CancellationToken cancellation) =>
        ShowAsync(SignedIn.Of(context), number, desk, cancellation, said: done is not null && Done.TryGetValue(done, out var key) ? texts[key].Value : null);

    private static async Task<IResult> OpenAsync(string number, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var session = SignedIn.Of(context);
        var proven = await desk.ProveAsync(session, number, form["proof"], cancellation);
        return proven.Succeeded ? Back(number, "open") : await ShowAsync(session, number, desk, cancellation, fault: proven.Failure.Message);
    }

    private static async Task<IResult> SupplementAsync(string number, HttpContext context, MatterDesk desk, AttachmentService attachments, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var session = SignedIn.Of(context);
        if (form.Files.Values.Select(file => file.Failure).OfType<Failure>().FirstOrDefault() is { } failure)
            return await ShowAsync(session, number, desk, cancellation, fault: failure.Message, message: form["message"]);
        var files = form.Files.Values.Take(MostFiles).Select(file => new SupplementFile(file.Value!.Id));
        var added = await desk.SupplementAsync(session, number, new Supplement(null, [.. files], form["message"]), cancellation);
        return added.Succeeded ? Back(number, "supplement") : await ShowAsync(session, number, desk, cancellation, fault: added.Failure.Message, message: form["message"]);
    }

    private static async Task<IResult> RateAsync(string number, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var typed = new TypedRating(int.TryParse(form["rating"], System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0, form.All("reason"), form["comment"]);
        var session = SignedIn.Of(context);
        var rated = await desk.RateAsync(session, number, typed.Value, typed.Reasons, typed.Comment, cancellation);
        return rated.Succeeded ? Back(number, "rate") : await ShowAsync(session, number, desk, cancellation, fault: rated.Failure.Message, typed: typed);
    }

    private static async Task<IResult> LetterAsync(string number, string id, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        var opened = await desk.LetterAsync(SignedIn.Of(context), number, Api.Ids.Read(id), cancellation);
        return opened.Succeeded
            ? CitizenPage.Of<LetterPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(LetterPage.Number)] = number, [nameof(LetterPage.Letter)] = opened.Value })
            : await RefusedAsync(opened.Failure, SignedIn.Of(context), number, desk, cancellation);
    }

    private static async Task<IResult> LetterFileAsync(string number, string id, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        var opened = await desk.LetterAsync(SignedIn.Of(context), number, Api.Ids.Read(id), cancellation);
        return opened.Succeeded
            ? TypedResults.File(opened.Value.Document, PaperDocument.MediaType, opened.Value.FileName)
            : await RefusedAsync(opened.Failure, SignedIn.Of(context), number, desk, cancellation);
    }

    private static async Task<IResult> FileAsync(string number, string id, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        var opened = await desk.FileAsync(SignedIn.Of(context), number, id, cancellation);
        return opened.Succeeded
            ? TypedResults.File(opened.Value.Content, opened.Value.MediaType, opened.Value.Name)
            : await RefusedAsync(opened.Failure, SignedIn.Of(context), number, desk, cancellation);
    }

    private static Task<IResult> DataAsync(string number, HttpContext context, MatterDesk desk, CancellationToken cancellation) =>
        ShowDataAsync(SignedIn.Of(context), number, desk, fault: null, cancellation);

    private static async Task<IResult> ExportAsync(string number, HttpContext context, MatterDesk desk, CancellationToken cancellation)
    {
        var (session, data) = (SignedIn.Of(context), await desk.DataAsync(SignedIn.Of(context), number, cancellation));
        if (!data.Succeeded)
            return await RefusedAsync(data.Failure, session, number, desk, cancellation);
        var content = JsonSerializer.SerializeToUtf8Bytes(Api.RequestMapping.ToResponse(data.Value), Export);
        return TypedResults.File(content, "application/json; charset=utf-8", $"{number}.json");
    }

    private static async Task<IResult> EraseAsync(string number, HttpContext context, MatterDesk desk, IStringLocalizer texts, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var session = SignedIn.Of(context);
        if (form["sure"].Length == 0)
            return await ShowDataAsync(session, number, desk, texts["pages.data.notSure"], cancellation);
        var erased = await desk.EraseAsync(session, number, cancellation);
        return erased.Succeeded ? SeeOther.To("/my?done=erased") : await ShowDataAsync(session, number, desk, erased.Failure.Message, cancellation);
    }

    private static async Task<IResult> ShowDataAsync(MatterSession session, string number, MatterDesk desk, string? fault, CancellationToken cancellation)
    {
        var data = await desk.DataAsync(session, number, cancellation);
        var found = await desk.FindAsync(session, number, cancellation);
        if (!data.Succeeded || !found.Succeeded)
            return await RefusedAsync(data.Failure ?? found.Failure!, session, number, desk, cancellation);
        return CitizenPage.Of<DataPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DataPage.Number)] = number,
            [nameof(DataPage.Data)] = data.Value,
            [nameof(DataPage.MayCorrect)] = found.Value.Status.Can.Contains("correct", StringComparer.Ordinal),
            [nameof(DataPage.MayErase)] = found.Value.Status.Can.Contains("erase", StringComparer.Ordinal),
            [nameof(DataPage.Fault)] = fault,
        });
    }
}
