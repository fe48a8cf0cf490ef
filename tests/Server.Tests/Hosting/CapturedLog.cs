using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LegalService.Server.Tests.Hosting;

/// <summary>Keeps every log line of a server, with its scopes and exceptions.</summary>
public sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}: {formatter(state, exception)} {exception}";
            log._scopes?.ForEachScope((scope, _) => line += $" [{scope}]", line);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                line += string.Concat(values.Select(value => $" {value.Key}={value.Value}"));
            log._lines.Enqueue(line);
        }
    }
}
