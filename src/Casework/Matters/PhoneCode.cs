using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Matters;

/// <summary>The code that was last sent to a phone. There is one for numbers that nothing belongs to as well, so that nobody learns which those are.</summary>
internal sealed class PhoneCode
{
    /// <summary>Keyed hash of the phone number.</summary>
    public required string Phone { get; init; }

    /// <summary>Keyed hash of phone and code; "" once it was used.</summary>
    public required string Code { get; set; }

    /// <summary>Until when it opens.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>Wrong tries so far.</summary>
    public int Tries { get; set; }

    /// <summary>Codes asked for since <see cref="CountedFrom"/>.</summary>
    public required int Asked { get; set; }

    /// <summary>From when codes are counted.</summary>
    public required DateTimeOffset CountedFrom { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PhoneCode>
    {
        public void Configure(EntityTypeBuilder<PhoneCode> builder)
        {
            builder.ToTable("PhoneCodes");
            builder.HasKey(code => code.Phone);
            builder.HasIndex(code => code.CountedFrom);
            builder.Property(code => code.Phone).HasMaxLength(43);
            builder.Property(code => code.Code).HasMaxLength(43);
        }
    }
}
