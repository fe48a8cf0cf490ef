using LegalService.Casework.Idempotency;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>
/// Finds times, holds and books them. Thread safe; any number of servers may do it at once, the database decides who is first.
/// </summary>
public sealed class AppointmentDesk
{
    private readonly CaseworkStore _store;
    private readonly SlotSearch _search;
    private readonly PlaceTaking _taking;
    private readonly BookableRequest _requests;
    private readonly OnceOnly _once;
    private readonly AppointmentWriter _writer;
    private readonly IOptions<AppointmentOptions> _options;
    private readonly TimeProvider _time;

    internal AppointmentDesk(
        CaseworkStore store, SlotSearch search, PlaceTaking taking, BookableRequest requests, OnceOnly once, AppointmentWriter writer,
        IOptions<AppointmentOptions> options, TimeProvider time) =>
        (_store, _search, _taking, _requests, _once, _writer, _options, _time) = (store, search, taking, requests, once, writer, options, time);

    /// <summary>
    /// Free slots by time. Failures: <c>service.notBookable</c>, <c>office.unknown</c>, <c>slot.range</c> (too many days, or the last before the first).
    /// </summary>
    public async Task<Result<IReadOnlyList<Slot>>> FindSlotsAsync(SlotQuery query, CancellationToken cancellation)
    {
        if (_search.Refuse(query) is { } failure)
            return failure;
        var found = await _store.ReadAsync((context, token) => _search.FindAsync(context, query, _options.Value.MaxSlots, token), cancellation);
        return (List<Slot>)[.. found];
    }

    /// <summary>
    /// Keeps a slot for some minutes. Failures: <c>slot.notOffered</c>, <c>slot.taken</c> with the next free ones in <c>Details["next"]</c>
    /// (a list of <see cref="Slot"/>).
    /// </summary>
    public async Task<Result<HoldTaken>> HoldAsync(string slotId, CancellationToken cancellation)
    {
        var result = await _store.ChangeAsync(
            async (context, token) =>
            {
                var hold = Guid.CreateVersion7();
                var until = _time.GetUtcNow() + _taking.HoldLength;
                var taken = await _taking.TakeAsync(context, slotId, hold, until, token);
                if (!taken.Succeeded)
                    return taken.Failure;
                context.Add(new Hold { Id = hold, SlotId = slotId, Cells = taken.Value.Cells.Count * taken.Value.Pools.Count, ExpiresAt = until });
                return (Result<HoldTaken>)new HoldTaken(hold, until);
            },
            cancellation);
        return result.Succeeded ? result : await WithNextAsync(result.Failure, slotId, cancellation);
    }

    /// <summary>Gives a hold back before its time. Nothing happens when there is none any more.</summary>
    public Task<int> ReleaseAsync(Guid holdId, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            if (await context.Set<Hold>().Where(hold => hold.Id == holdId).ExecuteDeleteAsync(token) == 0)
                return 0;
            return await Occupancy.FreeAsync(context, holdId, null, token);
        },
        cancellation);

    /// <summary>
    /// Books a held slot, or a slot at once. Sent twice under one key it is booked once, with the same answer. Failures: <c>booking.slot</c> (neither hold nor
    /// slot, or both), <c>name.invalid</c>, <c>phone.invalid</c>, <c>request.number</c> (malformed), <c>appointment.needsRequest</c>,
    /// <c>appointment.request</c> (no such request of his of this service, or it is over), <c>appointment.way</c> with <c>Details["ways"]</c> (for such a request
    /// one meets in other ways), <c>lookup.locked</c>, <c>appointment.tooMany</c> (this phone number has its share of this service), <c>hold.expired</c>,
    /// <c>slot.notOffered</c>, <c>slot.taken</c> with <c>Details["next"]</c>, <c>idempotency.key</c>, <c>idempotency.mismatch</c>.
    /// </summary>
    public async Task<Result<Booked>> BookAsync(Booking booking, string? idempotencyKey, CancellationToken cancellation)
    {
        if (booking.HoldId is null == booking.SlotId is null)
            return new Failure("booking.slot", "holdId 和 slotId 写其中一个");
        var contact = ContactBox.Read(booking.Name, booking.Phone);
        if (!contact.Succeeded)
            return contact.Failure;
        var request = await _requests.ReadAsync(booking.RequestNumber, booking.RequestCode, cancellation);
        if (!request.Succeeded)
            return request.Failure;
        string? slotId = null;
        var result = await _once.RunAsync(
            "appointment.book", idempotencyKey, booking,
            async (context, token) =>
            {
                var id = booking.HoldId ?? Guid.CreateVersion7();
                slotId = booking.SlotId ?? await context.Set<Hold>().Where(hold => hold.Id == id).Select(hold => hold.SlotId).SingleOrDefaultAsync(token);
                var taken = booking.HoldId is null
                    ? await _taking.TakeAsync(context, booking.SlotId!, id, null, token)
                    : await _taking.KeepAsync(context, id, token);
                return taken.Succeeded
                    ? await _writer.BookAsync(context, id, taken.Value, contact.Value, request.Value, booking.Notify, token)
                    : (Result<Booked>)taken.Failure;
            },
            cancellation);
        return result.Succeeded || slotId is null ? result : await WithNextAsync(result.Failure, slotId, cancellation);
    }

    /// <summary>The failure together with other times, where one was taken.</summary>
    internal async Task<Failure> WithNextAsync(Failure failure, string slotId, CancellationToken cancellation)
    {
        if (SlotKey.Parse(slotId) is not { } key || (failure.Code != AppointmentFailures.Taken.Code && failure.Code != AppointmentFailures.HoldExpired.Code))
            return failure;
        var next = await _store.ReadAsync((context, token) => _search.NextAsync(context, key, token), cancellation);
        return failure with { Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["next"] = next } };
    }
}
