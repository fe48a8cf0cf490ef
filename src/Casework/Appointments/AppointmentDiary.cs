using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>The diary of an office, for its staff. Thread safe.</summary>
public sealed class AppointmentDiary
{
    private readonly CaseworkStore _store;
    private readonly AppointmentWriter _writer;
    private readonly StaffBookings _bookings;
    private readonly IOptions<AppointmentOptions> _options;
    private readonly TimeProvider _time;

    internal AppointmentDiary(
        CaseworkStore store, AppointmentWriter writer, StaffBookings bookings, IOptions<AppointmentOptions> options, TimeProvider time) =>
        (_store, _writer, _bookings, _options, _time) = (store, writer, bookings, options, time);

    /// <summary>
    /// Moves it to another time, or to another person or room; the citizen is told. A clerk needs no notice and may use what is kept for walk-ins. Failures:
    /// <c>appointment.notFound</c>, <c>appointment.over</c>, <c>slot.notOffered</c>, <c>slot.taken</c>; it then stays where it was.
    /// </summary>
    /// <param name="id">The appointment.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="resource">The person or room it must be with; null when any will do.</param>
    /// <param name="clerk">Who moves it.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<AppointmentView>> MoveAsync(Guid id, DateTimeOffset start, string? resource, Actor clerk, CancellationToken cancellation) => ChangeAsync(
        id,
        (context, appointment, token) => _bookings.MoveByStaffAsync(context, appointment, start, resource, clerk, token),
        cancellation);

    /// <summary>
    /// Books for a citizen at the counter or on the phone. Failures: <c>name.invalid</c>, <c>phone.invalid</c>, <c>request.number</c>,
    /// <c>appointment.needsRequest</c>, <c>appointment.request</c>, <c>appointment.way</c>, <c>appointment.tooMany</c>, <c>slot.notOffered</c>, <c>slot.taken</c>.
    /// </summary>
    public Task<Result<Booked>> BookAsync(CounterBooking booking, Actor clerk, CancellationToken cancellation) => _bookings.BookByStaffAsync(booking, clerk, cancellation);

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
            await _bookings.CancelAsync(context, appointment, clerk, reason, token);
            return null;
        },
        cancellation);

    /// <summary>The video room, for the notary or lawyer. Failures as <see cref="OwnAppointment.RoomAsync"/>.</summary>
    public Task<Result<VideoRoom>> RoomAsync(Guid id, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await context.Set<Appointment>().SingleOrDefaultAsync(appointment => appointment.Id == id, token) is { } appointment
            ? _bookings.RoomOf(appointment)
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
}
