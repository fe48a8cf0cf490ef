using LegalService.Casework.Places;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>The service points of <c>corpus/places</c>.</summary>
internal sealed class CountyPlaces(PlaceCatalog catalog, TimeProvider time) : INearestPlaces
{
    public Task<IReadOnlyList<NearPlace>> FindAsync(double latitude, double longitude, int count, CancellationToken cancellationToken)
    {
        var nearest = catalog.Nearest(latitude, longitude, time.GetUtcNow());
        return Task.FromResult<IReadOnlyList<NearPlace>>(nearest.Succeeded ? [.. nearest.Value.Take(count).Select(Near)] : []);
    }

    private static NearPlace Near(PlaceNow place) => new(
        place.Office.Example ? place.Office.Name + "【示例，不是真的】" : place.Office.Name,
        place.Office.Address,
        place.Office.Phone,
        place.DistanceMetres ?? 0,
        string.Join('\n', place.Office.HoursText.Prepend(place.OpenNow ? "现在开着" : "现在没开门")));
}
