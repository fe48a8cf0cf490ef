using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments.Closures;

/// <summary>A closure to enter.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Resource">The person, window or room; null for the whole office.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Hours">The part of each day; null for all of it.</param>
/// <param name="Reason">Why, at most 200 characters.</param>
public sealed record NewClosure(string Office, string? Resource, DateOnly From, DateOnly To, DaySpan? Hours, string Reason);

/// <summary>A closure that was entered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What it says.</param>
/// <param name="By">Who entered it.</param>
public sealed record ClosureLine(Guid Id, NewClosure What, string By);

/// <summary>
/// Closed days, ill lawyers, rooms under repair: entered by the staff, they count at once, on every server, for slots, bookings and the queue. Appointments
/// that fall into one stay until they are moved; the diary shows them. Thread safe.
/// </summary>
public sealed class ClosureDesk
{
    private const int MaxReason = 200;
    private const int MaxDays = 366;

    private readonly CaseworkStore _store;
    private readonly PlaceCatalog _places;
    private readonly AuditTrail _audit;

    internal ClosureDesk(CaseworkStore store, PlaceCatalog places, AuditTrail audit) => (_store, _places, _audit) = (store, places, audit);

    /// <summary>Those of an office, or of all, that touch the days; by their first day.</summary>
    public Task<IReadOnlyList<ClosureLine>> ListAsync(string? office, DateOnly from, DateOnly to, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var closures = await context.Set<Closure>().Where(closure => (office == null || closure.Office == office) && closure.From <= to && closure.To >= from)
                .OrderBy(closure => closure.From).ThenBy(closure => closure.Id).ToListAsync(token);
            return (IReadOnlyList<ClosureLine>)[.. closures.Select(Line)];
        },
        cancellation);

    /// <summary>Failures: <c>office.unknown</c>, <c>closure.resource</c>, <c>closure.range</c>, <c>closure.hours</c>, <c>closure.reason</c>.</summary>
    public async Task<Result<Guid>> AddAsync(NewClosure closure, Actor by, CancellationToken cancellation)
    {
        if (Refuse(closure) is { } failure)
            return failure;
        var hours = closure.Hours ?? DaySpan.WholeDay;
        return await _store.WriteAsync(
            (context, _) =>
            {
                var row = new Closure
                {
                    Office = closure.Office,
                    Resource = closure.Resource,
                    From = closure.From,
                    To = closure.To,
                    FromMinute = hours.From,
                    ToMinute = hours.To,
                    Reason = closure.Reason.Trim(),
                    By = by.Name,
                };
                context.Add(row);
                _audit.Record(context, by, "closure.added", $"closure/{row.Id:N}", $"{row.Office} {row.Resource} {row.From:yyyy-MM-dd}..{row.To:yyyy-MM-dd} {hours}");
                return Task.FromResult<Result<Guid>>(row.Id);
            },
            cancellation);
    }

    /// <summary>The hours of the corpus count again. Nothing happens when there is none of that id.</summary>
    public Task<int> RemoveAsync(Guid id, Actor by, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var removed = await context.Set<Closure>().Where(closure => closure.Id == id).ExecuteDeleteAsync(token);
            if (removed > 0)
                _audit.Record(context, by, "closure.removed", $"closure/{id:N}");
            return removed;
        },
        cancellation);

    private Failure? Refuse(NewClosure closure)
    {
        if (_places.Find(closure.Office) is not { } office)
            return new Failure("office.unknown", "没有这个服务点，请从服务点列表里选");
        if (closure.Resource is { } id && !office.Resources.Any(resource => resource.Id == id))
            return new Failure("closure.resource", "这个服务点没有这个人员或者房间");
        if (closure.To < closure.From || closure.To.DayNumber - closure.From.DayNumber >= MaxDays)
            return new Failure("closure.range", $"结束日期不能早于开始日期，一次最多 {MaxDays} 天");
        if (closure.Hours is { } hours && !(hours.From >= 0 && hours.From < hours.To && DaySpan.WholeDay.Contains(hours)))
            return new Failure("closure.hours", "结束时间要晚于开始时间");
        return string.IsNullOrWhiteSpace(closure.Reason) || closure.Reason.Length > MaxReason ? new Failure("closure.reason", $"请写原因，最多 {MaxReason} 个字") : null;
    }

    private static ClosureLine Line(Closure closure)
    {
        var hours = new DaySpan(closure.FromMinute, closure.ToMinute);
        return new(
            closure.Id, new(closure.Office, closure.Resource, closure.From, closure.To, hours == DaySpan.WholeDay ? null : hours, closure.Reason), closure.By);
    }
}
