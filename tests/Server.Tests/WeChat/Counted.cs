using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LegalService.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.WeChat;

/// <summary>What one server counts, as it counts it: the page of its metrics is a little behind.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _values = new();

    /// <param name="server">The server.</param>
    /// <param name="instrument">Name of the counter; its one tag is what is kept.</param>
    public Counted(LegalServer server, string instrument)
    {
        var factory = server.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument && published.Meter.Scope == factory)
                listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _values.Enqueue($"{tags[0].Value}"));
        _listener.Start();
    }

    public IReadOnlyList<string> Values => [.. _values];

    public void Dispose() => _listener.Dispose();
}
