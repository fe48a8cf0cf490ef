using System.Collections.Concurrent;
using System.Text.Json;

namespace LegalService.Load;

/// <summary>A gateway for text messages in this process, which writes down what it was given.</summary>
internal sealed class SmsGateway(WebApplication app, ConcurrentBag<(string Id, string Text)> given) : IAsyncDisposable
{
    /// <summary>How a server reaches it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Sms__Url", $"{app.Urls.First()}/send"),
        new("Sms__AllowPlainHttp", "true"),
        // What a killed server had in hand is taken over soon, and at any hour of the day.
        new("Notifications__Lease", "00:00:30"),
        new("Notifications__SendTimeout", "00:00:10"),
        new("Notifications__PollEvery", "00:00:01"),
        new("Notifications__QuietFrom", "00:00"),
        new("Notifications__QuietTo", "00:00"),
    ];

    public static async Task<SmsGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var given = new ConcurrentBag<(string, string)>();
        app.MapPost("/send", (JsonElement message) => given.Add((message.GetProperty("id").GetString()!, message.GetProperty("text").GetString()!)));
        await app.StartAsync();
        return new SmsGateway(app, given);
    }

    /// <summary>Waits until nothing more comes; how many numbers were told, how many were not, how many messages came more than once under one id.</summary>
    public async Task<(int Told, int Silent, int Twice)> DrainAsync(IReadOnlySet<string> numbers)
    {
        for (var (before, still) = (-1, 0); still < 40; still = given.Count == before ? still + 1 : 0)
        {
            before = given.Count;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        var silent = numbers.Count(number => !given.Any(message => message.Text.Contains(number, StringComparison.Ordinal)));
        return (numbers.Count - silent, silent, given.GroupBy(message => message.Id, StringComparer.Ordinal).Count(group => group.Count() > 1));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
