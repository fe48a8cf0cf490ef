using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Dispatches;

internal static class DispatchesRegistration
{
    public static IServiceCollection AddDispatches(this IServiceCollection services)
    {
        services.AddSingleton(provider => VolunteerReader.Read(Of<IOptions<CorpusOptions>>(provider).Value.Volunteers, Of<IServiceDefinitions>(provider)));
        services.AddSingleton<VolunteerChoice>();
        services.AddSingleton<Dispatching>();
        services.AddSingleton<IRequestEvents, OrderEnds>();
        services.AddSingleton<DispatchRounds>();
        services.AddSingleton(provider => new DispatchDesk(
            Of<CaseworkStore>(provider), Of<RecordReading>(provider), Of<Dispatching>(provider), Of<VolunteerChoice>(provider), Of<VolunteerCatalog>(provider),
            Of<IServiceDefinitions>(provider)));
        services.AddSingleton(provider => new VolunteerOrders(
            Of<CaseworkStore>(provider), Of<CitizenAccess>(provider), Of<Dispatching>(provider), Of<VolunteerCatalog>(provider), Of<IServiceDefinitions>(provider),
            Of<Sealer>(provider), Of<AuditTrail>(provider)));
        services.AddHostedService<Rounds>();
        return services;
    }

    private static T Of<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private sealed class Rounds(DispatchRounds rounds, IOptions<RequestOptions> options, TimeProvider time, ILogger<DispatchRounds> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.RoundEverySeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => rounds.RunOnceAsync(cancellation);
    }
}

/// <summary>Takes back orders that nobody answered in time and asks the next one. Safe when several servers do it at once.</summary>
internal sealed class DispatchRounds(CaseworkStore store, Dispatching dispatching, TimeProvider time)
{
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var late = await store.ReadAsync(
            (context, token) => context.Set<Dispatch>().Where(order => order.State == DispatchState.Offered && order.AnswerBy < now).Select(order => order.Id).ToListAsync(token), cancellation);
        // One by one: an order that cannot be ended, because its request changed meanwhile, holds up no other.
        foreach (var id in late)
        {
            await store.WriteAsync(
                async (context, token) => await dispatching.ExpireAsync(context, await context.Set<Dispatch>().SingleAsync(order => order.Id == id, token), token), cancellation);
        }
    }
}
