using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Requests;

/// <summary>A paper that a clerk has seen at the counter.</summary>
internal sealed class SeenPaper
{
    public required Guid RequestId { get; init; }

    /// <summary>The id of the material in the definition.</summary>
    public required string Material { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SeenPaper>
    {
        public void Configure(EntityTypeBuilder<SeenPaper> builder)
        {
            builder.ToTable("SeenPapers");
            builder.HasKey(paper => new { paper.RequestId, paper.Material });
            builder.Property(paper => paper.Material).HasMaxLength(60);
        }
    }
}
