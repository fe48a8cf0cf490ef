using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LegalService.Casework.Store;

/// <summary>Lets <c>dotnet ef</c> compare the model with the last migration; no database is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCaseworkContext>
{
    public SqliteCaseworkContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCaseworkContext>().UseSqlite("Data Source=design-time.db").Options);
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCaseworkContext>
{
    public PostgresCaseworkContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCaseworkContext>().UseNpgsql("Host=design-time").Options);
}
