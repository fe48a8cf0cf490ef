using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Numbers;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>What a citizen sends to wait for a place.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="From">First day that suits, in Beijing.</param>
/// <param name="To">Last day that suits.</param>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where the offer is sent.</param>
/// <param name="Office">Id of the office; null for any.</param>
/// <param name="Way">How to meet; null for any.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
/// <param name="RequestCode">The request's pickup code; null: the phone number must be one that the request was sent with.</param>
public sealed record Joining(
    string Service,
    DateOnly From,
    DateOnly To,
    string Name,
    string Phone,
    string? Office = null,
    MeetingWay? Way = null,
    string? RequestNumber = null,
    string? RequestCode = null);

/// <summary>A place on the waiting list.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Code">Pickup code: who has it may accept an offer and leave the list.</param>
/// <param name="Ahead">How many wait for the service before.</param>
public sealed record Joined(Guid Id, string Code, int Ahead);

/// <summary>Where somebody on the waiting list stands.</summary>
/// <param name="State">Where.</param>
/// <param name="Ahead">How many wait for the service before; 0 once he waits no longer.</param>
/// <param name="Offer">The slot that is kept for him; null when none is.</param>
/// <param name="OfferUntil">Until when; null when none is.</param>
public sealed record WaitingView(WaitingState State, int Ahead, Slot? Offer, DateTimeOffset? OfferUntil);

/// <summary>The waiting list. A wrong code and an unknown id are one failure, <c>waiting.notFound</c>. Thread safe.</summary>
public sealed class WaitingList
{
    private readonly CaseworkStore _store;
    private readonly OnceOnly _once;
    private readonly SlotSearch _search;
    private readonly SlotPlanner _planner;
    private readonly PlaceTaking _taking;
    private readonly BookableRequest _requests;
    private readonly AppointmentWriter _writer;
    private readonly WaitingOffers _offers;
    private readonly ContactBox _contacts;
    private readonly CodeCheck _codes;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal WaitingList(
        CaseworkStore store, OnceOnly once, SlotSearch search, SlotPlanner planner, PlaceTaking taking, BookableRequest requests, AppointmentWriter writer,
        WaitingOffers offers, ContactBox contacts, CodeCheck codes, AuditTrail audit, TimeProvider time) =>
        (_store, _once, _search, _planner, _taking, _requests, _writer, _offers, _contacts, _codes, _audit, _time) =
        (store, once, search, planner, taking, requests, writer, offers, contacts, codes, audit, time);

    private static Failure NotFound => new("waiting.notFound", "没有找到这个排队，请核对取件码");

    /// <summary>
    /// Joins. Sent twice under one key it is done once. Failures: as <see cref="AppointmentDesk.FindSlotsAsync"/>, <c>name.invalid</c>,
    /// <c>phone.invalid</c>, <c>request.number</c>, <c>appointment.needsRequest</c>, <c>appointment.request</c>, <c>appointment.way</c>, <c>waiting.already</c> (this phone number waits for this service already), <c>idempotency.*</c>.
    /// </summary>
    public async Task<Result<Joined>> JoinAsync(Joining joining, string? idempotencyKey, CancellationToken cancellation)
    {
        if (_search.Refuse(new(joining.Service, joining.From, joining.To, joining.Office, joining.Way)) is { } refusal)
            return refusal;
        if (joining.To < BeijingTime.Today(_time))
            return new Failure("slot.range", "这些日子已经过了，请选今天以后的");
        var contact = ContactBox.Read(joining.Name, joining.Phone);
        if (!contact.Succeeded)
            return contact.Failure;
        var request = await _requests.ReadAsync(joining.RequestNumber, joining.RequestCode, cancellation);
        if (!request.Succeeded)
            return request.Failure;
        return await _once.RunAsync("waiting.join", idempotencyKey, joining, (context, token) => JoinAsync(context, joining, contact.Value, request.Value, token), cancellation);
    }

    /// <summary>Where he stands.</summary>
    public Task<Result<WaitingView>> FindAsync(Guid id, string code, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await FitsAsync(context, id, code, token) is { } entry
            ? (Result<WaitingView>)await ViewAsync(context, entry, token)
            : NotFound,
        cancellation);

    /// <summary>
    /// Takes the offered place. Failures: <c>waiting.noOffer</c>, <c>hold.expired</c>, and those of <see cref="AppointmentDesk.BookAsync"/> that speak of
    /// the person.
    /// </summary>
    public Task<Result<Booked>> AcceptAsync(Guid id, string code, string? idempotencyKey, CancellationToken cancellation) => _once.RunAsync(
        "waiting.accept", idempotencyKey, new { id, code },
        async (context, token) =>
        {
            if (await FitsAsync(context, id, code, token) is not { } entry)
                return NotFound;
            if (entry is not { State: WaitingState.Offered, Hold: { } hold })
                return new Failure("waiting.noOffer", "现在没有为你留的时间，有了会通知你");
            var contact = _contacts.Open(entry.Contact, WaitingEntry.Place(id))!;
            var taken = await _taking.KeepAsync(context, hold, token);
            if (!taken.Succeeded)
                return taken.Failure;
            // That the request is his was seen when he joined.
            var request = entry.RequestNumber is { } number ? new NamedRequest(number, IsProven: true) : null;
            var booked = await _writer.BookAsync(context, hold, taken.Value, contact, request, notify: true, token);
            if (booked.Succeeded)
                await _offers.EndAsync(context, entry, WaitingState.Accepted, Actor.Citizen, token);
            return booked;
        },
        cancellation);

    /// <summary>Leaves the list, or declines an offer: the place goes to the next. Leaving twice succeeds.</summary>
    public Task<Result<bool>> LeaveAsync(Guid id, string code, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            if (await FitsAsync(context, id, code, token) is not { } entry)
                return NotFound;
            if (entry.State is WaitingState.Waiting or WaitingState.Offered)
                await _offers.EndAsync(context, entry, WaitingState.Left, Actor.Citizen, token);
            return (Result<bool>)true;
        },
        cancellation);

    private async Task<Result<Joined>> JoinAsync(CaseworkContext context, Joining joining, Contact contact, NamedRequest? request, CancellationToken token)
    {
        if (request is null && _search.NeedsRequest(joining.Service))
            return AppointmentFailures.NeedsRequest;
        if (request is not null && await _requests.RefuseAsync(context, request, joining.Service, joining.Way, contact.Phone, token) is { } refusal)
            return refusal;
        var phone = _contacts.PhonePrint(contact);
        if (await context.Set<WaitingEntry>().AnyAsync(
            entry => entry.Phone == phone && entry.Service == joining.Service && (entry.State == WaitingState.Waiting || entry.State == WaitingState.Offered), token))
        {
            return new Failure("waiting.already", "这个电话已经在等这项服务了，有空位会通知你");
        }

        var (id, code) = (Guid.CreateVersion7(), PickupCode.Draw());
        var entry = new WaitingEntry
        {
            Id = id,
            Code = _codes.Print(id, code),
            Service = joining.Service,
            Office = joining.Office,
            Way = joining.Way,
            From = joining.From,
            To = joining.To,
            RequestNumber = request?.Number,
            Phone = phone,
            Contact = _contacts.Seal(contact, WaitingEntry.Place(id)),
            JoinedAt = _time.GetUtcNow(),
        };
        context.Add(entry);
        _audit.Record(context, Actor.Citizen, "waiting.joined", WaitingEntry.Place(id), joining.Service);
        return new Joined(id, code, await AheadAsync(context, entry, token));
    }

    private async Task<WaitingView> ViewAsync(CaseworkContext context, WaitingEntry entry, CancellationToken token)
    {
        var plan = entry is { State: WaitingState.Offered, SlotId: { } slot } && SlotKey.Parse(slot) is { } key ? _planner.Held(key) : null;
        var ahead = entry.State == WaitingState.Waiting ? await AheadAsync(context, entry, token) : 0;
        return new(entry.State, ahead, plan?.With(1), entry.OfferUntil is { } until ? BeijingTime.Of(until) : null);
    }

    private static Task<int> AheadAsync(CaseworkContext context, WaitingEntry entry, CancellationToken token) => context.Set<WaitingEntry>().CountAsync(
        other => other.State == WaitingState.Waiting && other.Service == entry.Service && other.JoinedAt < entry.JoinedAt && other.Id != entry.Id, token);

    private async Task<WaitingEntry?> FitsAsync(CaseworkContext context, Guid id, string code, CancellationToken token)
    {
        var entry = await context.Set<WaitingEntry>().SingleOrDefaultAsync(entry => entry.Id == id, token);
        return _codes.Fits(id, entry?.Code, code) ? entry : null;
    }
}
