using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Channels.WeChat;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Bot.Dialogue.Intents;
using LegalService.Bot.Handovers;
using LegalService.Bot.Turns;
using LegalService.Bot.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LegalService.Bot;

/// <summary>Brings the bot into a host.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>The bot and its channels. Needs AddKnowledge, AddInterviews and AddCasework. Options are configured by the host.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddOptions<BotOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMiddleware();
        services.AddUnderstanding();
        services.AddIntents();
        services.AddHandovers();
        services.AddDialogs();
        services.AddSingleton<IBot, LegalBot>();
        services.AddHostedService<ConversationCleaning>();
        services.AddDirectLine();
        services.AddWeChat();
        return services;
    }

    /// <summary>The outermost first.</summary>
    private static void AddMiddleware(this IServiceCollection services)
    {
        services.AddSingleton<IMiddleware, FailureMiddleware>();
        services.AddSingleton<IMiddleware, TypingMiddleware>();
        services.AddSingleton<IMiddleware, MemoryMiddleware>();
    }

    /// <summary>In the order in which they are asked.</summary>
    private static void AddIntents(this IServiceCollection services)
    {
        services.AddSingleton<IIntent, DangerIntent>();
        services.AddSingleton<IIntent, HandoverIntent>();
        services.AddSingleton<IIntent, ForgetIntent>();
        services.AddSingleton<IIntent, CallbackIntent>();
        services.AddSingleton<IIntent, PauseIntent>();
        services.AddSingleton<IIntent, DialogIntent>();
        services.AddSingleton<IIntent, ResumeIntent>();
        services.AddSingleton<IIntent, ServiceIntent>();
        services.AddSingleton<IIntent, BookingIntent>();
        services.AddSingleton<IIntent, ProgressIntent>();
        services.AddSingleton<IIntent, PersonIntent>();
        services.AddSingleton<IIntent, PlacesIntent>();
        services.AddSingleton<IIntent, HotlinesIntent>();
        services.AddSingleton<IIntent, HelpIntent>();
        services.AddSingleton<IIntent, UnhelpfulIntent>();
        services.AddSingleton<IIntent, ToolsIntent>();
        services.AddSingleton<IIntent, QuestionIntent>();
    }
}
