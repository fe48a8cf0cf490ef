using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>A file that came with an activity. In the database, so that every server has it.</summary>
internal sealed class ConversationFile
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>By its content, not by what the sender said.</summary>
    public required string ContentType { get; init; }

    public required int Bytes { get; init; }

    /// <summary>Sealed.</summary>
    public required byte[] Content { get; init; }

    internal static string Place(string conversation, string id) => $"conversation/{conversation}/file/{id}";

    internal sealed class Configuration : IEntityTypeConfiguration<ConversationFile>
    {
        public void Configure(EntityTypeBuilder<ConversationFile> builder)
        {
            builder.ToTable("ConversationFiles");
            builder.HasKey(file => file.Id);
            builder.HasIndex(file => file.ConversationId);
            builder.HasOne<Conversation>().WithMany().HasForeignKey(file => file.ConversationId).OnDelete(DeleteBehavior.Cascade);
            builder.Property(file => file.Id).HasMaxLength(43);
            builder.Property(file => file.ConversationId).HasMaxLength(80);
            builder.Property(file => file.ContentType).HasMaxLength(80);
        }
    }
}
