using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LegalService.Support;

/// <summary>The county's gateway for text messages as a real HTTP server, and the phones behind it.</summary>
public sealed partial class SmsGateway : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Phone, string Text)> _messages = new();

    private SmsGateway(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/send");
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>Where messages are posted to.</summary>
    public Uri Address { get; }

    /// <summary>What a server must be told to send here, at any hour and at once.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Sms:Url", Address.ToString()), ("Sms:AllowPlainHttp", "true"), ("Notifications:PollEvery", "00:00:00.2"), ("Notifications:QuietFrom", "00:00"),
        ("Notifications:QuietTo", "00:00"),
    ];

    /// <summary>All that came to a phone, the first first.</summary>
    public IReadOnlyList<string> To(string phone) => [.. _messages.Where(message => message.Phone == phone).Select(message => message.Text)];

    /// <summary>Starts one on a free port.</summary>
    public static SmsGateway Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new SmsGateway(port);
    }

    /// <summary>The code in the last message to a phone that has one, once so many with one have come.</summary>
    public async Task<string> CodeAsync(string phone, int messages = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var codes = To(phone).Select(text => Code().Match(text)).Where(match => match.Success).Select(match => match.Value).ToList();
            if (codes.Count >= messages)
                return codes[^1];
            await Task.Delay(50, patience.Token);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            _messages.Enqueue((body.RootElement.GetProperty("phone").GetString()!, body.RootElement.GetProperty("text").GetString()!));
            context.Response.Close();
        }
    }

    [GeneratedRegex("(?<=验证码)[0-9]{6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
