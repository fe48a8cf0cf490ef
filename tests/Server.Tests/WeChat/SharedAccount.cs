using LegalService.Bot.Tests.Channels.WeChat;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.WeChat;

/// <summary>One server with an official account, for all tests of a class that change nothing on it.</summary>
public sealed class SharedAccount : IAsyncLifetime
{
    public WeChatSite Site { get; } = new();

    public LegalServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await LegalServer.StartAsync(Citizen.Settings(Site));

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        Site.Dispose();
    }
}
