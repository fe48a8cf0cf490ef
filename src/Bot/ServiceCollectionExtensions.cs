using LegalService.Bot.Channels.WeChat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LegalService.Bot;

/// <summary>Brings the bot into a host.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>The bot and its channels. Needs AddKnowledge and AddCasework.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddWeChat();
        return services;
    }
}
