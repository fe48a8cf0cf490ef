using System.Text.Json;
using LegalService.Casework.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Matters;

/// <summary>What a citizen who signed in may come to, or a link that signs one in, once.</summary>
internal sealed class CitizenPass
{
    /// <summary>Keyed hash of the secret that its holder has.</summary>
    public required string Print { get; init; }

    public required PassKind Kind { get; init; }

    /// <summary>A <see cref="PassContent"/> as JSON, sealed.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Until when it opens.</summary>
    public required DateTimeOffset Until { get; set; }

    public PassContent Open(Sealer sealer) => JsonSerializer.Deserialize<PassContent>(sealer.OpenBytes(Content, PlaceOf(Print)))!;

    public static byte[] Seal(Sealer sealer, string print, PassContent content) => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(content), PlaceOf(print));

    private static string PlaceOf(string print) => $"pass/{print}";

    internal sealed class Configuration : IEntityTypeConfiguration<CitizenPass>
    {
        public void Configure(EntityTypeBuilder<CitizenPass> builder)
        {
            builder.ToTable("CitizenPasses");
            builder.HasKey(pass => pass.Print);
            builder.HasIndex(pass => pass.Until);
            builder.Property(pass => pass.Print).HasMaxLength(43);
        }
    }
}

/// <summary>What a pass is for.</summary>
internal enum PassKind
{
    /// <summary>Somebody is signed in.</summary>
    Session,

    /// <summary>Signs in, once.</summary>
    Link,
}

/// <summary>Whose matters a pass opens.</summary>
/// <param name="Phone">The number that a code was sent to; null: none was.</param>
/// <param name="Channel">The channel in which a link was asked for; null: none was.</param>
/// <param name="Address">The conversation there.</param>
/// <param name="Opened">Requests for which more was shown than the phone: the pickup code, or the identity number.</param>
internal sealed record PassContent(string? Phone, string? Channel, string? Address, IReadOnlyList<Guid> Opened)
{
    // A record writes out its members, and this one must not be read in a log.
    public override string ToString() => nameof(PassContent);
}
