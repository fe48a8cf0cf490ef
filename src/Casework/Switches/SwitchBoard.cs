using System.Collections.Frozen;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Switches;

/// <summary>Something out of use.</summary>
/// <param name="Name">As in <see cref="SwitchNames"/>.</param>
/// <param name="Message">What citizens are told.</param>
/// <param name="By">Who switched it off.</param>
/// <param name="Since">Since when, on Beijing's clock.</param>
public sealed record SwitchedOff(string Name, string Message, string By, DateTimeOffset Since);

/// <summary>
/// What is out of use. Kept in the store and asked for in memory: a change counts at once on this server, and on the others within
/// <see cref="SwitchOptions.LookEverySeconds"/>. Thread safe.
/// </summary>
public sealed class SwitchBoard
{
    /// <summary>Most characters of a message.</summary>
    public const int MaxMessage = 300;

    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    private volatile FrozenDictionary<string, SwitchedOff> _off = FrozenDictionary<string, SwitchedOff>.Empty;

    internal SwitchBoard(CaseworkStore store, AuditTrail audit, TimeProvider time) => (_store, _audit, _time) = (store, audit, time);

    /// <summary>Null when it is in use.</summary>
    /// <param name="name">As in <see cref="SwitchNames"/>.</param>
    public SwitchedOff? Find(string name) => _off.GetValueOrDefault(name);

    /// <summary>The refusal of a service that is out of use, <c>service.paused</c> with the administrator's words; null when it is in use.</summary>
    public Failure? RefuseService(string id) => Find(SwitchNames.Service(id)) is { } off ? new Failure("service.paused", off.Message) : null;

    /// <summary>Puts it out of use, or changes what is told. Failure <c>switch.message</c>.</summary>
    public async Task<Result<SwitchedOff>> SwitchOffAsync(string name, string message, Actor by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(message) || message.Length > MaxMessage)
            return new Failure("switch.message", $"请写一句给居民看的话，最多 {MaxMessage} 个字");
        await _store.WriteAsync(
            async (context, token) =>
            {
                var row = await context.Set<Switch>().FindAsync([name], token);
                if (row is null)
                    context.Add(row = new Switch { Name = name, Message = "", By = "", Since = _time.GetUtcNow() });
                (row.Message, row.By) = (message.Trim(), by.Name);
                _audit.Record(context, by, "switch.off", name, message.Trim());
                return row;
            },
            cancellation);
        await LookAsync(cancellation);
        return Find(name)!;
    }

    /// <summary>Puts it into use again. Nothing happens when it is.</summary>
    public async Task SwitchOnAsync(string name, Actor by, CancellationToken cancellation)
    {
        await _store.WriteAsync(
            async (context, token) =>
            {
                var changed = await context.Set<Switch>().Where(row => row.Name == name).ExecuteDeleteAsync(token);
                if (changed > 0)
                    _audit.Record(context, by, "switch.on", name);
                return changed;
            },
            cancellation);
        await LookAsync(cancellation);
    }

    internal async Task LookAsync(CancellationToken cancellation)
    {
        var rows = await _store.ReadAsync((context, token) => context.Set<Switch>().ToListAsync(token), cancellation);
        _off = rows.ToFrozenDictionary(row => row.Name, row => new SwitchedOff(row.Name, row.Message, row.By, BeijingTime.Of(row.Since)), StringComparer.Ordinal);
    }
}
