using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Reading;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Handovers;

/// <summary>When somebody is there to answer. Immutable.</summary>
internal sealed class HandoverHours
{
    // Holidays are at most about ten days.
    private const int DaysLooked = 30;

    private readonly Office? _office;
    private readonly PlaceCatalog _places;
    private readonly WorkCalendar _calendar;
    private readonly TimeProvider _time;

    /// <exception cref="CorpusException">The office of the settings does not exist.</exception>
    public HandoverHours(PlaceCatalog places, WorkCalendar calendar, IOptions<HandoverOptions> options, TimeProvider time)
    {
        (_places, _calendar, _time) = (places, calendar, time);
        _office = options.Value.Office is { } id
            ? places.Find(id) ?? throw new CorpusException([new("Handovers:Office", 0, $"places 里没有“{id}”")])
            : places.Offices.FirstOrDefault(office => office.Level == PlaceLevel.County) ?? (places.Offices is [var first, ..] ? first : null);
    }

    /// <summary>The office that answers, as it stands now; null when the county has none.</summary>
    public PlaceNow? Now => _office is null ? null : _places.At(_office, _time.GetUtcNow());

    /// <summary>
    /// By when a call is promised: the end of the office's hours on this working day while it is open or still opens, else on the next working day that it
    /// opens on.
    /// </summary>
    public DateTimeOffset CallbackDue()
    {
        var (today, minute) = OpeningHours.Split(_time.GetUtcNow());
        var ends = Enumerable.Range(0, DaysLooked).Select(today.AddDays).Where(_calendar.IsWorkday)
            .Select(day => (Day: day, Hours: _office?.Hours.On(day, _calendar) ?? []))
            .Where(one => one.Hours.Any(span => one.Day > today || span.To > minute))
            .Select(one => (DateTimeOffset?)OpeningHours.At(one.Day, one.Hours[^1].To));
        return ends.FirstOrDefault() ?? BeijingTime.At(_calendar.NextWorkday(today).AddDays(1));
    }
}
