using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>A line of the diary, for the staff.</summary>
/// <param name="Appointment">The appointment.</param>
/// <param name="Name">Who comes; null once it was removed.</param>
/// <param name="Phone">Where to reach him; null once it was removed.</param>
/// <param name="With">The people, windows and rooms it has, as in <c>lawyer-1</c>; empty once they were given back.</param>
public sealed record DiaryLine(AppointmentView Appointment, string? Name, string? Phone, IReadOnlyList<string> With);

/// <summary>The diary of an office, for its staff. Thread safe.</summary>
public sealed class AppointmentDiary
{
    private readonly CaseworkStore _store;
    private readonly AppointmentWriter _writer;
    private readonly OwnAppointment _own;
    private readonly ContactBox _contacts;
    private readonly AuditTrail _audit;
    private readonly IOptions<AppointmentOptions> _options;
    private readonly TimeProvider _time;

    internal AppointmentDiary(
        CaseworkStore store, AppointmentWriter writer, OwnAppointment own, ContactBox contacts, AuditTrail audit, IOptions<AppointmentOptions> options,
        TimeProvider time) =>
        (_store, _writer, _own, _contacts, _audit, _options, _time) = (store, writer, own, contacts, audit, options, time);

    /// <summary>A day's appointments at an office by time, cancelled ones included. That it was looked at stands in the audit trail.</summary>
    public Task<IReadOnlyList<DiaryLine>> DayAsync(string office, DateOnly day, Actor clerk, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var (from, to) = (BeijingTime.At(day), BeijingTime.At(day.AddDays(1)));
            var appointments = await context.Set<Appointment>().AsNoTracking()
                .Where(appointment => appointment.Office == office && appointment.Start >= from && appointment.Start < to)
                .OrderBy(appointment => appointment.Start).ThenBy(appointment => appointment.Number).ToListAsync(token);
            var owners = appointments.Select(appointment => appointment.Id).ToList();
            var units = (await context.Set<OccupiedCell>().Where(cell => owners.Contains(cell.Owner)).Select(cell => new { cell.Owner, cell.Unit }).Distinct().ToListAsync(token))
                .ToLookup(cell => cell.Owner, cell => cell.Unit);
            _audit.Record(context, clerk, "diary.viewed", $"diary/{office}", $"{day:yyyy-MM-dd}");
            return (IReadOnlyList<DiaryLine>)[.. appointments.Select(appointment => Line(appointment, units[appointment.Id]))];
        },
        cancellation);

    /// <summary>It took place; time that is left is free again. Failures: <c>appointment.notFound</c>, <c>appointment.over</c>.</summary>
    public Task<Result<AppointmentView>> CompleteAsync(Guid id, Actor clerk, CancellationToken cancellation) => ChangeAsync(
        id,
        async (context, appointment, token) =>
        {
            await _writer.EndAsync(context, appointment, AppointmentState.Completed, clerk, null, token);
            return null;
        },
        cancellation);

    /// <summary>The citizen did not come. Failures: <c>appointment.notFound</c>, <c>appointment.over</c>, <c>appointment.tooEarly</c> to say so.</summary>
    public Task<Result<AppointmentView>> MissedAsync(Guid id, Actor clerk, CancellationToken cancellation) => ChangeAsync(
        id,
        async (context, appointment, token) =>
        {
            if (_time.GetUtcNow() < appointment.Start.AddMinutes(_options.Value.NoShowAfterMinutes))
                return new Failure("appointment.tooEarly", $"过了开始时间 {_options.Value.NoShowAfterMinutes} 分钟才能记爽约");
            await _writer.EndAsync(context, appointment, AppointmentState.Missed, clerk, null, token);
            return null;
        },
        cancellation);

    /// <summary>The office cancels, as when the lawyer is ill. Failures: <c>appointment.notFound</c>, <c>appointment.over</c>.</summary>
    public Task<Result<AppointmentView>> CancelAsync(Guid id, Actor clerk, string reason, CancellationToken cancellation) => ChangeAsync(
        id,
        async (context, appointment, token) =>
        {
            await _own.CancelAsync(context, appointment, clerk, reason, token);
            return null;
        },
        cancellation);

    /// <summary>The video room, for the notary or lawyer. Failures as <see cref="OwnAppointment.RoomAsync"/>.</summary>
    public Task<Result<VideoRoom>> RoomAsync(Guid id, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await context.Set<Appointment>().SingleOrDefaultAsync(appointment => appointment.Id == id, token) is { } appointment
            ? _own.RoomOf(appointment)
            : AppointmentFailures.NotFound,
        cancellation);

    private Task<Result<AppointmentView>> ChangeAsync(
        Guid id, Func<CaseworkContext, Appointment, CancellationToken, Task<Failure?>> change, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            if (await context.Set<Appointment>().FindAsync([id], token) is not { } appointment)
                return AppointmentFailures.NotFound;
            if (appointment.State != AppointmentState.Booked)
                return AppointmentFailures.Over;
            return await change(context, appointment, token) is { } failure ? failure : (Result<AppointmentView>)AppointmentWriter.View(appointment);
        },
        cancellation);

    private DiaryLine Line(Appointment appointment, IEnumerable<string> units)
    {
        var contact = _contacts.Open(appointment.Contact, Appointment.Place(appointment.Id));
        var with = units.Select(unit => unit[(unit.IndexOf('/', StringComparison.Ordinal) + 1)..unit.LastIndexOf('#')]).Order(StringComparer.Ordinal);
        return new(AppointmentWriter.View(appointment), contact?.Name, contact?.Phone, [.. with]);
    }
}
