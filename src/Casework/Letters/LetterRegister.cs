using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Letters;

/// <summary>How far the numbers of an office have come in a year.</summary>
internal sealed class LetterRegister
{
    public required string Office { get; init; }

    public required int Year { get; init; }

    /// <summary>The last number given.</summary>
    public required int Last { get; set; }

    /// <summary>The next number. The row stays locked until the transaction ends, so that there is neither gap nor twin.</summary>
    public static async Task<int> NextAsync(CaseworkContext context, string office, int year, CancellationToken cancellation)
    {
        var row = context.Set<LetterRegister>().Where(row => row.Office == office && row.Year == year);
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(each => each.Last, each => each.Last + 1), cancellation) > 0)
            return await row.Select(each => each.Last).SingleAsync(cancellation);
        context.Add(new LetterRegister { Office = office, Year = year, Last = 1 });
        return 1;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<LetterRegister>
    {
        public void Configure(EntityTypeBuilder<LetterRegister> builder)
        {
            builder.ToTable("LetterRegisters");
            builder.HasKey(row => new { row.Office, row.Year });
            builder.Property(row => row.Office).HasMaxLength(40);
        }
    }
}
