using LegalService.Casework.Notifications.Sms;
using Microsoft.Extensions.DependencyInjection;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace LegalService.Casework.Tests.Notifications;

/// <summary>The county's SMS gateway as a real HTTP server, with its bad days.</summary>
internal sealed class SmsSite : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public SmsSite() => Answers(200);

    public Uri Address => new($"{_server.Urls[0]}/send");

    public IReadOnlyList<IRequestMessage> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    /// <summary>From now on every request gets this.</summary>
    public void Answers(int status, string body = "{}", params (string Name, string Value)[] headers)
    {
        _server.ResetMappings();
        var response = Response.Create().WithStatusCode(status).WithBody(body);
        foreach (var (name, value) in headers)
            response = response.WithHeader(name, value);
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(response);
    }

    /// <summary>From now on every request is answered after this time.</summary>
    public void IsSlow(TimeSpan delay)
    {
        _server.ResetMappings();
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithDelay(delay).WithStatusCode(200));
    }

    /// <summary>No quick repetition unless a test asks for it: the clock of the tests stands still.</summary>
    public Action<IServiceCollection> Set(Action<SmsOptions>? configure = null) => services => services.Configure<SmsOptions>(options =>
    {
        options.Url = Address;
        options.Retries = 0;
        configure?.Invoke(options);
    });

    public void Dispose() => _server.Dispose();
}
