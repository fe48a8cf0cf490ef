using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Audit;

/// <summary>What to look for in the audit trail.</summary>
/// <param name="Actor">Who, exactly, such as <c>staff/narisu</c>; null for anybody.</param>
/// <param name="Action">How the action begins, such as <c>appointment.</c>; null for any.</param>
/// <param name="Subject">How the record begins, such as <c>request/R261125</c>; null for any.</param>
/// <param name="From">First day in Beijing; null for no limit.</param>
/// <param name="To">Last day; null for no limit.</param>
/// <param name="Skip">How many of the newest are left out.</param>
/// <param name="Take">How many at most.</param>
public sealed record AuditFilter(
    string? Actor = null, string? Action = null, string? Subject = null, DateOnly? From = null, DateOnly? To = null, int Skip = 0, int Take = 50);

/// <summary>An entry of the audit trail.</summary>
/// <param name="At">When, on Beijing's clock.</param>
/// <param name="Actor">"citizen", "system", "staff/USER" or "kiosk/ID".</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">The record it was done to.</param>
/// <param name="Detail">Why, or which fields; null when the action says it all.</param>
public sealed record AuditLine(DateTimeOffset At, string Actor, string Action, string Subject, string? Detail);

/// <summary>Reads the audit trail. That it was read stands in it too. Thread safe.</summary>
public sealed class AuditReading
{
    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;

    internal AuditReading(CaseworkStore store, AuditTrail audit) => (_store, _audit) = (store, audit);

    /// <summary>The newest first; one more than asked for when there are more.</summary>
    public Task<IReadOnlyList<AuditLine>> ListAsync(AuditFilter filter, Actor reader, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var entries = Matching(context.Set<AuditEntry>().AsNoTracking(), filter);
            var found = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip(filter.Skip).Take(filter.Take + 1).ToListAsync(token);
            if (filter.Skip == 0)
                _audit.Record(context, reader, "audit.viewed", "audit", string.Join(' ', new[] { filter.Actor, filter.Action, filter.Subject }.OfType<string>()));
            return (IReadOnlyList<AuditLine>)[.. found.Select(entry => new AuditLine(BeijingTime.Of(entry.At), entry.Actor, entry.Action, entry.Subject, entry.Detail))];
        },
        cancellation);

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.Actor is { } actor)
            entries = entries.Where(entry => entry.Actor == actor);
        if (filter.Action is { } action)
            entries = entries.Where(entry => entry.Action.StartsWith(action));
        if (filter.Subject is { } subject)
            entries = entries.Where(entry => entry.Subject.StartsWith(subject));
        if (filter.From is { } from)
        {
            var begin = BeijingTime.At(from);
            entries = entries.Where(entry => entry.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = BeijingTime.At(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }
}
