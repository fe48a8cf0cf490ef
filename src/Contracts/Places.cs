namespace LegalService.Contracts;

/// <summary>An office or a service point (15分钟法治服务圈).</summary>
/// <param name="Id">What other routes take as <c>office</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Level"><c>prefecture</c> (盟市), <c>county</c> (旗县市区), <c>township</c> (苏木乡镇街道) or <c>village</c> (嘎查村社区).</param>
/// <param name="Address">Where it is.</param>
/// <param name="Phone">Null when it has none.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="DistanceMetres">As the crow flies from the asked point; null when none was asked for.</param>
/// <param name="OpenNow">Whether it is open at this moment.</param>
/// <param name="OpensNext">When it opens next; null while it is open, and when no day is known.</param>
/// <param name="Hours">Opening hours as they are read, one line each.</param>
/// <param name="Services">Ids of the services offered.</param>
/// <param name="Languages">Languages spoken, such as <c>zh</c> and <c>mn</c>.</param>
/// <param name="Accessible">Whether a wheelchair gets in.</param>
/// <param name="Example">True for a place of the sample county, which does not exist.</param>
/// <param name="Closures">Days of the next two weeks on which it is closed against its hours; null from a server that does not tell.</param>
public sealed record PlaceResponse(
    string Id,
    string Name,
    string Level,
    string Address,
    string? Phone,
    double Latitude,
    double Longitude,
    double? DistanceMetres,
    bool OpenNow,
    DateTimeOffset? OpensNext,
    IReadOnlyList<string> Hours,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Languages,
    bool Accessible,
    bool Example,
    IReadOnlyList<PlaceClosureResponse>? Closures = null);

/// <summary>Days, or a part of each, on which a place is closed against its usual hours.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Hours">The part of each day, such as <c>09:00-12:00</c>; null for all of it.</param>
/// <param name="Reason">Why.</param>
public sealed record PlaceClosureResponse(DateOnly From, DateOnly To, string? Hours, string Reason);
