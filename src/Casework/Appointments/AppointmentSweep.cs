using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>
/// The work that no citizen waits for: offers that lapsed go to the next, holds that expired are cleared away, those who wait are offered what is free. Safe
/// when several servers do it at the same time.
/// </summary>
internal sealed class AppointmentSweep(
    CaseworkStore store, SlotSearch search, WaitingOffers offers, OnceOnly once, IOptions<AppointmentOptions> options, TimeProvider time)
{
    private const int PerRound = 100;

    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        await LapseAsync(cancellation);
        await store.WriteAsync(ClearAsync, cancellation);
        await OfferAsync(cancellation);
        await store.WriteAsync(ForgetAsync, cancellation);
        await once.SweepAsync(cancellation);
    }

    /// <summary>Removes the personal data of what is long over, and of numbers of past days that nobody called.</summary>
    private async Task<int> ForgetAsync(CaseworkContext context, CancellationToken cancellation)
    {
        var (before, today) = (time.GetUtcNow().AddDays(-options.Value.KeepContactDays), BeijingTime.Today(time));
        await context.Set<Ticket>().Where(ticket => ticket.Day < today && ticket.Contact != null)
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.Contact, (byte[]?)null), cancellation);
        await context.Set<WaitingEntry>().Where(entry => entry.Contact == null && entry.JoinedAt < before && entry.Phone != "")
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Phone, ""), cancellation);
        return await context.Set<Appointment>().Where(appointment => appointment.End < before && appointment.Contact != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(appointment => appointment.Contact, (byte[]?)null).SetProperty(appointment => appointment.Reason, (byte[]?)null)
                    .SetProperty(appointment => appointment.Phone, ""),
                cancellation);
    }

    private async Task LapseAsync(CancellationToken cancellation)
    {
        var (now, today) = (time.GetUtcNow(), BeijingTime.Today(time));
        var over = await store.ReadAsync(
            (context, token) => context.Set<WaitingEntry>()
                .Where(entry => (entry.State == WaitingState.Offered && entry.OfferUntil <= now) || (entry.State == WaitingState.Waiting && entry.To < today))
                .OrderBy(entry => entry.JoinedAt).Select(entry => entry.Id).Take(PerRound).ToListAsync(token),
            cancellation);
        foreach (var id in over)
        {
            await store.ChangeAsync(
                async (context, token) =>
                {
                    // Another server, or the citizen, may have been first.
                    var entry = await context.Set<WaitingEntry>().SingleAsync(entry => entry.Id == id, token);
                    if (entry.State == WaitingState.Offered && entry.OfferUntil <= now)
                        await offers.EndAsync(context, entry, WaitingState.Lapsed, Actor.System, token);
                    else if (entry.State == WaitingState.Waiting && entry.To < today)
                        await offers.EndAsync(context, entry, WaitingState.Left, Actor.System, token);
                    return true;
                },
                cancellation);
        }
    }

    private async Task<int> ClearAsync(CaseworkContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var moment = now.ToUnixTimeMilliseconds();
        await context.Set<Hold>().Where(hold => hold.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        return await context.Set<OccupiedCell>().Where(cell => cell.Until != OccupiedCell.Kept && cell.Until <= moment).ExecuteDeleteAsync(cancellation);
    }

    private async Task OfferAsync(CancellationToken cancellation)
    {
        var waiting = await store.ReadAsync(
            (context, token) => context.Set<WaitingEntry>().Where(entry => entry.State == WaitingState.Waiting)
                .OrderBy(entry => entry.JoinedAt).ThenBy(entry => entry.Id).Take(PerRound).ToListAsync(token),
            cancellation);
        var nothing = new HashSet<SlotQuery>();
        foreach (var entry in waiting)
        {
            var query = new SlotQuery(entry.Service, entry.From, entry.To, entry.Office, entry.Way);
            if (nothing.Contains(query))
                continue;
            if (!await store.ChangeAsync((context, token) => OfferAsync(context, entry.Id, query, token), cancellation))
                nothing.Add(query);
        }
    }

    private async Task<bool> OfferAsync(CaseworkContext context, Guid id, SlotQuery query, CancellationToken cancellation)
    {
        var free = await search.FindAsync(context, query, 1, cancellation);
        if (free.Count == 0)
            return false;
        var entry = await context.Set<WaitingEntry>().SingleAsync(entry => entry.Id == id, cancellation);
        return entry.State == WaitingState.Waiting && await offers.OfferAsync(context, entry, SlotKey.Parse(free[0].Id)!, cancellation);
    }
}

/// <summary>Runs <see cref="AppointmentSweep"/> again and again.</summary>
internal sealed class AppointmentSweeper(AppointmentSweep sweep, IOptions<AppointmentOptions> options, TimeProvider time, ILogger<AppointmentSweeper> logger)
    : Background(time, logger)
{
    protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.SweepSeconds);

    protected override Task RoundAsync(CancellationToken cancellation) => sweep.RunOnceAsync(cancellation);
}
