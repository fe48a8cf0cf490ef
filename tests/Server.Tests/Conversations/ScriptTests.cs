using LegalService.Server.Tests.DirectLine;
using LegalService.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Conversations;

/// <summary>The server with the shipped corpus, its services and the example county, on a day of its own.</summary>
public sealed class ConversationServer : IAsyncLifetime
{
    public LegalServer Server { get; private set; } = null!;

    internal MovedTime Time { get; } = new();

    public async Task InitializeAsync()
    {
        Time.GoTo(MovedTime.Begin);
        Server = await LegalServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(Time),
            ("Knowledge:Folders:0", Path.Combine(AppContext.BaseDirectory, "corpus")),
            ("DirectLine:Secret", DirectLineServer.Secret),
            ("RateLimits:PollsPerMinute", "100000"),
            ("RateLimits:WritesPerMinute", "100000"));
    }

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}

public sealed class ScriptTests(ConversationServer shared) : IClassFixture<ConversationServer>
{
    public static TheoryData<string> Scripts => [.. Directory.GetFiles(ConversationScript.Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task A_conversation_from_the_field_goes_as_it_should(string script) => new Talk(shared.Server, shared.Time, ConversationScript.Read(script)).PlayAsync();
}
