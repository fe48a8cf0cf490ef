using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Pickups;

/// <summary>A document that one person may fetch, once, at any kiosk (跨域文书自取).</summary>
internal sealed class Pickup
{
    /// <summary>Name of the sealed file: 22 characters of a random 128-bit number.</summary>
    public required string Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Keyed hash of the pickup code; a hash of nothing once no code fits any more.</summary>
    public required string CodeFingerprint { get; set; }

    /// <summary>The code, sealed: the slip can be printed again. Null once it is over.</summary>
    public byte[]? SealedCode { get; set; }

    /// <summary>Keyed hash of name and ID number.</summary>
    public required string PersonFingerprint { get; set; }

    /// <summary>A <see cref="PickupPerson"/> as JSON; null when personal data were removed.</summary>
    public byte[]? SealedPerson { get; set; }

    /// <summary>What it is: a title tells much of a life. Null when personal data were removed.</summary>
    public byte[]? SealedTitle { get; set; }

    public required int Pages { get; init; }

    /// <summary>Bytes, before sealing.</summary>
    public required long Size { get; init; }

    /// <summary>Id of the office that laid it ready; null: the clerk belongs to none.</summary>
    public string? Office { get; init; }

    public required DateTimeOffset PutAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public PickupState State { get; set; }

    /// <summary>Keyed hash of what the kiosk that last opened it calls the collection; null when none did.</summary>
    public string? Collection { get; set; }

    /// <summary>The kiosk that last opened it.</summary>
    public Guid? Kiosk { get; set; }

    /// <summary>Until when it is kept for that kiosk; null when it was not opened, or released.</summary>
    public DateTimeOffset? OpenUntil { get; set; }

    /// <summary>A kiosk opened it and never said what became of it: somebody has to ask.</summary>
    public bool MustAsk { get; set; }

    /// <summary>When it was handed out, withdrawn, or its time was over; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Its file is gone.</summary>
    public bool IsFileRemoved { get; set; }

    internal string Subject => $"pickup/{Number}";

    internal string PersonPlace => $"pickup/{Id}/person";

    internal string TitlePlace => $"pickup/{Id}/title";

    internal string CodePlace => $"pickup/{Id}/code";

    internal sealed class Configuration : IEntityTypeConfiguration<Pickup>
    {
        public void Configure(EntityTypeBuilder<Pickup> builder)
        {
            builder.ToTable("Pickups");
            builder.HasKey(pickup => pickup.Id);
            builder.HasIndex(pickup => pickup.Number).IsUnique();
            builder.HasIndex(pickup => pickup.CodeFingerprint).IsUnique();
            builder.HasIndex(pickup => pickup.Collection).IsUnique();
            builder.HasIndex(pickup => new { pickup.State, pickup.ExpiresAt });
            builder.HasIndex(pickup => new { pickup.Office, pickup.PutAt });
            builder.HasIndex(pickup => pickup.EndedAt);
            builder.Property(pickup => pickup.State).IsConcurrencyToken();
            builder.Property(pickup => pickup.Id).HasMaxLength(22);
            builder.Property(pickup => pickup.Number).HasMaxLength(20);
            builder.Property(pickup => pickup.CodeFingerprint).HasMaxLength(43);
            builder.Property(pickup => pickup.PersonFingerprint).HasMaxLength(43);
            builder.Property(pickup => pickup.Office).HasMaxLength(40);
            builder.Property(pickup => pickup.Collection).HasMaxLength(43);
        }
    }
}

/// <summary>How far a document is.</summary>
public enum PickupState
{
    /// <summary>Not yet looked at by the virus scanner.</summary>
    Unchecked,

    /// <summary>The virus scanner found something: it is not given out.</summary>
    Infected,

    /// <summary>It can be fetched.</summary>
    Ready,

    /// <summary>A kiosk is handing it out.</summary>
    Open,

    /// <summary>It was handed out.</summary>
    Collected,

    /// <summary>A clerk took it back.</summary>
    Withdrawn,

    /// <summary>Nobody fetched it in time.</summary>
    Expired,
}

/// <summary>Who may fetch a document.</summary>
/// <param name="Name">As the identity card says.</param>
/// <param name="IdNumber">As the identity card says.</param>
/// <param name="Phone">Where the code is sent; null: nowhere.</param>
internal sealed record PickupPerson(string Name, string IdNumber, string? Phone)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(PickupPerson);
}
