using System.Collections.Concurrent;
using LegalService.Kiosk.Centre;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// Delivers entries, each by one at a time, and settles what comes of it: a citizen who still waits is handed the outcome; else it is noted under the slip. Thread safe.
/// </summary>
internal sealed class Deliveries(Deliverer deliverer, OutboxStore store, SlipBook slips, RefusedCall refusedCall, KioskMessages messages, IHostApplicationLifetime host, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task<Delivery>>> _underway = new();
    private readonly ConcurrentDictionary<Guid, Attendance> _attended = new();

    /// <summary>Keeps an entry and delivers it while the citizen waits. Null: it takes longer than that, is kept, and goes on by itself.</summary>
    /// <exception cref="IOException">It cannot be kept; nothing of it is.</exception>
    public async Task<Delivery?> AttendAsync(OutboxEntry entry, TimeSpan limit)
    {
        var attendance = new Attendance();
        _attended[entry.Id] = attendance;
        try
        {
            await Task.Run(() => store.Add(entry));
            await Task.WhenAny(RunAsync(entry.Id), Task.Delay(limit, time, host.ApplicationStopping));
            return attendance.Leave() ? null : await attendance.Outcome;
        }
        finally
        {
            _attended.TryRemove(entry.Id, out _);
        }
    }

    /// <summary>Tries to deliver an entry; who asks while somebody tries gets the outcome of that.</summary>
    public Task<Delivery> RunAsync(Guid id) => _underway.GetOrAdd(id, key => new(() => OnceAsync(key))).Value;

    private async Task<Delivery> OnceAsync(Guid id)
    {
        await Task.Yield();
        try
        {
            if (store.Open(id) is not { } entry)
                return new Delivery.Later(LineIsDown: false);
            var delivery = await deliverer.TryAsync(entry, host.ApplicationStopping);
            Settle(entry, delivery);
            return delivery;
        }
        finally
        {
            _underway.TryRemove(id, out _);
        }
    }

    private void Settle(OutboxEntry entry, Delivery delivery)
    {
        if (delivery is Delivery.Later)
            return;
        if (_attended.TryGetValue(entry.Id, out var attendance) && attendance.HandOver(delivery))
        {
            store.Remove(entry.Id);
            return;
        }

        switch (delivery)
        {
            case Delivery.Done done:
                slips.Write(entry.Slip, new(done.Request, done.CallDueAt));
                store.Remove(entry.Id);
                break;
            case Delivery.Refused refused:
                slips.Write(entry.Slip, new(Refusal: messages.Of(refused.Problem)));
                if (refusedCall.For(entry, refused.Problem) is { } call)
                    store.Add(call);
                store.Refuse(entry.Id);
                break;
        }
    }
}
