using System.Globalization;
using System.Xml.Linq;
using LegalService.Bot.Channels.WeChat;
using LegalService.Bot.Turns;
using LegalService.Casework;
using LegalService.Casework.Store;
using LegalService.Interviews;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LegalService.Bot.Tests.Channels.WeChat;

/// <summary>The channel over a store of its own (or shared with another), with a bot that the test writes. Timers' work is done when the test says so.</summary>
internal sealed class WeChatHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private WeChatHost(ServiceProvider services, WeChatSite site) => (_services, Site) = (services, site);

    /// <summary>The shipped corpus.</summary>
    public static string Corpus { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    public WeChatAccount Account { get; } = new();

    public WeChatSite Site { get; }

    public WeChatChannel Channel => Get<WeChatChannel>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<WeChatHost> StartAsync(
        Func<ITurnContext, Task> bot, WeChatSite site, Action<WeChatOptions>? configure = null, string? connection = null, TimeProvider? time = null, Action<IServiceCollection>? services = null)
    {
        var account = new WeChatAccount();
        var all = new ServiceCollection();
        all.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        all.AddSingleton(time ?? TimeProvider.System);
        all.AddCasework(store =>
        {
            store.DataDirectory = Directory.CreateTempSubdirectory("legalservice-wechat-").FullName;
            (store.Provider, store.ConnectionString) = connection is null ? (StoreProvider.Sqlite, null) : (StoreProvider.PostgreSql, connection);
        });
        all.Configure<CorpusOptions>(corpus => corpus.Folder = Corpus);
        all.AddInterviews(interviews => interviews.Folder = Path.Combine(Corpus, "services"));
        all.AddWeChat();
        all.AddSingleton<IBot>(new ScriptedBot(bot));
        all.Configure<WeChatOptions>(options =>
        {
            (options.Token, options.AppId, options.EncodingAesKey, options.AppSecret) = (account.Token, account.AppId, account.EncodingAesKey, site.AppSecret);
            (options.ApiBase, options.TextsFolder) = (site.Address, Path.Combine(Corpus, "answers"));
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        services?.Invoke(all);
        var provider = all.BuildServiceProvider(validateScopes: true);
        foreach (var start in provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        return new WeChatHost(provider, site);
    }

    /// <summary>Delivers a plain message; gives the reply's text, or null for "success".</summary>
    public async Task<string?> SayAsync(string xml, string? nonce = null) =>
        Text(await Channel.ReceiveAsync(Call(Account.Plain(Get<TimeProvider>().GetUtcNow(), nonce)), System.Text.Encoding.UTF8.GetBytes(xml), CancellationToken.None));

    public static WeChatCall Call(IReadOnlyDictionary<string, string> query) => new()
    {
        Signature = query.GetValueOrDefault("signature"),
        Timestamp = query.GetValueOrDefault("timestamp"),
        Nonce = query.GetValueOrDefault("nonce"),
        EncryptType = query.GetValueOrDefault("encrypt_type"),
        MsgSignature = query.GetValueOrDefault("msg_signature"),
    };

    public static string? Text(WeChatReply reply)
    {
        Assert.Equal(200, reply.Status);
        return reply.Body == "success" ? null : XElement.Parse(reply.Body).Element("Content")!.Value;
    }

    /// <summary>Does what the timer would.</summary>
    public Task RunOnceAsync() => _services.GetServices<IHostedService>().OfType<WeChatUpkeep>().Single().RunOnceAsync(CancellationToken.None);

    /// <summary>Waits until so many messages have reached citizens.</summary>
    public async Task<IReadOnlyList<SentText>> SentAsync(int count)
    {
        for (var look = 0; Site.Sent.Count < count && look < 400; look++)
            await Task.Delay(25);
        Assert.Equal(count, Site.Sent.Count);
        return [.. Site.Sent];
    }

    public async ValueTask DisposeAsync()
    {
        await Get<WeChatWork>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    public static Func<ITurnContext, Task> Echo => turn => turn.SendActivityAsync(string.Create(CultureInfo.InvariantCulture, $"您说：{turn.Activity.Text}"));

    private sealed class ScriptedBot(Func<ITurnContext, Task> bot) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => bot(turnContext);
    }
}
