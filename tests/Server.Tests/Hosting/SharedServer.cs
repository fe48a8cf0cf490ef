namespace LegalService.Server.Tests.Hosting;

/// <summary>One server for all tests of a class that change nothing on it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public LegalServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await LegalServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}

/// <summary>The same, with the full text of the invented statutes.</summary>
public sealed class SharedFullTextServer : IAsyncLifetime
{
    public LegalServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await LegalServer.StartWithFullTextAsync();

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
