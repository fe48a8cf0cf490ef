using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Switches;

/// <summary>Something that an administrator has put out of use for a while.</summary>
internal sealed class Switch
{
    /// <summary>As in <see cref="SwitchNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What citizens are told.</summary>
    public required string Message { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset Since { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Switch>
    {
        public void Configure(EntityTypeBuilder<Switch> builder)
        {
            builder.ToTable("Switches");
            builder.HasKey(row => row.Name);
            builder.Property(row => row.Name).HasMaxLength(80);
            builder.Property(row => row.Message).HasMaxLength(SwitchBoard.MaxMessage);
            builder.Property(row => row.By).HasMaxLength(120);
        }
    }
}

/// <summary>What can be put out of use.</summary>
public static class SwitchNames
{
    /// <summary>All answers that no person gives: in chat and by API.</summary>
    public const string Bot = "bot";

    /// <summary>A service: its interview, requests and appointments. Requests that were sent go on.</summary>
    public static string Service(string id) => $"service/{id}";
}
