using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.IdCards.Serial;

/// <summary>A reader on a serial line, spoken to as its security module wants it (GA 467-2013).</summary>
internal sealed class SerialCardReader(IOptions<CardReaderOptions> options, DeviceHealth health, TimeProvider time) : IIdCardReader, IDevice, IDisposable
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly SamLine _line = new(options.Value);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CardTroubles _troubles = new();

    /// <inheritdoc/>
    public async Task<CardReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                // Nothing else is asked between the three steps, so that they speak of one card.
                if (await InTurnAsync(TryReadAsync, cancel) is { } reading)
                    return reading;
                await Task.Delay(options.Value.AskEvery, time, cancel);
            }
        }
        catch (IOException exception)
        {
            health.Set(new(DeviceKind.IdReader, DeviceState.Offline, exception.InnerException?.GetType().Name));
            return new CardReading.NoReader();
        }
    }

    /// <inheritdoc/>
    public async Task WaitUntilTakenAsync(CancellationToken cancel)
    {
        try
        {
            while ((await InTurnAsync(token => _line.AskAsync(SamCommand.ChipNumber, token), cancel)).Succeeded)
                await Task.Delay(options.Value.AskEvery, time, cancel);
        }
        catch (IOException)
        {
            // The reader is gone, and who waits for the card would wait for ever.
        }
    }

    /// <inheritdoc/>
    public async Task<DeviceStatus> CheckAsync(CancellationToken cancel)
    {
        try
        {
            var answer = await InTurnAsync(token => _line.AskAsync(SamCommand.Status, token), cancel);
            return answer.Succeeded ? new(DeviceKind.IdReader, DeviceState.Ok) : new(DeviceKind.IdReader, DeviceState.Failed, $"SAM {answer.Status:X2}");
        }
        catch (IOException exception)
        {
            return new(DeviceKind.IdReader, DeviceState.Offline, exception.InnerException?.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _turn.Dispose();
    }

    /// <summary>Null when there is no card.</summary>
    private async Task<CardReading?> TryReadAsync(CancellationToken cancel)
    {
        if (!(await _line.AskAsync(SamCommand.Find, cancel)).Succeeded)
            return null;
        var selected = await _line.AskAsync(SamCommand.Select, cancel);
        var read = selected.Succeeded ? await _line.AskAsync(SamCommand.Read, cancel) : selected;
        if (read.IsHopeless)
            return _troubles.Clear(new CardReading.Unreadable());
        if (!read.Succeeded)
            return _troubles.Missed();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Beijing).DateTime);
        return _troubles.Clear(CardText.Read(read.Data.Span)?.Believe(today) ?? new CardReading.Unreadable());
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await ask(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }
}
