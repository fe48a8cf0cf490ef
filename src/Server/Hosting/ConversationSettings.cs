using LegalService.Bot;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Channels.WeChat;
using LegalService.Casework.Conversations;
using LegalService.Server.Api;

namespace LegalService.Server.Hosting;

/// <summary>Settings of the bot, its conversations and its channels.</summary>
internal static class ConversationSettings
{
    public static void ConfigureConversations(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.Configure<BotOptions>(configuration.GetSection("Bot"));
        builder.Services.Configure<ConversationOptions>(configuration.GetSection("Conversations"));
        builder.Services.Configure<DirectLineOptions>(configuration.GetSection("DirectLine"));
        builder.Services.Configure<WeChatOptions>(options => StorageLayout.Configure(configuration, options));
        var origins = configuration.GetSection("DirectLine:AllowedOrigins").Get<string[]>() ?? [];
        // Without credentials: what opens a conversation is the token, never a cookie.
        builder.Services.AddCors(cors => cors.AddPolicy(
            DirectLineEndpoints.Cors, policy => policy.WithOrigins(origins).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "x-ms-bot-agent")));
    }
}
