using LegalService.Casework.Documents;
using LegalService.Casework.Requests;
using LegalService.Interviews.Papers;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>The document that came with a request: read, put right, saved and printed.</summary>
internal static class RequestDocumentEndpoints
{
    public static void MapRequestDocument(this RouteGroupBuilder api)
    {
        var document = api.MapGroup("requests/{number}/document").RequireAuthorization(StaffPolicies.Triage).ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("", OpenAsync).WithName("staffDocument").WithSummary("The document that came with a request; noted in the audit trail");
        document.MapPost("draft", DraftAsync).RequireAuthorization(StaffPolicies.Decide).WithName("staffDraftDocument").WithSummary("The document as it is to be: drafted by the centre")
            .ProducesProblem(StatusCodes.Status409Conflict);
        document.MapGet("file", FileAsync).WithName("staffDocumentFile").WithSummary("The document as a Word document; noted in the audit trail");
        document.MapGet("print", PrintAsync).WithName("staffDocumentPage").WithSummary("The document as a page to print; noted in the audit trail");
    }

    private static async Task<Results<Ok<OpenedDocument>, ProblemHttpResult>> OpenAsync(string number, DocumentDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return opened.Succeeded ? TypedResults.Ok(opened.Value) : opened.Failure.AsResult();
    }

    private static async Task<Results<Ok<ActResponse>, ProblemHttpResult>> DraftAsync(
        string number, DraftDocumentRequest request, DocumentDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var drafted = await desk.DraftAsync(new DeskAction(number, request.Version, Clerk.Of(context.User)!.Actor), request.Text, cancellation);
        return drafted.Succeeded ? TypedResults.Ok(new ActResponse(drafted.Value)) : drafted.Failure.AsResult();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FileAsync(string number, DocumentDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return opened.Succeeded ? opened.Value.AsFile() : opened.Failure.AsResult();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> PrintAsync(string number, DocumentDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return opened.Succeeded ? PaperPage.Of(opened.Value.Name, PaperText.Lines(opened.Value.Text)) : opened.Failure.AsResult();
    }
}

/// <summary>A document as it is to be.</summary>
/// <param name="Version">The version of the request that was seen.</param>
/// <param name="Text">The text.</param>
internal sealed record DraftDocumentRequest(int Version, string Text);
