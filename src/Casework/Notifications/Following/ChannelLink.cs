using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Notifications.Following;

/// <summary>A conversation in which the citizen wants to hear about a matter.</summary>
internal sealed class ChannelLink
{
    public required string Subject { get; init; }

    /// <summary>Name of the channel. One conversation of each channel follows a matter: the last one.</summary>
    public required string Channel { get; init; }

    /// <summary>Where in the channel; sealed.</summary>
    public required byte[] Address { get; set; }

    /// <summary>Fingerprint of <see cref="Address"/>, by which a conversation's links are found. Null in rows from before there was one.</summary>
    public string? Print { get; set; }

    public required DateTimeOffset Since { get; set; }

    public static string Place(string subject, string channel) => $"follow/{subject}/{channel}";

    internal sealed class Configuration : IEntityTypeConfiguration<ChannelLink>
    {
        public void Configure(EntityTypeBuilder<ChannelLink> builder)
        {
            builder.ToTable("ChannelLinks");
            builder.HasKey(link => new { link.Subject, link.Channel });
            builder.Property(link => link.Subject).HasMaxLength(120);
            builder.HasIndex(link => link.Print);
            builder.Property(link => link.Channel).HasMaxLength(40);
            builder.Property(link => link.Print).HasMaxLength(43);
        }
    }
}

/// <summary>An address in a channel.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Address">Where in it.</param>
internal sealed record ChannelAddress(string Channel, string Address)
{
    // A log may hold it.
    public override string ToString() => Channel;
}
