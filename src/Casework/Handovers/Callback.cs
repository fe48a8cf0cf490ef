using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Handovers;

/// <summary>A call that was promised to a citizen who found nobody there.</summary>
internal sealed class Callback
{
    public required Guid Id { get; init; }

    /// <summary>Empty once the citizen had the conversation removed.</summary>
    public required string Conversation { get; set; }

    /// <summary>The conversation until the call is made: unique, so that one is promised at a time. Null afterwards.</summary>
    public string? Open { get; set; }

    public required string Channel { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the citizen agreed that the number is kept for the call (个人信息保护法第十三条).</summary>
    public required DateTimeOffset ConsentAt { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Sealed; null once its time is over.</summary>
    public byte[]? Phone { get; set; }

    /// <summary>A <see cref="CallbackWords"/> as JSON, sealed; null when nothing was said, or its time is over.</summary>
    public byte[]? Words { get; set; }

    public CallbackState State { get; set; } = CallbackState.Due;

    /// <summary>"staff/USER"; null while nobody has called.</summary>
    public string? Clerk { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    internal string Subject => $"callback/{Id:N}";

    internal static string Place(Guid id) => $"callback/{id:N}/phone";

    internal static string WordsPlace(Guid id) => $"callback/{id:N}/words";

    internal sealed class Configuration : IEntityTypeConfiguration<Callback>
    {
        public void Configure(EntityTypeBuilder<Callback> builder)
        {
            builder.ToTable("Callbacks");
            builder.HasKey(callback => callback.Id);
            builder.HasIndex(callback => callback.Open).IsUnique();
            builder.HasIndex(callback => callback.Conversation);
            builder.HasIndex(callback => new { callback.State, callback.DueAt });
            builder.Property(callback => callback.Conversation).HasMaxLength(80);
            builder.Property(callback => callback.Open).HasMaxLength(80);
            builder.Property(callback => callback.Channel).HasMaxLength(20);
            builder.Property(callback => callback.Clerk).HasMaxLength(120);
        }
    }
}

/// <summary>How far a promised call is.</summary>
public enum CallbackState
{
    /// <summary>To be made.</summary>
    Due,

    /// <summary>The citizen was reached.</summary>
    Reached,

    /// <summary>Called, and nobody answered.</summary>
    NotReached,

    /// <summary>The citizen no longer wanted it.</summary>
    Withdrawn,
}
