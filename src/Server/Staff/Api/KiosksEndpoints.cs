using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Server.Api;
using LegalService.Server.Kiosks;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Kiosks: how they are, and what an administrator does with them.</summary>
internal static class KiosksEndpoints
{
    public static void MapKiosks(this RouteGroupBuilder api)
    {
        api.MapGet("kiosks", ListAsync).RequireAuthorization(StaffPolicies.Kiosks).WithName("staffKiosks").WithSummary("All kiosks, how they are and what is wrong with them");
        var acts = api.MapGroup("kiosks").RequireAuthorization(StaffPolicies.Administer);
        acts.MapPost("invitations", InviteAsync).WithName("staffKioskInvite").WithSummary("A one-time code with which a machine becomes a kiosk; told here and never again");
        var one = acts.MapGroup("{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapPut("", (Guid id, KioskNaming naming, KioskDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.RenameAsync(id, naming.Name, naming.Office, by, cancellation))).WithName("staffKioskRename").WithSummary("Calls it something else, or gives it to another office");
        one.MapPost("pause", (Guid id, KioskSaying saying, KioskDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.PauseAsync(id, saying.Message, by, cancellation))).WithName("staffKioskPause").WithSummary("Puts its screen out of use");
        one.MapPost("resume", (Guid id, KioskDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.ResumeAsync(id, by, cancellation))).WithName("staffKioskResume").WithSummary("Puts its screen into use again");
        one.MapPost("message", (Guid id, KioskSaying saying, KioskDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.TellAsync(id, saying.Message, by, cancellation))).WithName("staffKioskTell").WithSummary("Has its screen show something; null: nothing any more");
        one.MapPost("revoke", (Guid id, KioskDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.RevokeAsync(id, by, cancellation))).WithName("staffKioskRevoke").WithSummary("It may no longer speak to the centre, for good");
    }

    private static async Task<Ok<IReadOnlyList<KioskRow>>> ListAsync(KioskDesk desk, CorpusBundle bundle, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(bundle.State, cancellation));

    private static async Task<Results<Created<KioskInvited>, ProblemHttpResult>> InviteAsync(
        KioskNaming naming, KioskDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var invited = await desk.InviteAsync(naming.Name, naming.Office, Clerk.Of(context.User)!.Actor, cancellation);
        return invited.Succeeded ? TypedResults.Created((string?)null, invited.Value) : invited.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(HttpContext context, Func<Actor, Task<Result<bool>>> act)
    {
        var done = await act(Clerk.Of(context.User)!.Actor);
        return done.Succeeded ? TypedResults.NoContent() : done.Failure.AsResult();
    }
}

/// <summary>What a kiosk is called.</summary>
/// <param name="Name">Such as 政务大厅一楼.</param>
/// <param name="Office">Id of the office it belongs to.</param>
internal sealed record KioskNaming(string Name, string Office);

/// <summary>What a kiosk's screen shows.</summary>
/// <param name="Message">Null for nothing.</param>
internal sealed record KioskSaying(string? Message = null);
