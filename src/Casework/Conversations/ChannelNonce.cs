using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>A signed call that was seen, so that its signature is good for no other content.</summary>
internal sealed class ChannelNonce
{
    /// <summary>Fingerprint of what makes the call unique.</summary>
    public required string Id { get; init; }

    /// <summary>Fingerprint of what was delivered with it.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ChannelNonce>
    {
        public void Configure(EntityTypeBuilder<ChannelNonce> builder)
        {
            builder.ToTable("ChannelNonces");
            builder.HasKey(nonce => nonce.Id);
            builder.HasIndex(nonce => nonce.SeenAt);
            builder.Property(nonce => nonce.Id).HasMaxLength(43);
            builder.Property(nonce => nonce.Content).HasMaxLength(43);
        }
    }
}
