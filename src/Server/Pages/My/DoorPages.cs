using LegalService.Casework.Matters;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;

namespace LegalService.Server.Pages.My;

/// <summary>Signing in with a code that came to the phone, or by a link from a conversation, and out again.</summary>
internal static class DoorPages
{
    public static void MapDoorPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/my/link/{secret}", (string secret) => CitizenPage.Of<LinkPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(LinkPage.Secret)] = secret }))
            .RequireRateLimiting(RateLimits.Reads);
        var door = pages.MapGroup("/my").RequireRateLimiting(RateLimits.Lookups);
        door.MapPost("code", SendAsync);
        door.MapPost("sign-in", SignInAsync);
        door.MapPost("link", EnterAsync);
        door.MapPost("number", EnterByCodeAsync);
        door.MapPost("sign-out", SignOutAsync);
    }

    /// <summary>The page of who is not signed in.</summary>
    public static IResult Show(string? phone = null, int minutes = 0, string? fault = null, int status = StatusCodes.Status200OK) =>
        CitizenPage.Of<SignInPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(SignInPage.Phone)] = phone,
                [nameof(SignInPage.Minutes)] = minutes,
                [nameof(SignInPage.Fault)] = fault,
            },
            status);

    private static async Task<IResult> SendAsync(HttpRequest request, MatterDoor door, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var sent = await door.SendCodeAsync(form["phone"], cancellation);
        return sent.Succeeded ? Show(form["phone"], door.CodeMinutes) : Show(form["phone"], fault: sent.Failure.Message);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, MatterDoor door, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var entered = await door.EnterAsync(form["phone"], form["code"], cancellation);
        return entered.Succeeded ? await OpenAsync(context, door, entered.Value) : Show(form["phone"], door.CodeMinutes, entered.Failure.Message);
    }

    private static async Task<IResult> EnterAsync(HttpContext context, MatterDoor door, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var entered = await door.EnterByLinkAsync(form["secret"], cancellation);
        return entered.Succeeded ? await OpenAsync(context, door, entered.Value) : Show(fault: entered.Failure.Message);
    }

    private static async Task<IResult> EnterByCodeAsync(HttpContext context, MatterDoor door, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var entered = await door.EnterByCodeAsync(form["number"], form["code"], cancellation);
        return entered.Succeeded ? await OpenAsync(context, door, entered.Value) : Show(fault: entered.Failure.Message);
    }

    /// <summary>A browser that was somebody else's is so no longer.</summary>
    private static async Task<IResult> OpenAsync(HttpContext context, MatterDoor door, MatterSession session)
    {
        await MyCookie.ForgetAsync(context, door);
        MyCookie.Set(context, session);
        return SeeOther.To("/my");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, MatterDoor door)
    {
        await MyCookie.ForgetAsync(context, door);
        return SeeOther.To("/my");
    }
}
