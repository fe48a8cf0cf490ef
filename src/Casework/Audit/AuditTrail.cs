using LegalService.Casework.Sealing;
using LegalService.Casework.Store;

namespace LegalService.Casework.Audit;

/// <summary>Writes to the audit trail in the same transaction as the change it tells of.</summary>
internal sealed class AuditTrail(Sealer sealer, TimeProvider time)
{
    /// <summary>Adds an entry; it is saved, or not, together with what else the transaction holds.</summary>
    public void Record(CaseworkContext context, Actor actor, string action, string subject, string? detail = null)
    {
        var id = Guid.CreateVersion7();
        var at = Instants.ToMicroseconds(time.GetUtcNow());
        context.Add(new AuditEntry
        {
            Id = id,
            At = at,
            Actor = actor.Name,
            Action = action,
            Subject = subject,
            Detail = detail,
            Signature = sealer.Sign(AuditEntry.Text(id, at, actor.Name, action, subject, detail)),
        });
    }
}

/// <summary>Who acts.</summary>
/// <param name="Name">"citizen", "system", "staff/USER", or "kiosk/ID" for a person at a kiosk; never a citizen's own name.</param>
public sealed record Actor(string Name)
{
    private const string StaffPrefix = "staff/";

    /// <summary>The person whose matter it is, through any channel.</summary>
    public static readonly Actor Citizen = new("citizen");

    /// <summary>The service itself: a timer, a rule.</summary>
    public static readonly Actor System = new("system");

    /// <summary>Whether it is a member of staff.</summary>
    public bool IsStaff => Name.StartsWith(StaffPrefix, StringComparison.Ordinal);

    /// <summary>His or her user name; null when it is no member of staff.</summary>
    public string? User => IsStaff ? Name[StaffPrefix.Length..] : null;

    /// <summary>A member of staff by his or her user name.</summary>
    public static Actor Staff(string user) => new(StaffPrefix + user);

    /// <summary>Somebody outside the centre who takes orders, by his or her id.</summary>
    public static Actor Volunteer(string id) => new($"volunteer/{id}");

    /// <summary>The person who stands before a kiosk, or the kiosk itself.</summary>
    public static Actor Kiosk(Guid id) => new($"kiosk/{id:N}");
}
