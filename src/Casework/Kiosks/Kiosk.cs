using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Kiosks;

/// <summary>A machine that belongs to the centre.</summary>
internal sealed class Kiosk
{
    /// <summary>That of the invitation it came by: an invitation makes one kiosk.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the console calls it, such as 老年活动中心.</summary>
    public required string Name { get; set; }

    /// <summary>Id of the office it belongs to.</summary>
    public required string Office { get; set; }

    /// <summary>ECDSA over P-256, SubjectPublicKeyInfo in Base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>What the machine calls itself.</summary>
    public required string Machine { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Null while it may speak to the centre; for good afterwards.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Null while it is in use.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>What its screen shows on top, or in its place while paused; null for nothing.</summary>
    public string? Message { get; set; }

    /// <summary>When it last said how it is; null when never.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>A <see cref="KioskReport"/> as JSON; null when it never said how it is.</summary>
    public string? Report { get; set; }

    internal string Subject => SubjectOf(Id);

    internal static string SubjectOf(Guid id) => $"kiosk/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<Kiosk>
    {
        public void Configure(EntityTypeBuilder<Kiosk> builder)
        {
            builder.ToTable("Kiosks");
            builder.HasKey(kiosk => kiosk.Id);
            builder.Property(kiosk => kiosk.Name).HasMaxLength(KioskDesk.LongestName);
            builder.Property(kiosk => kiosk.Office).HasMaxLength(40);
            builder.Property(kiosk => kiosk.PublicKey).HasMaxLength(200);
            builder.Property(kiosk => kiosk.Machine).HasMaxLength(KioskDoor.LongestMachine);
            builder.Property(kiosk => kiosk.Message).HasMaxLength(KioskDesk.LongestMessage);
        }
    }
}

/// <summary>A machine may become a kiosk: for minutes, with a code.</summary>
internal sealed class KioskInvitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Keyed hash of the code.</summary>
    public required string CodeFingerprint { get; init; }

    public required string Name { get; init; }

    public required string Office { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<KioskInvitation>
    {
        public void Configure(EntityTypeBuilder<KioskInvitation> builder)
        {
            builder.ToTable("KioskInvitations");
            builder.HasKey(invitation => invitation.Id);
            builder.HasIndex(invitation => invitation.CodeFingerprint).IsUnique();
            builder.HasIndex(invitation => invitation.ExpiresAt);
            builder.Property(invitation => invitation.CodeFingerprint).HasMaxLength(43);
            builder.Property(invitation => invitation.Name).HasMaxLength(KioskDesk.LongestName);
            builder.Property(invitation => invitation.Office).HasMaxLength(40);
        }
    }
}

/// <summary>A signed call that was seen: it counts once.</summary>
internal sealed class KioskNonce
{
    /// <summary>Fingerprint of the kiosk and its nonce.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<KioskNonce>
    {
        public void Configure(EntityTypeBuilder<KioskNonce> builder)
        {
            builder.ToTable("KioskNonces");
            builder.HasKey(nonce => nonce.Id);
            builder.HasIndex(nonce => nonce.SeenAt);
            builder.Property(nonce => nonce.Id).HasMaxLength(43);
        }
    }
}
