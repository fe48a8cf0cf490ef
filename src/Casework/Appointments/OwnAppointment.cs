using LegalService.Casework.Audit;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>
/// What a citizen does with an appointment of his own, by its id and pickup code. A wrong code and an unknown id are one failure,
/// <c>appointment.notFound</c>. Thread safe.
/// </summary>
public sealed class OwnAppointment
{
    private readonly CaseworkStore _store;
    private readonly PlaceTaking _taking;
    private readonly BookableRequest _requests;
    private readonly AppointmentWriter _writer;
    private readonly AppointmentDesk _desk;
    private readonly WaitingOffers _offers;
    private readonly CodeCheck _codes;
    private readonly CalendarFile _calendar;
    private readonly Sealer _sealer;
    private readonly IOptions<AppointmentOptions> _options;
    private readonly TimeProvider _time;

    internal OwnAppointment(
        CaseworkStore store, PlaceTaking taking, BookableRequest requests, AppointmentWriter writer, AppointmentDesk desk, WaitingOffers offers, CodeCheck codes,
        CalendarFile calendar, Sealer sealer, IOptions<AppointmentOptions> options, TimeProvider time) =>
        (_store, _taking, _requests, _writer, _desk, _offers, _codes, _calendar, _sealer, _options, _time) =
        (store, taking, requests, writer, desk, offers, codes, calendar, sealer, options, time);

    /// <summary>The appointment as it stands.</summary>
    public Task<Result<AppointmentView>> FindAsync(Guid id, string code, CancellationToken cancellation) =>
        ReadAsync(id, Has(id, code), appointment => (Result<AppointmentView>)AppointmentWriter.View(appointment), cancellation);

    /// <summary>Its calendar file (RFC 5545), as it stands.</summary>
    public Task<Result<string>> IcsAsync(Guid id, string code, CancellationToken cancellation) =>
        ReadAsync(id, Has(id, code), appointment => (Result<string>)_calendar.Of(appointment), cancellation);

    /// <summary>
    /// Moves it to another slot of the same service: both or neither. Reminders come along. Failures: <c>appointment.over</c> (cancelled, or begun),
    /// <c>slot.service</c> (another service), <c>appointment.way</c> (not for such a request), <c>slot.notOffered</c>, <c>slot.taken</c> with <c>Details["next"]</c>; the old time is then still his.
    /// </summary>
    public Task<Result<Booked>> RescheduleAsync(Guid id, string code, string slotId, CancellationToken cancellation) =>
        RescheduleForAsync(id, Has(id, code), slotId, appointment => _writer.Answer(appointment, PickupCode.Normalise(code)!), cancellation);

    /// <summary>The same for who showed in another way that it is his.</summary>
    internal async Task<Result<T>> RescheduleForAsync<T>(
        Guid id, Func<Appointment?, bool> isHis, string slotId, Func<Appointment, T> answer, CancellationToken cancellation)
    {
        var result = await _store.ChangeAsync(
            async (context, token) =>
            {
                var found = await OpenAsync(context, id, isHis, token);
                if (!found.Succeeded)
                    return found.Failure;
                return await MoveAsync(context, found.Value, slotId, Actor.Citizen, token) is { } failure ? failure : (Result<T>)answer(found.Value);
            },
            cancellation);
        return result.Succeeded ? result : await _desk.WithNextAsync(result.Failure, slotId, cancellation);
    }

    /// <summary>
    /// Cancels it; its time is offered to the next on the waiting list. Failure <c>appointment.over</c> when it has begun; cancelling a second time changes
    /// nothing and succeeds.
    /// </summary>
    /// <param name="id">The appointment.</param>
    /// <param name="code">Its pickup code.</param>
    /// <param name="reason">In the citizen's own words, kept sealed; null when he does not say.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<AppointmentView>> CancelAsync(Guid id, string code, string? reason, CancellationToken cancellation) =>
        CancelForAsync(id, Has(id, code), reason, cancellation);

    /// <summary>The same for who showed in another way that it is his.</summary>
    internal Task<Result<AppointmentView>> CancelForAsync(Guid id, Func<Appointment?, bool> isHis, string? reason, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            var found = await OpenAsync(context, id, isHis, token, cancelledToo: true);
            if (!found.Succeeded)
                return found.Failure;
            if (found.Value.State == AppointmentState.Booked)
                await CancelAsync(context, found.Value, Actor.Citizen, reason, token);
            return (Result<AppointmentView>)AppointmentWriter.View(found.Value);
        },
        cancellation);

    /// <summary>
    /// The video room, from some minutes before the beginning until some after the end. Failures: <c>room.none</c> (no appointment by video, or no
    /// <c>Appointments:RoomAddress</c>), <c>room.notOpen</c> with <c>Details["opensAt"]</c>, <c>appointment.over</c>.
    /// </summary>
    public Task<Result<VideoRoom>> RoomAsync(Guid id, string code, CancellationToken cancellation) => RoomForAsync(id, Has(id, code), cancellation);

    /// <summary>The same for who showed in another way that it is his.</summary>
    internal Task<Result<VideoRoom>> RoomForAsync(Guid id, Func<Appointment?, bool> isHis, CancellationToken cancellation) => ReadAsync(id, isHis, RoomOf, cancellation);

    /// <summary>
    /// Forgets who came: name, phone number and reason go (个人信息保护法第四十七条), and with them what was written to him; time, service and outcome stay.
    /// Afterwards the code opens nothing. Failure <c>appointment.underway</c> while it is still to come.
    /// </summary>
    public Task<Result<bool>> EraseAsync(Guid id, string code, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            if (await FindAsync(context, id, Has(id, code), token) is not { } appointment)
                return AppointmentFailures.NotFound;
            if (appointment.State == AppointmentState.Booked && appointment.End > _time.GetUtcNow())
                return AppointmentFailures.Underway;
            await _writer.ForgetAsync(context, appointment, Actor.Citizen, token);
            return (Result<bool>)true;
        },
        cancellation);

    /// <summary>Failures as <see cref="RescheduleAsync"/>; the caller rolls back.</summary>
    internal async Task<Failure?> MoveAsync(CaseworkContext context, Appointment appointment, string slotId, Actor actor, CancellationToken cancellation)
    {
        if (SlotKey.Parse(slotId) is { } key && key.Service != appointment.Service)
            return new Failure("slot.service", "只能改到同一项服务的时间；要办别的事请另外预约");
        var freed = new SlotKey(appointment.Office, appointment.Service, appointment.Way, appointment.Start);
        // Its own cells go first, so that it can move by half its length.
        await Occupancy.FreeAsync(context, appointment.Id, null, cancellation);
        var taken = await _taking.TakeAsync(context, slotId, appointment.Id, null, cancellation);
        if (!taken.Succeeded)
            return taken.Failure;
        if (appointment.RequestNumber is { } number && await _requests.RefuseWayAsync(context, number, taken.Value.Key.Way, cancellation) is { } refusal)
            return refusal;
        await FinishMoveAsync(context, appointment, taken.Value, freed, actor, cancellation);
        return null;
    }

    /// <summary>Writes down that its cells are others now, tells the citizen, and offers the old time to the next on the waiting list.</summary>
    internal async Task FinishMoveAsync(
        CaseworkContext context, Appointment appointment, SlotPlan plan, SlotKey freed, Actor actor, CancellationToken cancellation)
    {
        await _writer.MoveAsync(context, appointment, plan, actor, cancellation);
        await _offers.OfferAsync(context, freed, cancellation);
    }

    internal async Task CancelAsync(CaseworkContext context, Appointment appointment, Actor actor, string? reason, CancellationToken cancellation)
    {
        await _writer.EndAsync(context, appointment, AppointmentState.Cancelled, actor, reason, cancellation);
        await _offers.OfferAsync(context, new(appointment.Office, appointment.Service, appointment.Way, appointment.Start), cancellation);
    }

    internal Result<VideoRoom> RoomOf(Appointment appointment)
    {
        var (now, margin) = (_time.GetUtcNow(), TimeSpan.FromMinutes(_options.Value.RoomMarginMinutes));
        if (appointment.Way != MeetingWay.Video || _options.Value.RoomAddress is not { } address)
            return new Failure("room.none", "这个预约没有视频房间，请按预约的方式来");
        if (appointment.State != AppointmentState.Booked || now > appointment.End + margin)
            return AppointmentFailures.Over;
        if (now < appointment.Start - margin)
        {
            return new Failure("room.notOpen", "视频房间还没有开，快到预约时间再进")
            {
                Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["opensAt"] = Calendar.BeijingTime.Of(appointment.Start - margin) },
            };
        }

        // Another one after every move: who had the old address does not find the new one.
        var token = _sealer.Fingerprint("videoRoom", $"{appointment.Id:N}/{appointment.Sequence}");
        return new VideoRoom(new Uri(address + token), Calendar.BeijingTime.Of(appointment.End + margin));
    }

    private Func<Appointment?, bool> Has(Guid id, string code) => appointment => _codes.Fits(id, appointment?.Code, code);

    private Task<Result<T>> ReadAsync<T>(Guid id, Func<Appointment?, bool> isHis, Func<Appointment, Result<T>> read, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await FindAsync(context, id, isHis, token) is { } appointment ? read(appointment) : AppointmentFailures.NotFound, cancellation);

    private async Task<Result<Appointment>> OpenAsync(
        CaseworkContext context, Guid id, Func<Appointment?, bool> isHis, CancellationToken cancellation, bool cancelledToo = false)
    {
        if (await FindAsync(context, id, isHis, cancellation) is not { } appointment)
            return AppointmentFailures.NotFound;
        if (cancelledToo && appointment.State == AppointmentState.Cancelled)
            return appointment;
        return appointment.State == AppointmentState.Booked && appointment.Start > _time.GetUtcNow() ? appointment : AppointmentFailures.Over;
    }

    private static async Task<Appointment?> FindAsync(CaseworkContext context, Guid id, Func<Appointment?, bool> isHis, CancellationToken cancellation)
    {
        var appointment = await context.Set<Appointment>().SingleOrDefaultAsync(appointment => appointment.Id == id, cancellation);
        return isHis(appointment) ? appointment : null;
    }
}
