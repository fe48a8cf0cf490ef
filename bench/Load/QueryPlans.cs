using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LegalService.Load;

/// <summary>Listens to what is asked of the database and has it say how it would answer.</summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<(string Text, List<(string Name, object? Value)> Parameters)> _heard = [];
    private readonly List<IDisposable> _subscriptions = [];

    public QueryPlans() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The plan of each command that was heard, each once.</summary>
    public async Task WriteAsync(CaseworkContext context, TextWriter output)
    {
        // PostgreSQL carries out what it explains: what writes is left out.
        var heard = _heard.Where(command => command.Text.StartsWith("SELECT", StringComparison.Ordinal)).DistinctBy(command => command.Text, StringComparer.Ordinal).ToList();
        await context.Database.OpenConnectionAsync();
        var isSqlite = context is SqliteCaseworkContext;
        foreach (var (text, parameters) in heard)
        {
            await output.WriteLineAsync(text);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, COSTS OFF) ") + text;
            foreach (var (name, value) in parameters)
                Add(command, name, value);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {reader.GetValue(isSqlite ? 3 : 0)}"));
            await output.WriteLineAsync();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: var key, Value: CommandExecutedEventData { Command: { } command } } && key == RelationalEventId.CommandExecuted.Name)
            _heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
