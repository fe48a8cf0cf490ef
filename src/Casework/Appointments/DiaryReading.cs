using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>A line of the diary, for the staff.</summary>
/// <param name="Appointment">The appointment.</param>
/// <param name="Name">Who comes; null once it was removed.</param>
/// <param name="Phone">Where to reach him; null once it was removed, and where it is not safe to call.</param>
/// <param name="With">The people, windows and rooms it has, as in <c>lawyer-1</c>; empty once they were given back.</param>
/// <param name="IsSafeToCall">False where the citizen said that calling or writing is not safe.</param>
/// <param name="Closed">Why it cannot take place as it stands: the reason of a closure that was entered later; null when it can.</param>
public sealed record DiaryLine(AppointmentView Appointment, string? Name, string? Phone, IReadOnlyList<string> With, bool IsSafeToCall, string? Closed);

/// <summary>A day of an office.</summary>
/// <param name="Date">The day.</param>
/// <param name="Open">The stretches in which it is open by its hours, ascending; empty when it is closed.</param>
/// <param name="Holiday">Name of the holiday or make-up workday; null when it is neither.</param>
public sealed record DiaryDay(DateOnly Date, IReadOnlyList<DaySpan> Open, string? Holiday);

/// <summary>Somebody or something that an appointment needs.</summary>
/// <param name="Id">Stable within the office.</param>
/// <param name="Name">For the staff.</param>
/// <param name="Pool">What it can stand in for.</param>
/// <param name="Units">How many appointments it takes at a time.</param>
public sealed record DiaryResource(string Id, string Name, string Pool, int Units);

/// <summary>The diary of an office, to be looked at. Thread safe.</summary>
public sealed class DiaryReading
{
    private const int MostSlots = 500;

    private readonly CaseworkStore _store;
    private readonly PlaceCatalog _places;
    private readonly WorkCalendar _calendar;
    private readonly SlotSearch _search;
    private readonly BookableRequest _requests;
    private readonly ContactBox _contacts;
    private readonly AuditTrail _audit;

    internal DiaryReading(
        CaseworkStore store, PlaceCatalog places, WorkCalendar calendar, SlotSearch search, BookableRequest requests, ContactBox contacts, AuditTrail audit) =>
        (_store, _places, _calendar, _search, _requests, _contacts, _audit) = (store, places, calendar, search, requests, contacts, audit);

    /// <summary>The days of an office by its hours. Empty for an unknown office.</summary>
    public IReadOnlyList<DiaryDay> Days(string office, DateOnly from, DateOnly to) => _places.Find(office) is { } place
        ? [.. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays)
            .Select(day => new DiaryDay(day, place.Hours.On(day, _calendar), _calendar.NameOf(day)))]
        : [];

    /// <summary>The people, windows and rooms of an office, in the order of its file.</summary>
    public IReadOnlyList<DiaryResource> Resources(string office) =>
        [.. (_places.Find(office)?.Resources ?? []).Select(resource => new DiaryResource(resource.Id, resource.Name, resource.Pool, resource.Units))];

    /// <summary>The appointments of some days at an office by time, cancelled ones included. That they were looked at stands in the audit trail.</summary>
    public Task<IReadOnlyList<DiaryLine>> LinesAsync(string office, DateOnly from, DateOnly to, Actor clerk, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var (begin, end) = (BeijingTime.At(from), BeijingTime.At(to.AddDays(1)));
            var appointments = await context.Set<Appointment>().AsNoTracking()
                .Where(appointment => appointment.Office == office && appointment.Start >= begin && appointment.Start < end)
                .OrderBy(appointment => appointment.Start).ThenBy(appointment => appointment.Number).ToListAsync(token);
            var owners = appointments.Select(appointment => appointment.Id).ToList();
            var units = (await context.Set<OccupiedCell>().Where(cell => owners.Contains(cell.Owner)).Select(cell => new { cell.Owner, cell.Unit }).Distinct().ToListAsync(token))
                .ToLookup(cell => cell.Owner, cell => OccupiedCell.ResourceOf(cell.Unit));
            var closed = await ClosedTimes.ReadAsync(context, from, to, token);
            var lines = new List<DiaryLine>();
            foreach (var appointment in appointments)
                lines.Add(await LineAsync(context, appointment, [.. units[appointment.Id].Order(StringComparer.Ordinal)], closed, token));
            _audit.Record(context, clerk, "diary.viewed", $"diary/{office}", from == to ? $"{from:yyyy-MM-dd}" : $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
            return (IReadOnlyList<DiaryLine>)lines;
        },
        cancellation);

    /// <summary>Beginnings at which a clerk may still book, or move to. Failures as <see cref="AppointmentDesk.FindSlotsAsync"/>.</summary>
    public async Task<Result<IReadOnlyList<Slot>>> FreeAsync(string office, string service, MeetingWay way, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var query = new SlotQuery(service, from, to, office, way);
        if (_search.Refuse(query, byStaff: true) is { } failure)
            return failure;
        return (List<Slot>)[.. await _store.ReadAsync((context, token) => _search.FindAsync(context, query, MostSlots, token, byStaff: true), cancellation)];
    }

    private async Task<DiaryLine> LineAsync(
        CaseworkContext context, Appointment appointment, IReadOnlyList<string> with, ClosedTimes closed, CancellationToken cancellation)
    {
        var contact = _contacts.Open(appointment.Contact, Appointment.Place(appointment.Id));
        var isSafe = await _requests.MayCallAsync(context, appointment.RequestNumber, cancellation);
        var reason = appointment.State == AppointmentState.Booked ? ClosureOf(appointment, with, closed) : null;
        return new(AppointmentWriter.View(appointment), contact?.Name, isSafe ? contact?.Phone : null, with, isSafe, reason);
    }

    private static string? ClosureOf(Appointment appointment, IReadOnlyList<string> with, ClosedTimes closed)
    {
        var (day, minute) = OpeningHours.Split(appointment.Start);
        var stretch = new DaySpan(minute, minute + (int)(appointment.End - appointment.Start).TotalMinutes);
        return with.Prepend(null).Select(resource => closed.Find(appointment.Office, resource, day, stretch)?.Reason).FirstOrDefault(reason => reason is not null);
    }
}
