using System.Globalization;
using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.Pickups;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Pickups;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LegalService.Server.Staff.Api;

/// <summary>Documents laid ready for citizens to fetch at a kiosk.</summary>
internal static class PickupsEndpoints
{
    private const int MostShown = 200;
    private const int LongestBoundary = 200;

    private static readonly Failure NoFile = new("pickup.missing", "没有收到文件。表单里先写各项内容，最后是 file。");

    public static void MapPickups(this RouteGroupBuilder api)
    {
        var pickups = api.MapGroup("pickups").RequireAuthorization(StaffPolicies.Pickups);
        pickups.MapGet("", ListAsync).WithName("staffPickups").WithSummary("Documents of the clerk's office, those to be asked about first; noted in the audit trail");
        pickups.MapPost("", PutAsync).WithName("staffPickupPut").WithSummary("Lays a PDF file ready: a form with title, name, idNumber, days and phone, and at its end the file")
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        var one = pickups.MapGroup("{number}").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        one.MapGet("slip", SlipAsync).WithName("staffPickupSlip").WithSummary("The citizen's slip as a page to print; noted in the audit trail");
        one.MapGet("history", HistoryAsync).WithName("staffPickupHistory").WithSummary("What happened to a document");
        one.MapPost("withdraw", (string number, PickupDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.WithdrawAsync(number, by, cancellation))).WithName("staffPickupWithdraw").WithSummary("Takes a document back");
        one.MapPost("asked", (string number, PickupAsked asked, PickupDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(context, by => desk.AskedAsync(number, asked.HasIt, by, cancellation))).WithName("staffPickupAsked").WithSummary("Notes what the citizen said became of it");
    }

    private static async Task<Ok<IReadOnlyList<PickupRow>>> ListAsync(bool? over, PickupDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var clerk = Clerk.Of(context.User)!;
        return TypedResults.Ok(await desk.ListAsync(clerk.Office, over ?? false, MostShown, clerk.Actor, cancellation));
    }

    // Read part by part: a form that ASP.NET Core binds would lie unsealed in a temporary file.
    private static async Task<Results<Created<PickupSlip>, ProblemHttpResult>> PutAsync(HttpRequest request, PickupDesk desk, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return NoFile.AsResult();
        var (reader, fields, clerk) = (new MultipartReader(boundary, request.Body), new Dictionary<string, string>(StringComparer.Ordinal), Clerk.Of(request.HttpContext.User)!);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is { Name: "file", FileStream: { } content })
            {
                var wanted = new NewPickup(Of("title") ?? "", Of("name") ?? "", Of("idNumber") ?? "", int.TryParse(Of("days"), CultureInfo.InvariantCulture, out var days) ? days : null, Of("phone"), clerk.Office);
                var put = await desk.PutAsync(wanted, content, clerk.Actor, cancellation);
                return put.Succeeded ? TypedResults.Created((string?)null, put.Value) : put.Failure.AsResult();
            }

            if (section.AsFormDataSection() is { } field)
                fields[field.Name] = await field.GetValueAsync(cancellation);
        }

        return NoFile.AsResult();

        string? Of(string name) => fields.GetValueOrDefault(name);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> SlipAsync(string number, PickupDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var slip = await desk.SlipAsync(number, Clerk.Of(context.User)!.Actor, cancellation);
        return slip.Succeeded ? PaperPage.Of($"取件凭条 {slip.Value.Number}", PickupWords.Slip(slip.Value)) : slip.Failure.AsResult();
    }

    private static async Task<Results<Ok<IReadOnlyList<PickupEvent>>, ProblemHttpResult>> HistoryAsync(string number, PickupDesk desk, CancellationToken cancellation)
    {
        var events = await desk.HistoryAsync(number, cancellation);
        return events.Succeeded ? TypedResults.Ok(events.Value) : events.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(HttpContext context, Func<Actor, Task<Result<bool>>> act)
    {
        var done = await act(Clerk.Of(context.User)!.Actor);
        return done.Succeeded ? TypedResults.NoContent() : done.Failure.AsResult();
    }
}

/// <summary>What the citizen said.</summary>
/// <param name="HasIt">He or she has the document in hand.</param>
internal sealed record PickupAsked(bool HasIt);
