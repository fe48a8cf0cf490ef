using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Places;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Shell;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Places;

/// <summary>Offices and service points, and on which days they are closed.</summary>
internal static class PlacePages
{
    public static void MapPlacePages(this IEndpointRouteBuilder pages) => pages.MapGet("/places", ShowAsync).RequireRateLimiting(RateLimits.Reads);

    private static async Task<IResult> ShowAsync(PlaceCatalog catalog, PlaceClosures closures, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var places = await closures.OfAsync([.. catalog.Offices.Select(office => catalog.At(office, now))], cancellation);
        return CitizenPage.Of<PlaceList>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PlaceList.Places)] = (IReadOnlyList<PlaceWithClosures>)[.. places.OrderByDescending(place => place.OpenNow)],
        });
    }
}
