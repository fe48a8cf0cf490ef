using System.Globalization;
using LegalService.Casework;
using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Places;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Offices and service points (15分钟法治服务圈).</summary>
internal static class PlacesEndpoints
{
    private static readonly Failure Unreadable = new("place.coordinates", "位置要写成“纬度,经度”，比如 43.65,122.24。");

    public static void MapPlaces(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/places", Places)
        .WithName("places")
        .WithTags("places")
        .WithSummary("Offices and service points, the nearest first when a position is given")
        .Refuses("place.coordinates")
        .RequireRateLimiting(RateLimits.Reads);

    private static async Task<Results<Ok<PlaceResponse[]>, ProblemHttpResult>> Places(
        string? near, string? service, PlaceCatalog catalog, PlaceClosures closures, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (near is null)
        {
            var offices = catalog.Offices.Where(office => service is null || office.Services.Contains(service, StringComparer.Ordinal));
            return TypedResults.Ok(await WithClosuresAsync([.. offices.Select(office => catalog.At(office, now))]));
        }

        if (Parse(near) is not var (latitude, longitude))
            return Unreadable.AsResult();
        var nearest = catalog.Nearest(latitude, longitude, now, service);
        return nearest.Succeeded ? TypedResults.Ok(await WithClosuresAsync(nearest.Value)) : nearest.Failure.AsResult();

        async Task<PlaceResponse[]> WithClosuresAsync(IReadOnlyList<PlaceNow> places) => [.. (await closures.OfAsync(places, cancellation)).Select(ToResponse)];
    }

    private static (double Latitude, double Longitude)? Parse(string near) =>
        near.Split([',', '，']) is [var latitude, var longitude]
        && double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            ? (north, east)
            : null;

    /// <summary>A place as the API gives it.</summary>
    public static PlaceResponse ToResponse(this PlaceWithClosures known) => known.Now.ToResponse() with
    {
        OpenNow = known.OpenNow,
        Closures = [.. known.Closed.Select(closure => new PlaceClosureResponse(closure.From, closure.To, closure.Hours?.ToString(), closure.Reason))],
    };

    private static PlaceResponse ToResponse(this PlaceNow place) => new(
        place.Office.Id,
        place.Office.Name,
        place.Office.Level.Name(),
        place.Office.Address,
        place.Office.Phone,
        place.Office.Latitude,
        place.Office.Longitude,
        place.DistanceMetres is { } metres ? Math.Round(metres) : null,
        place.OpenNow,
        place.OpensNext,
        place.Office.HoursText,
        place.Office.Services,
        place.Office.Languages,
        place.Office.Accessible,
        place.Office.Example);
}
