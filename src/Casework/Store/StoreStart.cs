using LegalService.Casework.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace LegalService.Casework.Store;

/// <summary>Before the server takes requests: brings the tables up to date and takes the key into use.</summary>
internal sealed class StoreStart(Func<CaseworkContext> open, MasterKeySource keys) : IHostedLifecycleService
{
    // Any number that no other program takes on this database.
    private const long MigrationLock = 5_080_001;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (var context = open())
        {
            // SQLite lets one server migrate at a time. PostgreSQL does so within one migration only: the lock is held over all of them.
            await context.Database.OpenConnectionAsync(cancellationToken);
            if (context is PostgresCaseworkContext)
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            if (context is PostgresCaseworkContext)
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
        }

        await keys.LoadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
