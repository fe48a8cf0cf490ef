using LegalService.Casework;
using LegalService.Casework.Referrals;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>One request, and what is done with it. Each act names the version that was seen; one that is stale is 409 <c>request.changed</c> with what changed.</summary>
internal static class RecordEndpoints
{
    private delegate Task<Result<int>> Doing(RequestDesk desk, DeskAction action, ActRequest request, CancellationToken cancellation);

    private static readonly Dictionary<string, Doing> Acts = new(StringComparer.Ordinal)
    {
        ["ask"] = (desk, action, request, cancellation) => desk.AskAsync(action, request.Items ?? [], cancellation),
        ["accept"] = (desk, action, _, cancellation) => desk.AcceptAsync(action, cancellation),
        ["refuse"] = (desk, action, request, cancellation) => desk.RefuseAsync(action, request.Reasons ?? [], cancellation),
        ["start-early"] = (desk, action, request, cancellation) => desk.StartEarlyAsync(action, request.Assignee, cancellation),
        ["assign"] = (desk, action, request, cancellation) => desk.AssignAsync(action, request.Assignee ?? "", cancellation),
        ["transfer"] = (desk, action, _, cancellation) => desk.TransferAsync(action, cancellation),
        ["suspend"] = (desk, action, _, cancellation) => desk.SuspendAsync(action, cancellation),
        ["resume"] = (desk, action, _, cancellation) => desk.ResumeAsync(action, cancellation),
        ["done"] = (desk, action, request, cancellation) => desk.DoneAsync(action, request.Outcome, cancellation),
        ["decide-objection"] = (desk, action, request, cancellation) => desk.DecideObjectionAsync(action, request.Upheld ?? false, cancellation),
        ["withdraw"] = (desk, action, _, cancellation) => desk.ForCitizenAsync(action, CaseEvents.Withdrawn, cancellation),
        ["paper-seen"] = (desk, action, request, cancellation) => desk.PaperSeenAsync(action, request.Material ?? "", cancellation),
        ["hand"] = (desk, action, request, cancellation) => desk.HandAsync(action, request.Clerk, request.Office, cancellation),
        ["take-back"] = (desk, action, _, cancellation) => desk.TakeBackAsync(action, cancellation),
        ["note"] = (desk, action, _, cancellation) => desk.NoteAsync(action, cancellation),
    };

    private delegate Task<Result<int>> Referring(ReferralDesk desk, DeskAction action, ActRequest request, CancellationToken cancellation);

    private static readonly Dictionary<string, Referring> Referrals = new(StringComparer.Ordinal)
    {
        ["refer"] = (desk, action, request, cancellation) => desk.ReferAsync(action, request.Office ?? "", cancellation),
        ["take-over"] = (desk, action, _, cancellation) => desk.TakeOverAsync(action, cancellation),
        ["return"] = (desk, action, _, cancellation) => desk.ReturnAsync(action, cancellation),
    };

    public static void MapRecords(this RouteGroupBuilder api)
    {
        var record = api.MapGroup("requests/{number}").RequireAuthorization(StaffPolicies.Triage)
            .ProducesProblem(StatusCodes.Status404NotFound);
        record.MapGet("", ReadAsync).WithName("staffRecord").WithSummary("The record with personal data masked; the view is noted in the audit trail");
        record.MapPost("uncover", UncoverAsync).WithName("staffUncover").WithSummary("The answers whole; noted in the audit trail");
        record.MapGet("files/{id}", OpenAsync).WithName("staffFile").WithSummary("A file that was sent; noted in the audit trail");
        record.MapGet("suggestions", SuggestAsync).WithName("staffSuggestions").WithSummary("Who could help, the best first, with reasons");
        foreach (var (name, doing) in Acts)
            record.MapAct(name, (string number, ActRequest request, RequestDesk desk, HttpContext context, CancellationToken cancellation) =>
                AnswerAsync(doing(desk, ActionOf(number, request, context), request, cancellation)));
        foreach (var (name, referring) in Referrals)
            record.MapAct(name, (string number, ActRequest request, ReferralDesk desk, HttpContext context, CancellationToken cancellation) =>
                AnswerAsync(referring(desk, ActionOf(number, request, context), request, cancellation)));
    }

    private static void MapAct(this RouteGroupBuilder record, string name, Delegate act) => record.MapPost(name, act)
        .RequireAuthorization(StaffPolicies.Decide).WithName($"staff-{name}").WithSummary($"Act: {name}").ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<RecordResponse>, ProblemHttpResult>> ReadAsync(string number, RequestDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var read = await desk.GetAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return read.Succeeded ? TypedResults.Ok(RecordResponse.Of(read.Value)) : read.Failure.AsResult();
    }

    private static async Task<Results<Ok<IReadOnlyList<AnswerResponse>>, ProblemHttpResult>> UncoverAsync(
        string number, RequestDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var by = Clerk.Of(context.User)!.Actor;
        var read = await desk.GetAsync(number, by, cancellation);
        if (!read.Succeeded)
            return read.Failure.AsResult();
        var uncovered = await desk.UncoverAsync(read.Value.Number, by, cancellation);
        return uncovered.Succeeded
            ? TypedResults.Ok<IReadOnlyList<AnswerResponse>>([.. read.Value.Review.Select(line => new AnswerResponse(line.Field, line.Label, line.Display))])
            : uncovered.Failure.AsResult();
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OpenAsync(
        string number, string id, bool? inline, RequestDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAttachmentAsync(number, id, Clerk.Of(context.User)!.Actor, cancellation);
        if (!opened.Succeeded)
            return opened.Failure.AsResult();
        // Only pictures are shown in a page; what a program might run is saved.
        var isShown = inline == true && opened.Value.MediaType.StartsWith("image/", StringComparison.Ordinal);
        return TypedResults.File(opened.Value.Content, opened.Value.MediaType, isShown ? null : opened.Value.Name);
    }

    private static async Task<Results<Ok<IReadOnlyList<SuggestedAssignee>>, ProblemHttpResult>> SuggestAsync(
        string number, RequestDesk desk, AssigneeSuggestions suggestions, HttpContext context, CancellationToken cancellation)
    {
        var read = await desk.GetAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return read.Succeeded ? TypedResults.Ok(await suggestions.SuggestAsync(read.Value, cancellation)) : read.Failure.AsResult();
    }

    private static DeskAction ActionOf(string number, ActRequest request, HttpContext context) =>
        new(number, request.Version, Clerk.Of(context.User)!.Actor, request.Message, request.Note);

    private static async Task<Results<Ok<ActResponse>, ProblemHttpResult>> AnswerAsync(Task<Result<int>> doing)
    {
        var result = await doing;
        return result.Succeeded ? TypedResults.Ok(new ActResponse(result.Value)) : result.Failure.AsResult();
    }
}
