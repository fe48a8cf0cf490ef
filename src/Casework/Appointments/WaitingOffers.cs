using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>Offers places to those who wait, in the order in which they came. Always in the caller's transaction. Thread safe.</summary>
internal sealed class WaitingOffers(
    SlotPlanner planner, SwitchBoard switches, PlaceTaking taking, ContactBox contacts, AuditTrail audit, IEnumerable<IAppointmentEvents> listeners,
    IOptions<AppointmentOptions> options, TimeProvider time)
{
    /// <summary>Offers a slot to the first whom it suits, if there is one and it is free.</summary>
    public async Task OfferAsync(CaseworkContext context, SlotKey slot, CancellationToken cancellation)
    {
        var (day, service, office, way) = (BeijingTime.DayOf(slot.Start), slot.Service, slot.Office, slot.Way);
        var first = await context.Set<WaitingEntry>()
            .Where(entry => entry.State == WaitingState.Waiting && entry.Service == service && entry.From <= day && entry.To >= day
                && (entry.Office == null || entry.Office == office) && (entry.Way == null || entry.Way == way))
            .OrderBy(entry => entry.JoinedAt).ThenBy(entry => entry.Id)
            .FirstOrDefaultAsync(cancellation);
        if (first is not null)
            await OfferAsync(context, first, slot, cancellation);
    }

    /// <summary>Keeps the slot for somebody and tells him. False when it is not free, or no longer offered; then nothing has changed.</summary>
    public async Task<bool> OfferAsync(CaseworkContext context, WaitingEntry entry, SlotKey slot, CancellationToken cancellation)
    {
        // An offer never stands beyond the time to which the slot could be booked by anybody.
        var until = time.GetUtcNow().AddMinutes(options.Value.OfferMinutes);
        if (until > slot.Start)
            until = slot.Start;
        var length = until - time.GetUtcNow();
        var closed = await ClosedTimes.ReadAsync(context, BeijingTime.DayOf(slot.Start), cancellation);
        if (length <= TimeSpan.Zero || switches.RefuseService(slot.Service) is not null || planner.Plan(slot, closed) is not { } plan || await taking.HoldAsync(context, plan, length, cancellation) is not { } hold)
            return false;
        (entry.State, entry.Hold, entry.SlotId, entry.OfferUntil) = (WaitingState.Offered, hold.Id, hold.SlotId, hold.ExpiresAt);
        entry.Version++;
        audit.Record(context, Actor.System, "waiting.offered", WaitingEntry.Place(entry.Id), $"{slot.Office} {BeijingTime.Of(slot.Start):yyyy-MM-dd HH:mm}");
        var happened = new AppointmentEvent
        {
            Kind = AppointmentEventKind.Offered,
            Id = entry.Id,
            Service = slot.Service,
            Office = slot.Office,
            Way = slot.Way,
            Start = slot.Start,
            End = plan.End,
            Sequence = entry.Version,
            RequestNumber = entry.RequestNumber,
            Contact = contacts.Open(entry.Contact, WaitingEntry.Place(entry.Id)),
            Notify = true,
            OfferUntil = BeijingTime.Of(hold.ExpiresAt),
        };
        foreach (var listener in listeners)
            await listener.OnAsync(context, happened, cancellation);
        return true;
    }

    /// <summary>Ends an entry. A place that is kept for it is given back and offered to the next.</summary>
    public async Task EndAsync(CaseworkContext context, WaitingEntry entry, WaitingState state, Actor actor, CancellationToken cancellation)
    {
        var (hold, slotId) = (entry.Hold, entry.SlotId);
        (entry.State, entry.Hold, entry.OfferUntil, entry.Contact) = (state, null, null, null);
        entry.Version++;
        audit.Record(context, actor, $"waiting.{(state == WaitingState.Lapsed ? "lapsed" : state == WaitingState.Accepted ? "accepted" : "left")}", WaitingEntry.Place(entry.Id));
        if (state == WaitingState.Accepted || hold is not { } held)
            return;
        // Saved first: whom the place is offered to next must not be this one.
        await context.SaveChangesAsync(cancellation);
        await context.Set<Hold>().Where(row => row.Id == held).ExecuteDeleteAsync(cancellation);
        await Occupancy.FreeAsync(context, held, null, cancellation);
        if (slotId is not null && SlotKey.Parse(slotId) is { } slot)
            await OfferAsync(context, slot, cancellation);
    }
}
