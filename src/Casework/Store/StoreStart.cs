using LegalService.Casework.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace LegalService.Casework.Store;

/// <summary>Before the server takes requests: brings the tables up to date and takes the key into use.</summary>
internal sealed class StoreStart(Func<CaseworkContext> open, MasterKeySource keys) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (var context = open())
        {
            // Both databases let one server migrate at a time; the others wait for it.
            await context.Database.MigrateAsync(cancellationToken);
        }

        await keys.LoadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
