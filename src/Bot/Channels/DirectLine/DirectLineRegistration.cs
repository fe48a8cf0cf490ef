using LegalService.Bot.Conversations;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>Registers the channel.</summary>
internal static class DirectLineRegistration
{
    public static void AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConversationSignals>();
        services.AddSingleton<ConversationQueue>();
        services.AddSingleton<DirectLineAdapter>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ConversationFileLinks>();
        services.AddSingleton<DirectLineUploads>();
        services.AddSingleton(provider => new DirectLineChannel(
            provider.GetRequiredService<ConversationStore>(),
            provider.GetRequiredService<DirectLineTokens>(),
            provider.GetRequiredService<DirectLineAdapter>(),
            provider.GetRequiredService<ConversationSignals>(),
            provider.GetRequiredService<IOptions<DirectLineOptions>>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
