using LegalService.Casework.Calendar;
using LegalService.Casework.Places;

namespace LegalService.Casework.Appointments.Closures;

/// <summary>A place as it stands at a moment, with the days on which it is closed against its usual hours.</summary>
/// <param name="Now">By its usual hours.</param>
/// <param name="Closed">Closures of the whole place in the days ahead, by their first day.</param>
/// <param name="OpenNow">By both.</param>
public sealed record PlaceWithClosures(PlaceNow Now, IReadOnlyList<NewClosure> Closed, bool OpenNow);

/// <summary>Tells citizens when a place is closed that would be open. Thread safe.</summary>
public sealed class PlaceClosures
{
    /// <summary>How many days ahead are told, today included.</summary>
    public const int DaysAhead = 14;

    private readonly ClosureDesk _desk;
    private readonly TimeProvider _time;

    internal PlaceClosures(ClosureDesk desk, TimeProvider time) => (_desk, _time) = (desk, time);

    /// <summary>The places, each with its closures, in their order.</summary>
    public async Task<IReadOnlyList<PlaceWithClosures>> OfAsync(IReadOnlyList<PlaceNow> places, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var today = BeijingTime.DayOf(now);
        var closures = (await _desk.ListAsync(office: null, today, today.AddDays(DaysAhead - 1), cancellation))
            .Select(line => line.What).Where(closure => closure.Resource is null).ToLookup(closure => closure.Office, StringComparer.Ordinal);
        return [.. places.Select(place => new PlaceWithClosures(
            place, [.. closures[place.Office.Id]], place.OpenNow && !closures[place.Office.Id].Any(closure => Covers(closure, now))))];
    }

    private static bool Covers(NewClosure closure, DateTimeOffset now)
    {
        var (day, minute) = OpeningHours.Split(now);
        var hours = closure.Hours ?? DaySpan.WholeDay;
        return closure.From <= day && day <= closure.To && hours.From <= minute && minute < hours.To;
    }
}
