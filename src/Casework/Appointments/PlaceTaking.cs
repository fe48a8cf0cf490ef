using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>Takes places: for a hold, for an appointment, or from a hold for an appointment. Always in the caller's transaction. Thread safe.</summary>
internal sealed class PlaceTaking(SlotPlanner planner, SwitchBoard switches, TimeProvider time, IOptions<AppointmentOptions> options)
{
    /// <summary>Failures: <c>service.paused</c>, <c>slot.notOffered</c>, <c>slot.taken</c>.</summary>
    public async Task<Result<SlotPlan>> TakeAsync(CaseworkContext context, string slotId, Guid owner, DateTimeOffset? until, CancellationToken cancellation)
    {
        if (SlotKey.Parse(slotId) is not { } key)
            return AppointmentFailures.NotOffered;
        if (switches.RefuseService(key.Service) is { } paused)
            return paused;
        if (await PlanAsync(context, key, byStaff: false, cancellation) is not { } plan)
            return AppointmentFailures.NotOffered;
        return await TakeAsync(context, plan, owner, until, cancellation) ? plan : AppointmentFailures.Taken;
    }

    /// <summary>A clerk takes a place: without notice, also of what is kept for walk-ins. Failures: <c>slot.notOffered</c>, <c>slot.taken</c>.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="key">Which.</param>
    /// <param name="resource">The person or room it must be with; null when any will do.</param>
    /// <param name="owner">Who takes it.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<SlotPlan>> TakeByStaffAsync(CaseworkContext context, SlotKey key, string? resource, Guid owner, CancellationToken cancellation)
    {
        if (await PlanAsync(context, key, byStaff: true, cancellation) is not { } plan || plan.With(resource) is not { } wanted)
            return AppointmentFailures.NotOffered;
        return await TakeAsync(context, wanted, owner, null, cancellation) ? wanted : AppointmentFailures.Taken;
    }

    /// <summary>Any unit of a pool will do: taking them in random order keeps two citizens from waiting for the same one.</summary>
    public Task<bool> TakeAsync(CaseworkContext context, SlotPlan plan, Guid owner, DateTimeOffset? until, CancellationToken cancellation)
    {
        var pools = plan.Pools.Select(units =>
        {
            var mixed = units.ToArray();
            Random.Shared.Shuffle(mixed);
            return (IReadOnlyList<string>)mixed;
        });
        return Occupancy.TakeAsync(
            context, [.. pools], plan.Cells, owner, until?.ToUnixTimeMilliseconds() ?? OccupiedCell.Kept, time.GetUtcNow(), cancellation);
    }

    /// <summary>Takes a place and keeps it for a while. The caller's transaction must have no other way to end when this gives null.</summary>
    public async Task<Hold?> HoldAsync(CaseworkContext context, SlotPlan plan, TimeSpan length, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + length;
        var hold = new Hold { Id = Guid.CreateVersion7(), SlotId = plan.Key.Id, Cells = plan.Cells.Count * plan.Pools.Count, ExpiresAt = until };
        if (!await TakeAsync(context, plan, hold.Id, until, cancellation))
            return null;
        context.Add(hold);
        return hold;
    }

    /// <summary>
    /// The place of a hold becomes an appointment's, which takes over the hold's id. Failures: <c>hold.expired</c>; <c>slot.notOffered</c> when the service
    /// or office is gone meanwhile.
    /// </summary>
    public async Task<Result<SlotPlan>> KeepAsync(CaseworkContext context, Guid holdId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await context.Set<Hold>().FindAsync([holdId], cancellation) is not { } hold || hold.ExpiresAt <= now
            || !await Occupancy.KeepAsync(context, holdId, hold.Cells, now, cancellation))
        {
            return AppointmentFailures.HoldExpired;
        }

        context.Remove(hold);
        // Notice and diary were asked when it was held; a slot that has come nearer since is still his.
        return SlotKey.Parse(hold.SlotId) is { } key && planner.Held(key) is { } plan ? plan : AppointmentFailures.NotOffered;
    }

    private async Task<SlotPlan?> PlanAsync(CaseworkContext context, SlotKey key, bool byStaff, CancellationToken cancellation) =>
        planner.Plan(key, await ClosedTimes.ReadAsync(context, BeijingTime.DayOf(key.Start), cancellation), byStaff);

    /// <summary>How long a citizen's own hold lasts.</summary>
    public TimeSpan HoldLength => TimeSpan.FromMinutes(options.Value.HoldMinutes);
}
