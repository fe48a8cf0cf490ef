using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Conversations;

/// <summary>What channels that deliver and send over the network need of the store.</summary>
internal static class ChannelRegistration
{
    public static void AddChannels(this IServiceCollection services)
    {
        services.AddSingleton(provider => new InboundMessages(Store(provider), Sealer(provider), Time(provider)));
        services.AddSingleton(provider => new OutgoingMessages(Store(provider), Sealer(provider), Time(provider)));
        services.AddSingleton(provider => new SharedTokens(Store(provider), Sealer(provider), Time(provider)));
    }

    private static CaseworkStore Store(IServiceProvider provider) => provider.GetRequiredService<CaseworkStore>();

    private static Sealer Sealer(IServiceProvider provider) => provider.GetRequiredService<Sealer>();

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
