using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>Writes appointments and tells who listens. Always in the caller's transaction. Thread safe.</summary>
internal sealed class AppointmentWriter(
    BookableRequest requests, ContactBox contacts, CodeCheck codes, Sealer sealer, AuditTrail audit, CalendarFile calendar, IEnumerable<IAppointmentEvents> listeners,
    IOptions<AppointmentOptions> options, TimeProvider time)
{
    /// <summary>
    /// Makes the appointment whose cells <paramref name="id"/> has taken. Failures: <c>appointment.needsRequest</c>,
    /// <c>appointment.request</c>, <c>appointment.way</c>, <c>appointment.tooMany</c>.
    /// </summary>
    public async Task<Result<Booked>> BookAsync(
        CaseworkContext context, Guid id, SlotPlan plan, Contact contact, NamedRequest? request, bool notify, CancellationToken cancellation,
        Actor? actor = null)
    {
        if (plan.Service.NeedsRequest && request is null)
            return AppointmentFailures.NeedsRequest;
        if (request is not null && await requests.RefuseAsync(context, request, plan.Service.Id, plan.Key.Way, contact.Phone, cancellation) is { } refusal)
            return refusal;
        var (phone, now) = (contacts.PhonePrint(contact), time.GetUtcNow());
        var ahead = await context.Set<Appointment>().CountAsync(
            other => other.Phone == phone && other.Service == plan.Service.Id && other.State == AppointmentState.Booked && other.Start > now, cancellation);
        if (ahead >= options.Value.MaxAheadPerPhone)
            return new Failure("appointment.tooMany", $"这个电话已经约了 {ahead} 次这项服务；不去的请先取消，再约新的");
        var code = PickupCode.Draw();
        var appointment = new Appointment
        {
            Id = id,
            Number = CaseNumber.Draw(CaseNumber.Appointment, time),
            Code = codes.Print(id, code),
            Service = plan.Service.Id,
            Office = plan.Office.Id,
            Way = plan.Key.Way,
            Start = plan.Key.Start,
            End = plan.End,
            RequestNumber = request?.Number,
            Phone = phone,
            Contact = contacts.Seal(contact, Appointment.Place(id)),
            Notify = notify,
            BookedAt = now,
        };
        context.Add(appointment);
        await TellAsync(context, appointment, AppointmentEventKind.Booked, actor ?? Actor.Citizen, cancellation);
        return Answer(appointment, code);
    }

    /// <summary>Moves it; the cells have been changed by the caller.</summary>
    public Task MoveAsync(CaseworkContext context, Appointment appointment, SlotPlan plan, Actor actor, CancellationToken cancellation)
    {
        (appointment.Office, appointment.Way, appointment.Start, appointment.End) = (plan.Office.Id, plan.Key.Way, plan.Key.Start, plan.End);
        appointment.Sequence++;
        appointment.Version++;
        return TellAsync(context, appointment, AppointmentEventKind.Rescheduled, actor, cancellation);
    }

    /// <summary>Ends it one way or another, and gives back the time it does not need: all of it when it was cancelled, else from now on.</summary>
    public async Task EndAsync(
        CaseworkContext context, Appointment appointment, AppointmentState state, Actor actor, string? reason, CancellationToken cancellation)
    {
        appointment.State = state;
        appointment.Version++;
        if (state == AppointmentState.Cancelled)
            appointment.Sequence++;
        if (!string.IsNullOrWhiteSpace(reason))
            appointment.Reason = sealer.Seal(reason, $"{Appointment.Place(appointment.Id)}/reason");
        await Occupancy.FreeAsync(context, appointment.Id, state == AppointmentState.Cancelled ? null : time.GetUtcNow(), cancellation);
        var kind = state switch
        {
            AppointmentState.Completed => AppointmentEventKind.Completed,
            AppointmentState.Missed => AppointmentEventKind.Missed,
            _ => AppointmentEventKind.Cancelled,
        };
        await TellAsync(context, appointment, kind, actor, cancellation);
    }

    /// <summary>Removes who came, and the code with which he could ask for it.</summary>
    public Task ForgetAsync(CaseworkContext context, Appointment appointment, Actor actor, CancellationToken cancellation)
    {
        (appointment.Contact, appointment.Reason, appointment.Phone, appointment.Code) = (null, null, "", "");
        appointment.Version++;
        return TellAsync(context, appointment, AppointmentEventKind.Erased, actor, cancellation);
    }

    public static AppointmentView View(Appointment appointment) => new(
        appointment.Id, appointment.Number, appointment.State, appointment.Service, appointment.Office, appointment.Way,
        BeijingTime.Of(appointment.Start), BeijingTime.Of(appointment.End), appointment.RequestNumber);

    /// <summary>What its owner is told of it.</summary>
    public Booked Answer(Appointment appointment, string code) => new(
        appointment.Id, appointment.Number, code, BeijingTime.Of(appointment.Start), BeijingTime.Of(appointment.End), appointment.Office, appointment.Way,
        calendar.Of(appointment));

    private async Task TellAsync(CaseworkContext context, Appointment appointment, AppointmentEventKind kind, Actor actor, CancellationToken cancellation)
    {
        var action = string.Concat("appointment.", char.ToLowerInvariant(kind.ToString()[0]).ToString(), kind.ToString()[1..]);
        audit.Record(context, actor, action, $"appointment/{appointment.Number}", $"{appointment.Office} {BeijingTime.Of(appointment.Start):yyyy-MM-dd HH:mm}");
        var happened = new AppointmentEvent
        {
            Kind = kind,
            Id = appointment.Id,
            Number = appointment.Number,
            Service = appointment.Service,
            Office = appointment.Office,
            Way = appointment.Way,
            Start = BeijingTime.Of(appointment.Start),
            End = BeijingTime.Of(appointment.End),
            Sequence = appointment.Sequence,
            RequestNumber = appointment.RequestNumber,
            Contact = contacts.Open(appointment.Contact, Appointment.Place(appointment.Id)),
            // What the office changes he must hear of, wanted or not, unless it is not safe to write to him.
            Notify = appointment.Notify || (actor.IsStaff && kind is (AppointmentEventKind.Rescheduled or AppointmentEventKind.Cancelled)
                && await requests.MayCallAsync(context, appointment.RequestNumber, cancellation)),
        };
        foreach (var listener in listeners)
            await listener.OnAsync(context, happened, cancellation);
    }
}
