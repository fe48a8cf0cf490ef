using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>What to look for.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="From">First day, in Beijing.</param>
/// <param name="To">Last day.</param>
/// <param name="Office">Id of the office; null for any.</param>
/// <param name="Way">How to meet; null for any.</param>
public sealed record SlotQuery(string Service, DateOnly From, DateOnly To, string? Office = null, MeetingWay? Way = null);

/// <summary>Finds slots that are free. Thread safe.</summary>
internal sealed class SlotSearch(
    PlaceCatalog places, IBookableServices services, SwitchBoard switches, SlotPlanner planner, IOptions<AppointmentOptions> options, TimeProvider time)
{
    /// <summary>Failures: <c>service.notBookable</c>, <c>service.paused</c>, <c>office.unknown</c>, <c>slot.range</c>.</summary>
    public Failure? Refuse(SlotQuery query, bool byStaff = false)
    {
        if (services.Find(query.Service) is null)
            return new Failure("service.notBookable", "这个服务不用预约，或者没有这个服务");
        if (!byStaff && switches.RefuseService(query.Service) is { } paused)
            return paused;
        if (query.Office is not null && places.Find(query.Office) is null)
            return new Failure("office.unknown", "没有这个服务点，请从服务点列表里选");
        return query.To < query.From || query.To.DayNumber - query.From.DayNumber >= options.Value.MaxSearchDays
            ? new Failure("slot.range", $"开始日期不能晚于结束日期，一次最多查 {options.Value.MaxSearchDays} 天")
            : null;
    }

    /// <summary>Whether a request of the service must have been sent first.</summary>
    public bool NeedsRequest(string service) => services.Find(service)?.NeedsRequest ?? false;

    /// <summary>Free slots by time, then in the order of the offices. Nothing for a query that <see cref="Refuse"/> refuses.</summary>
    public async Task<IReadOnlyList<Slot>> FindAsync(
        CaseworkContext context, SlotQuery query, int limit, CancellationToken cancellation, bool byStaff = false)
    {
        if (services.Find(query.Service) is not { } service)
            return [];
        var today = BeijingTime.Today(time);
        var begin = query.From > today ? query.From : today;
        var closed = await ClosedTimes.ReadAsync(context, begin, query.To, cancellation);
        var offices = places.Offices.Where(office => query.Office is null || office.Id == query.Office);
        var ways = service.Ways.Where(way => query.Way is null || way == query.Way).ToList();
        var plans = (
            from office in offices
            from way in ways
            from offset in Enumerable.Range(0, Math.Max(0, query.To.DayNumber - begin.DayNumber + 1))
            from plan in planner.OfDay(office, service, way, begin.AddDays(offset), closed, byStaff)
            orderby plan.Key.Start
            select plan).ToList();
        if (plans.Count == 0)
            return [];
        var taken = await TakenAsync(context, plans, cancellation);
        return [.. plans.Select(plan => plan.With(Free(plan, taken))).Where(slot => slot.Free > 0).Take(limit)];
    }

    /// <summary>Free slots of the same service for whom this one was taken from: later at the same office first.</summary>
    public async Task<IReadOnlyList<Slot>> NextAsync(CaseworkContext context, SlotKey wanted, CancellationToken cancellation)
    {
        var day = BeijingTime.DayOf(wanted.Start);
        var query = new SlotQuery(wanted.Service, day.AddDays(-1), day.AddDays(options.Value.MaxSearchDays - 2));
        var free = await FindAsync(context, query, options.Value.MaxSlots, cancellation);
        return [.. free
            .OrderBy(slot => slot.Office != wanted.Office).ThenBy(slot => slot.Way != wanted.Way).ThenBy(slot => slot.Start < wanted.Start).ThenBy(slot => slot.Start)
            .Take(options.Value.NextSlots)];
    }

    /// <summary>How many of a slot are free.</summary>
    public static int Free(SlotPlan plan, IReadOnlyDictionary<string, HashSet<int>> taken) => plan.Pools.Min(units => units.Count(unit => IsFree(unit, plan.Cells, taken)));

    /// <summary>The cells that are somebody's, by unit, in the time of the plans.</summary>
    public async Task<IReadOnlyDictionary<string, HashSet<int>>> TakenAsync(CaseworkContext context, IReadOnlyList<SlotPlan> plans, CancellationToken cancellation)
    {
        var units = plans.SelectMany(plan => plan.Pools).SelectMany(pool => pool).Distinct(StringComparer.Ordinal).ToList();
        var (first, last, now) = (plans.Min(plan => plan.Cells.From), plans.Max(plan => plan.Cells.To), time.GetUtcNow().ToUnixTimeMilliseconds());
        var cells = await context.Set<OccupiedCell>()
            .Where(cell => units.Contains(cell.Unit) && cell.Cell >= first && cell.Cell < last && (cell.Until == OccupiedCell.Kept || cell.Until > now))
            .Select(cell => new { cell.Unit, cell.Cell }).ToListAsync(cancellation);
        return cells.GroupBy(cell => cell.Unit, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(cell => cell.Cell).ToHashSet(), StringComparer.Ordinal);
    }

    private static bool IsFree(string unit, Cells cells, IReadOnlyDictionary<string, HashSet<int>> taken)
    {
        if (!taken.TryGetValue(unit, out var own))
            return true;
        for (var cell = cells.From; cell < cells.To; cell++)
        {
            if (own.Contains(cell))
                return false;
        }

        return true;
    }
}
