using LegalService.Casework.Reading;
using LegalService.Interviews.Calendar;

namespace LegalService.Casework.Places;

/// <summary>The offices and service points of a county. Immutable.</summary>
public sealed class PlaceCatalog
{
    private const double EarthRadiusMetres = 6_371_008.8;

    private readonly Dictionary<string, Office> _byId;
    private readonly WorkCalendar _calendar;

    internal PlaceCatalog(IReadOnlyList<Office> offices, WorkCalendar calendar)
    {
        Offices = offices;
        _calendar = calendar;
        _byId = offices.ToDictionary(office => office.Id, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order of the files.</summary>
    public IReadOnlyList<Office> Offices { get; }

    /// <summary>The county they belong to; empty when there are none.</summary>
    public string County => Offices is [var first, ..] ? first.County : "";

    /// <summary>Reads <c>corpus/places</c>, or a county's own folder.</summary>
    /// <exception cref="CorpusException">Files have mistakes; all of them are named with file and line.</exception>
    public static PlaceCatalog Load(string folder, WorkCalendar calendar) => new(PlaceReader.Read(folder), calendar);

    /// <summary>The office with this id, or null.</summary>
    public Office? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The office that deals with a request: the one asked for where it offers the service, else the first of the county that does, else any.</summary>
    /// <param name="service">Id of the service.</param>
    /// <param name="asked">Id of an office; null for none.</param>
    /// <returns>Null when nobody offers it.</returns>
    public Office? OfficeFor(string service, string? asked = null)
    {
        var offering = Offices.Where(office => office.Services.Contains(service, StringComparer.Ordinal)).ToList();
        return offering.Find(office => office.Id == asked) ?? offering.Find(office => office.Level == PlaceLevel.County) ?? offering.FirstOrDefault();
    }

    /// <summary>An office as it stands at a moment, without a distance.</summary>
    public PlaceNow At(Office office, DateTimeOffset now) => new(office, null, office.Hours.ClosesAfter(now, _calendar), office.Hours.OpensAfter(now, _calendar));

    /// <summary>Offices by distance along a great circle, the nearest first (15分钟法治服务圈).</summary>
    /// <param name="latitude">Degrees, -90 to 90.</param>
    /// <param name="longitude">Degrees, -180 to 180.</param>
    /// <param name="now">For which moment it is said whether they are open.</param>
    /// <param name="service">Only offices that offer this service; null for all.</param>
    /// <returns>Failure <c>place.coordinates</c> when there is no such point.</returns>
    public Result<IReadOnlyList<PlaceNow>> Nearest(double latitude, double longitude, DateTimeOffset now, string? service = null)
    {
        if (!(latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180))
            return new Failure("place.coordinates", "位置要写成“纬度,经度”，例如 43.5,115.6");
        return Result(
            from office in Offices
            where service is null || office.Services.Contains(service, StringComparer.Ordinal)
            let place = At(office, now) with { DistanceMetres = Distance(latitude, longitude, office.Latitude, office.Longitude) }
            orderby place.DistanceMetres
            select place);
    }

    /// <summary>Metres along a great circle.</summary>
    internal static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (from, to) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        var half = (north * north) + (Math.Cos(from) * Math.Cos(to) * east * east);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static Result<IReadOnlyList<PlaceNow>> Result(IEnumerable<PlaceNow> places) => (List<PlaceNow>)[.. places];
}

/// <summary>A place at a moment.</summary>
/// <param name="Office">The place.</param>
/// <param name="DistanceMetres">From the asked point; null when none was asked for.</param>
/// <param name="ClosesAt">When it closes; null while it is closed.</param>
/// <param name="OpensNext">When it opens the next time; null when no day is known.</param>
public sealed record PlaceNow(Office Office, double? DistanceMetres, DateTimeOffset? ClosesAt, DateTimeOffset? OpensNext)
{
    /// <summary>Whether it is open at that moment.</summary>
    public bool OpenNow => ClosesAt is not null;
}
