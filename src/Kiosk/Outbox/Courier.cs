using LegalService.Kiosk.Centre;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Outbox;

/// <summary>Takes what waits to the centre, the oldest first, as soon as the line is back.</summary>
internal sealed class Courier(OutboxStore store, Deliveries deliveries, SlipBook slips, Line line, Pulse pulse, IOptions<OutboxOptions> options, TimeProvider time, ILogger<Courier> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, Wait> _waits = [];
    private long _swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The clock is known to be right while the centre answers; a wrong one would remove too much.
                if (line.Status.IsUp)
                    Sweep();
                if (line.Status.Delivers)
                    await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // A disk that fails for a moment, or one entry that nobody expected, must not end deliveries for good.
            catch (Exception exception)
            {
                logger.LogError(exception, "A round of deliveries failed; the next one tries again");
            }

            await Task.Delay(LookEvery, time, stoppingToken);
        }
    }

    private async Task RoundAsync(CancellationToken cancellation)
    {
        var waiting = store.Waiting;
        foreach (var gone in _waits.Keys.Except(waiting.Select(item => item.Id)).ToList())
            _waits.Remove(gone);
        foreach (var item in waiting.OrderBy(item => item.MadeAt).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            if (_waits.TryGetValue(item.Id, out var wait) && time.GetElapsedTime(wait.Since) < wait.Length)
                continue;
            var delivery = await deliveries.RunAsync(item.Id);
            if (delivery is not Delivery.Later later)
            {
                _waits.Remove(item.Id);
                logger.LogInformation("Delivered what was kept since {MadeAt}: {Outcome}", item.MadeAt, delivery.GetType().Name);
                continue;
            }

            if (later.LineIsDown)
            {
                pulse.BeatNow();
                return;
            }

            var length = wait is null ? options.Value.FirstDelay : wait.Length * 2;
            _waits[item.Id] = new(time.GetTimestamp(), length < options.Value.LongestDelay ? length : options.Value.LongestDelay);
        }
    }

    private void Sweep()
    {
        if (_swept != 0 && time.GetElapsedTime(_swept) < SweepEvery)
            return;
        _swept = time.GetTimestamp();
        slips.Sweep();
        store.Sweep();
    }

    private sealed record Wait(long Since, TimeSpan Length);
}
