using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LegalService.Casework.Store;

/// <summary>
/// The tables of casework. Each feature brings its entities by an <see cref="IEntityTypeConfiguration{TEntity}"/> in its own folder and reaches them by
/// <see cref="DbContext.Set{TEntity}()"/>.
/// </summary>
internal abstract class CaseworkContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(CaseworkContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // A point in time is stored in UTC, so that both databases compare and order it alike.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        // A state is stored by its name, so that a row can be read without the program.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}

/// <summary>Casework in a SQLite file. A type of its own because migrations differ by database.</summary>
internal sealed class SqliteCaseworkContext(DbContextOptions<SqliteCaseworkContext> options) : CaseworkContext(options);

/// <summary>Casework in PostgreSQL.</summary>
internal sealed class PostgresCaseworkContext(DbContextOptions<PostgresCaseworkContext> options) : CaseworkContext(options);
