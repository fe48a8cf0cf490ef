using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>Where what belongs to a conversation is sent.</summary>
internal sealed class ChannelAddress
{
    public required string ConversationId { get; init; }

    public required string Channel { get; init; }

    /// <summary>The citizen's id on the channel, sealed.</summary>
    public required byte[] User { get; init; }

    public required DateTimeOffset LastMessageAt { get; set; }

    /// <summary>What the numbers 1, 2, 3... stand for since the last answer: a sealed JSON list. Null when there was nothing to choose.</summary>
    public byte[]? Choices { get; set; }

    /// <summary>Who sends to this address just now, so that messages keep their order.</summary>
    public Guid? Sender { get; set; }

    public DateTimeOffset SendingUntil { get; set; }

    /// <summary>What the sealed fields of an address are bound to.</summary>
    internal static string Place(string conversationId) => $"channelAddress/{conversationId}";

    internal sealed class Configuration : IEntityTypeConfiguration<ChannelAddress>
    {
        public void Configure(EntityTypeBuilder<ChannelAddress> builder)
        {
            builder.ToTable("ChannelAddresses");
            builder.HasKey(address => address.ConversationId);
            builder.Property(address => address.ConversationId).HasMaxLength(80);
            builder.Property(address => address.Channel).HasMaxLength(20);
        }
    }
}
