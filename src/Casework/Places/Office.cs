using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Places;

/// <summary>An office or a service point. Immutable.</summary>
public sealed record Office
{
    /// <summary>Stable: lower-case letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The county it belongs to.</summary>
    public required string County { get; init; }

    /// <summary>True for a place of the sample county, which does not exist.</summary>
    public required bool Example { get; init; }

    /// <summary>Which of the four levels.</summary>
    public required PlaceLevel Level { get; init; }

    /// <summary>Degrees, north positive.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees, east positive.</summary>
    public required double Longitude { get; init; }

    /// <summary>Where it is.</summary>
    public required string Address { get; init; }

    /// <summary>Null when it has none.</summary>
    public string? Phone { get; init; }

    /// <summary>When it is open.</summary>
    public required OpeningHours Hours { get; init; }

    /// <summary>The hours as the file puts them, one line each.</summary>
    public required IReadOnlyList<string> HoursText { get; init; }

    /// <summary>Ids of the services offered.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Whether a wheelchair gets in.</summary>
    public required bool Accessible { get; init; }

    /// <summary>Languages spoken, such as <c>zh</c> and <c>mn</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    internal IReadOnlyList<Resource> Resources { get; init; } = [];

    internal IReadOnlyList<Diary> Diaries { get; init; } = [];

    internal IEnumerable<Resource> Pool(string pool) => Resources.Where(resource => resource.Pool == pool);

    internal Diary? DiaryFor(string kind, MeetingWay way, string service) => Diaries.FirstOrDefault(
        diary => diary.Kind == kind && diary.Ways.Contains(way) && (diary.Services.Count == 0 || diary.Services.Contains(service, StringComparer.Ordinal)));
}

/// <summary>The four levels of public legal service.</summary>
public enum PlaceLevel
{
    /// <summary>盟市.</summary>
    Prefecture,

    /// <summary>旗县市区.</summary>
    County,

    /// <summary>苏木乡镇街道.</summary>
    Township,

    /// <summary>嘎查村社区.</summary>
    Village,
}

/// <summary>Somebody or something an appointment needs: a lawyer, a notary, a room.</summary>
/// <param name="Id">Stable within the office.</param>
/// <param name="Pool">What it can stand in for: any of a pool will do.</param>
/// <param name="Name">For the staff.</param>
/// <param name="Units">How many appointments it takes at a time.</param>
/// <param name="Hours">When it is there; never outside the hours of the office.</param>
internal sealed record Resource(string Id, string Pool, string Name, int Units, OpeningHours Hours)
{
    public IReadOnlyList<DaySpan> Breaks { get; init; } = [];
}

/// <summary>A kind of appointment that an office gives.</summary>
internal sealed record Diary
{
    /// <summary>The kind that a service asks for.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<MeetingWay> Ways { get; init; }

    /// <summary>The services it takes; empty for every service of the kind.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Pools of which one unit each is needed, the one that is counted for walk-ins first.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>From one possible beginning to the next.</summary>
    public required int SlotMinutes { get; init; }

    /// <summary>Kept free after each appointment.</summary>
    public required int BufferMinutes { get; init; }

    /// <summary>The least time from booking to beginning.</summary>
    public required int NoticeMinutes { get; init; }

    /// <summary>How many days ahead may be booked.</summary>
    public required int DaysAhead { get; init; }

    /// <summary>The share of its time that is kept for people who come without an appointment; 0 to 1.</summary>
    public required double WalkInShare { get; init; }

    /// <summary>
    /// Whether the stretch of a unit that begins at a minute of the day is kept for walk-ins. Spread evenly over the day and over the units, and always the
    /// same, so that every server and every search says so alike.
    /// </summary>
    public bool IsKeptForWalkIns(int unit, int minute)
    {
        var turn = (minute / SlotMinutes) + unit;
        return Math.Floor((turn + 1) * WalkInShare) > Math.Floor(turn * WalkInShare);
    }
}
