using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Pickups;

/// <summary>Reads documents for clerks. Thread safe.</summary>
internal sealed class PickupReading(CaseworkStore store, Sealer sealer, AuditTrail audit)
{
    /// <summary>The document of a number as it was typed; null when there is none.</summary>
    public static async Task<Pickup?> FindAsync(CaseworkContext context, string number, CancellationToken cancellation) =>
        CaseNumber.Normalise(number) is { } wanted ? await context.Set<Pickup>().SingleOrDefaultAsync(pickup => pickup.Number == wanted, cancellation) : null;

    public Task<PickupState> StateAsync(string number, CancellationToken cancellation) => store.ReadAsync(
        (context, token) => context.Set<Pickup>().Where(pickup => pickup.Number == number).Select(pickup => pickup.State).SingleAsync(token), cancellation);

    public async Task<IReadOnlyList<PickupRow>> ListAsync(string? office, bool isOver, int take, Actor by, CancellationToken cancellation)
    {
        var rows = await store.WriteAsync(
            async (context, token) =>
            {
                // One that the scanner stopped is over for the citizen, not for the clerk.
                var found = await context.Set<Pickup>().AsNoTracking()
                    .Where(pickup => (office == null || pickup.Office == office) && (pickup.EndedAt != null && pickup.State != PickupState.Infected) == isOver)
                    .OrderByDescending(pickup => pickup.MustAsk).ThenByDescending(pickup => pickup.PutAt).Take(take).ToListAsync(token);
                if (found.Count > 0)
                    audit.Record(context, by, "pickup.listed", "pickup", $"{found.Count}");
                return found;
            },
            cancellation);
        return [.. rows.Select(RowOf)];
    }

    public Task<Result<PickupSlip>> SlipAsync(string number, Actor by, CancellationToken cancellation) => store.WriteAsync<Result<PickupSlip>>(
        async (context, token) =>
        {
            if (await FindAsync(context, number, token) is not { } pickup)
                return PickupFailures.Gone;
            if (pickup.EndedAt is not null || pickup is not { SealedCode: { } code, SealedTitle: { } title } || PersonOf(pickup) is not { } person)
                return PickupFailures.State;
            audit.Record(context, by, "pickup.slip", pickup.Subject);
            return new PickupSlip(
                pickup.Number, sealer.Open(code, pickup.CodePlace), sealer.Open(title, pickup.TitlePlace), person.Name, pickup.Pages, BeijingTime.Of(pickup.ExpiresAt),
                pickup.State);
        },
        cancellation);

    public Task<Result<IReadOnlyList<PickupEvent>>> HistoryAsync(string number, CancellationToken cancellation) => store.ReadAsync<Result<IReadOnlyList<PickupEvent>>>(
        async (context, token) =>
        {
            if (await FindAsync(context, number, token) is not { } pickup)
                return PickupFailures.Gone;
            var subject = pickup.Subject;
            var entries = await context.Set<AuditEntry>().Where(entry => entry.Subject == subject && entry.Action.StartsWith("pickup.")).OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id).ToListAsync(token);
            return (List<PickupEvent>)[.. entries.Select(entry => new PickupEvent(BeijingTime.Of(entry.At), entry.Actor, entry.Action))];
        },
        cancellation);

    public Task<int> CountToAskAsync(string? office, CancellationToken cancellation) => store.ReadAsync(
        (context, token) => context.Set<Pickup>().CountAsync(pickup => pickup.MustAsk && (office == null || pickup.Office == office), token), cancellation);

    private PickupRow RowOf(Pickup pickup)
    {
        var person = PersonOf(pickup);
        return new(
            pickup.Number,
            pickup.SealedTitle is { } title ? sealer.Open(title, pickup.TitlePlace) : "",
            person?.Name ?? "",
            person is null ? "" : IdNumber.Mask(person.IdNumber),
            pickup.Pages,
            pickup.Office,
            BeijingTime.Of(pickup.PutAt),
            BeijingTime.Of(pickup.ExpiresAt),
            pickup.State,
            pickup.EndedAt is { } ended ? BeijingTime.Of(ended) : null,
            pickup.MustAsk);
    }

    private PickupPerson? PersonOf(Pickup pickup) =>
        pickup.SealedPerson is { } box ? JsonSerializer.Deserialize<PickupPerson>(sealer.OpenBytes(box, pickup.PersonPlace)) : null;
}
