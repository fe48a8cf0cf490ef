using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Matters;
using LegalService.Casework.Requests;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>
/// What belongs to a phone, for who has it at hand. The phone shows where things stand; who has number and pickup code as well sees and does the rest at
/// <c>/api/v1/requests</c>. Neither phone nor code nor token ever stands in an address.
/// </summary>
internal static class MyEndpoints
{
    private const string Scheme = "Bearer ";

    private static readonly Failure SignedOut = new("my.signedOut", "您还没有登录，或者登录已经过期。请重新要一个验证码。");

    public static void MapMy(this IEndpointRouteBuilder routes)
    {
        var my = routes.MapGroup("/api/v1/my").WithTags("my").AddEndpointFilter(NothingKeptAsync);
        var door = my.MapGroup("").RequireRateLimiting(RateLimits.Lookups);
        door.MapPost("codes", SendCode).WithName("sendMyCode").WithSummary("Sends a code to a phone that something belongs to")
            .WithDescription("The answer is the same whether anything belongs to the phone or not.")
            .Refuses("phone.invalid", "code.tooMany");
        door.MapPost("session", SignIn).WithName("signIn").WithSummary("Signs in with the code")
            .WithDescription("A wrong code, an old one, a used one and a phone that nothing belongs to are one refusal.")
            .Refuses("code.wrong");
        door.MapPost("sign-out", SignOut).WithName("signOut").WithSummary("Ends the session").Refuses("my.signedOut");

        my.MapGet("matters", Matters).WithName("myMatters").WithSummary("What belongs to the phone").Refuses("my.signedOut").RequireRateLimiting(RateLimits.Reads);
        var own = my.MapGroup("").Refuses("my.signedOut").RequireRateLimiting(RateLimits.Writes);
        own.MapPost("supplement", Supplement).WithName("mySupplement").WithSummary("Adds what is asked for").Refuses(
            "request.notFound", "supplement.empty", "text.required", "request.state", "request.changed", "attachment.notFound", "attachment.type", "attachment.tooMany",
            "attachment.tooLarge");
        own.MapPost("ratings", Rate).WithName("rateMine").WithSummary("Rates a request that is over, once").Refuses(
            "request.notFound", "feedback.notYet", "feedback.given", "feedback.reasonNeeded", "feedback.rating", "feedback.reasons", "feedback.tooLong");
        own.MapPost("appointments/{id}/reschedule", Reschedule).WithName("rescheduleMine").WithSummary("Moves an appointment; reminders come along").Refuses(
            "appointment.notFound", "appointment.over", "appointment.way", "slot.service", "service.paused", "slot.notOffered", "slot.taken");
        own.MapPost("appointments/{id}/cancel", Cancel).WithName("cancelMine").WithSummary("Cancels an appointment").Refuses("appointment.notFound", "appointment.over");
    }

    private static ValueTask<object?> NothingKeptAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    private static async Task<Results<Accepted<MyCodeResponse>, ProblemHttpResult>> SendCode(MyCodeRequest request, MatterDoor door, CancellationToken cancellation)
    {
        var sent = await door.SendCodeAsync(request.Phone, cancellation);
        return sent.Succeeded ? TypedResults.Accepted((string?)null, new MyCodeResponse(door.CodeMinutes)) : sent.Failure.AsResult();
    }

    private static async Task<Results<Ok<MySessionResponse>, ProblemHttpResult>> SignIn(MySignInRequest request, MatterDoor door, CancellationToken cancellation)
    {
        var entered = await door.EnterAsync(request.Phone, request.Code, cancellation);
        return entered.Succeeded ? TypedResults.Ok(new MySessionResponse(entered.Value.Token, entered.Value.ExpiresAt)) : entered.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOut(HttpRequest http, MatterDoor door, CancellationToken cancellation)
    {
        if (TokenOf(http) is not { } token)
            return SignedOut.AsResult();
        await door.LeaveAsync(token, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MyMattersResponse>, ProblemHttpResult>> Matters(HttpRequest http, MatterDoor door, MatterDesk desk, CancellationToken cancellation)
    {
        if (await SessionAsync(http, door, cancellation) is not { } session)
            return SignedOut.AsResult();
        var list = await desk.ListAsync(session, cancellation);
        return TypedResults.Ok(new MyMattersResponse([.. list.Requests.Select(MyMapping.ToResponse)], [.. list.Appointments.Select(MyMapping.ToResponse)]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Supplement(
        MySupplementRequest request, HttpRequest http, MatterDoor door, MatterDesk desk, CancellationToken cancellation)
    {
        if (await SessionAsync(http, door, cancellation) is not { } session)
            return SignedOut.AsResult();
        var files = (request.Files ?? []).Select(file => new SupplementFile(file.Id, file.Item));
        var added = await desk.SupplementAsync(session, request.Number, new Supplement(null, [.. files], request.Message), cancellation);
        return added.Succeeded ? TypedResults.NoContent() : added.Failure.AsResult();
    }

    private static async Task<Results<Created<MyRatingResponse>, ProblemHttpResult>> Rate(
        MyRatingRequest request, HttpRequest http, MatterDoor door, MatterDesk desk, CancellationToken cancellation)
    {
        if (await SessionAsync(http, door, cancellation) is not { } session)
            return SignedOut.AsResult();
        var rated = await desk.RateAsync(session, request.Number, request.Rating, request.Reasons ?? [], request.Comment, cancellation);
        return rated.Succeeded ? TypedResults.Created((string?)null, rated.Value.ToResponse()) : rated.Failure.AsResult();
    }

    private static async Task<Results<Ok<MyAppointmentResponse>, ProblemHttpResult>> Reschedule(
        string id, MyRescheduleRequest request, HttpRequest http, MatterDoor door, MatterDesk desk, CancellationToken cancellation)
    {
        if (await SessionAsync(http, door, cancellation) is not { } session)
            return SignedOut.AsResult();
        return await ShowAsync(await desk.RescheduleAsync(session, Ids.Read(id), request.SlotId, cancellation), session, desk, cancellation);
    }

    private static async Task<Results<Ok<MyAppointmentResponse>, ProblemHttpResult>> Cancel(
        string id, HttpRequest http, MatterDoor door, MatterDesk desk, CancellationToken cancellation)
    {
        if (await SessionAsync(http, door, cancellation) is not { } session)
            return SignedOut.AsResult();
        return await ShowAsync(await desk.CancelAsync(session, Ids.Read(id), cancellation), session, desk, cancellation);
    }

    /// <summary>As the list shows it, which knows what must not be told.</summary>
    private static async Task<Results<Ok<MyAppointmentResponse>, ProblemHttpResult>> ShowAsync(
        Result<AppointmentView> changed, MatterSession session, MatterDesk desk, CancellationToken cancellation)
    {
        if (!changed.Succeeded)
            return changed.Failure.AsResult();
        var list = await desk.ListAsync(session, cancellation);
        return TypedResults.Ok(list.Appointments.First(line => line.View.Id == changed.Value.Id).ToResponse());
    }

    private static async Task<MatterSession?> SessionAsync(HttpRequest http, MatterDoor door, CancellationToken cancellation) =>
        TokenOf(http) is { } token ? await door.FindAsync(token, cancellation) : null;

    private static string? TokenOf(HttpRequest http) =>
        http.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
}
