using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Pickups;

/// <summary>Makes a document one that can be fetched: once the virus scanner, where there is one, found it clean. Thread safe.</summary>
internal sealed class PickupReadiness(
    CaseworkStore store, SealedFolder files, Sealer sealer, ClamScanner scanner, Outbox outbox, PlaceCatalog places, AuditTrail audit, TimeProvider time)
{
    /// <summary>Has it looked at. What the scanner could not say is asked again in the next round.</summary>
    public async Task CheckAsync(string id, CancellationToken cancellation)
    {
        bool? isClean = true;
        if (scanner.IsSet)
        {
            await using var content = files.Open(id);
            isClean = content is null ? null : await scanner.IsCleanAsync(content, cancellation);
        }

        if (isClean is { } known)
            await NoteAsync(id, known, cancellation);
    }

    private Task<bool> NoteAsync(string id, bool isClean, CancellationToken cancellation) => store.WriteAsync(
        async (context, token) =>
        {
            if (await context.Set<Pickup>().SingleOrDefaultAsync(row => row.Id == id && row.State == PickupState.Unchecked, token) is not { } pickup)
                return false;
            pickup.State = isClean ? PickupState.Ready : PickupState.Infected;
            if (isClean)
                await TellAsync(context, pickup, token);
            else
                pickup.EndedAt = time.GetUtcNow();
            audit.Record(context, Actor.System, isClean ? "pickup.ready" : "pickup.infected", pickup.Subject);
            return true;
        },
        cancellation);

    /// <summary>The code goes to the phone that was given for it.</summary>
    private async Task TellAsync(CaseworkContext context, Pickup pickup, CancellationToken cancellation)
    {
        var person = JsonSerializer.Deserialize<PickupPerson>(sealer.OpenBytes(pickup.SealedPerson!, pickup.PersonPlace))!;
        if (person.Phone is not { } phone)
            return;
        var notification = new Notification
        {
            Kind = NotificationKinds.PickupReady,
            Subject = pickup.Subject,
            Version = "1",
            Recipient = new Recipient(phone, AllowsSms: true),
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["code"] = sealer.Open(pickup.SealedCode!, pickup.CodePlace),
                ["office"] = (pickup.Office is { } office ? places.Find(office)?.Name : null) ?? "公共法律服务中心",
                ["due"] = SpokenTime.Limit(pickup.ExpiresAt),
            },
            Until = pickup.ExpiresAt,
        };
        await outbox.AddAsync(context, notification, cancellation);
    }
}
