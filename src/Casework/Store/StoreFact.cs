using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Store;

/// <summary>Something the store knows about itself, by name.</summary>
internal sealed class StoreFact
{
    /// <summary>Fingerprint of the master key that sealed what is here.</summary>
    public const string KeyFingerprint = "masterKey.fingerprint";

    /// <summary>The master key itself, where several servers have no other place in common.</summary>
    public const string Key = "masterKey";

    public required string Name { get; init; }

    public required string Value { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoreFact>
    {
        public void Configure(EntityTypeBuilder<StoreFact> builder)
        {
            builder.ToTable("StoreFacts");
            builder.HasKey(fact => fact.Name);
            builder.Property(fact => fact.Name).HasMaxLength(60);
        }
    }
}
