using LegalService.Casework.Letters;
using LegalService.Casework.Papers;
using LegalService.Casework.Requests;
using LegalService.Interviews.Papers;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Letters about a request: filled, issued, revoked, saved and printed.</summary>
internal static class LettersEndpoints
{
    public static void MapLetters(this RouteGroupBuilder api)
    {
        var letters = api.MapGroup("requests/{number}/letters").RequireAuthorization(StaffPolicies.Triage).ProducesProblem(StatusCodes.Status404NotFound);
        letters.MapGet("", ListAsync).WithName("staffLetters").WithSummary("Letters that can be written, and those that were issued");
        letters.MapPost("drafts", DraftAsync).RequireAuthorization(StaffPolicies.Decide).WithName("staffDraftLetter").WithSummary("A letter filled with what is known; noted in the audit trail");
        letters.MapPost("", IssueAsync).RequireAuthorization(StaffPolicies.Decide).WithName("staffIssueLetter").WithSummary("Issues a letter")
            .ProducesProblem(StatusCodes.Status409Conflict);
        letters.MapPost("{id:guid}/revoke", RevokeAsync).RequireAuthorization(StaffPolicies.Decide).WithName("staffRevokeLetter").WithSummary("Takes back a letter that was issued by mistake")
            .ProducesProblem(StatusCodes.Status409Conflict);
        letters.MapGet("{id:guid}/file", FileAsync).WithName("staffLetterFile").WithSummary("A letter as a Word document; noted in the audit trail");
        letters.MapGet("{id:guid}/print", PrintAsync).WithName("staffLetterPage").WithSummary("A letter as a page to print; noted in the audit trail");
    }

    private static async Task<Ok<LettersResponse>> ListAsync(string number, LetterDesk desk, CancellationToken cancellation) => TypedResults.Ok(
        new LettersResponse(await desk.OffersAsync(number, cancellation), await desk.ListAsync(number, cancellation)));

    private static async Task<Results<Ok<LetterDraft>, ProblemHttpResult>> DraftAsync(
        string number, DraftLetterRequest request, LetterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var draft = await desk.DraftAsync(number, request.Template, Clerk.Of(context.User)!.Actor, cancellation);
        return draft.Succeeded ? TypedResults.Ok(draft.Value) : draft.Failure.AsResult();
    }

    private static async Task<Results<Ok<IssuedLetter>, ProblemHttpResult>> IssueAsync(
        string number, IssueLetterRequest request, LetterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var issued = await desk.IssueAsync(new DeskAction(number, request.Version, Clerk.Of(context.User)!.Actor), request.Template, request.Text, cancellation);
        return issued.Succeeded ? TypedResults.Ok(issued.Value) : issued.Failure.AsResult();
    }

    private static async Task<Results<Ok<ActResponse>, ProblemHttpResult>> RevokeAsync(
        string number, Guid id, ActRequest request, LetterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var revoked = await desk.RevokeAsync(new DeskAction(number, request.Version, Clerk.Of(context.User)!.Actor, request.Message, request.Note), id, cancellation);
        return revoked.Succeeded ? TypedResults.Ok(new ActResponse(revoked.Value)) : revoked.Failure.AsResult();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FileAsync(
        string number, Guid id, LetterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(number, id, Clerk.Of(context.User)!.Actor, cancellation);
        return opened.Succeeded ? TypedResults.File(opened.Value.Document, PaperDocument.MediaType, opened.Value.FileName) : opened.Failure.AsResult();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> PrintAsync(
        string number, Guid id, LetterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(number, id, Clerk.Of(context.User)!.Actor, cancellation);
        return opened.Succeeded ? PaperPage.Of(opened.Value.FileTitle, PaperText.Lines(opened.Value.Text)) : opened.Failure.AsResult();
    }
}

/// <summary>Letters about a request.</summary>
/// <param name="Offers">Those that can be written now.</param>
/// <param name="Issued">Those that were issued.</param>
internal sealed record LettersResponse(IReadOnlyList<LetterOffer> Offers, IReadOnlyList<IssuedLetter> Issued);

/// <summary>Which letter is to be filled.</summary>
/// <param name="Template">Its id.</param>
internal sealed record DraftLetterRequest(string Template);

/// <summary>A letter to issue.</summary>
/// <param name="Template">The id of its template.</param>
/// <param name="Version">The version of the request that was seen.</param>
/// <param name="Text">The text as it is to be.</param>
internal sealed record IssueLetterRequest(string Template, int Version, string Text);
