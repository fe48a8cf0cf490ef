using LegalService.Casework.Kiosks;
using LegalService.Casework.Pickups;
using LegalService.Casework.Places;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Documents that are handed out at kiosks (跨域文书自取). Code, card and collection always stand in the body.</summary>
internal static class KioskPickupsEndpoints
{
    private const string Pdf = "application/pdf";

    public static void MapPickups(this RouteGroupBuilder kiosk)
    {
        var group = kiosk.MapGroup("pickups").RequireRateLimiting(RateLimits.Lookups);
        group.MapPost("open", Open).WithName("pickupOpen").WithSummary("Keeps a document for this kiosk, for the right code and the right card").Refuses(
            "person.name", "person.idNumber", "pickup.notFound", "pickup.expired", "pickup.collected", "pickup.busy", "pickup.notReady", "lookup.locked", "kiosk.paused");
        group.MapPost("file", OpenFile).WithName("pickupFile").WithSummary("The document, to be printed")
            .Produces(StatusCodes.Status200OK, contentType: Pdf).Refuses("pickup.notOpen");
        group.MapPost("collected", Collected).WithName("pickupCollected").WithSummary("It is in the citizen's hands, once and for all").Refuses("pickup.notOpen");
        group.MapPost("release", Release).WithName("pickupRelease").WithSummary("It could not be printed and can be fetched again").Refuses("pickup.notOpen");
    }

    private static async Task<Results<Ok<PickupOpenResponse>, ProblemHttpResult>> Open(
        PickupOpenRequest request, HttpContext context, PickupCounter counter, PlaceCatalog places, CancellationToken cancellation)
    {
        var kiosk = context.CallingKiosk();
        if (kiosk.IsPaused)
            return KioskFailures.Paused.AsResult();
        var opened = await counter.OpenAsync(request.Code, request.Name, request.IdNumber, kiosk.Id, cancellation);
        return opened.Succeeded ? TypedResults.Ok(ToResponse(opened.Value, places)) : opened.Failure.AsResult();
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OpenFile(
        PickupCollectionRequest request, HttpContext context, PickupCounter counter, CancellationToken cancellation)
    {
        var content = await counter.FileAsync(request.Collection, context.CallingKiosk().Id, cancellation);
        if (!content.Succeeded)
            return content.Failure.AsResult();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(content.Value, Pdf);
    }

    private static async Task<Results<Ok<PickupReceiptResponse>, ProblemHttpResult>> Collected(
        PickupCollectionRequest request, HttpContext context, PickupCounter counter, CancellationToken cancellation)
    {
        var receipt = await counter.CollectedAsync(request.Collection, context.CallingKiosk().Id, cancellation);
        return receipt.Succeeded ? TypedResults.Ok(new PickupReceiptResponse(receipt.Value.Number, receipt.Value.At)) : receipt.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Release(
        PickupCollectionRequest request, HttpContext context, PickupCounter counter, CancellationToken cancellation)
    {
        var released = await counter.ReleaseAsync(request.Collection, context.CallingKiosk().Id, cancellation);
        return released.Succeeded ? TypedResults.NoContent() : released.Failure.AsResult();
    }

    private static PickupOpenResponse ToResponse(PickupOpened opened, PlaceCatalog places) => new(
        opened.Collection, opened.Title, opened.Pages, (opened.Office is { } office ? places.Find(office)?.Name : null) ?? $"{places.County}公共法律服务中心", opened.OpenUntil);
}
