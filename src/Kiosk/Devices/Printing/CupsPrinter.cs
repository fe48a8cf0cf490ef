using System.Collections.Concurrent;
using LegalService.Kiosk.Devices.Printing.Ipp;
using LegalService.Kiosk.Devices.Printing.Slips;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.Printing;

/// <summary>
/// A printer behind a CUPS queue. CUPS waits for paper and tries again by itself; this stays with each job until it is over, and takes it back when it stands
/// still for too long or when whose it is has gone: a slip that comes out an hour later would be read by somebody else.
/// </summary>
internal sealed class CupsPrinter(PrintQueue queue, PrinterReport report, DeviceHealth health, IOptions<PrinterOptions> options, TimeProvider time, ILogger<CupsPrinter> logger)
    : IPrinter, IDevice, IDisposable
{
    private readonly ConcurrentDictionary<string, Owner> _owners = new(StringComparer.Ordinal);
    private readonly SlipFont _font = new(options.Value.Font);
    private int _underWay;
    private bool _isUnclear = true;

    /// <inheritdoc/>
    public async Task<PrintState> PrintAsync(Printout printout, string session, IProgress<PrintState>? progress = null, CancellationToken cancel = default)
    {
        var owner = _owners.GetOrAdd(session, _ => new Owner());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, owner.Gone);
        Interlocked.Increment(ref _underWay);
        using (owner.Working())
        {
            try
            {
                var job = await queue.PrintAsync(Set(printout));
                progress?.Report(PrintState.Sent);
                return await FollowAsync(job, progress, stop.Token);
            }
            catch (Exception exception) when (IsDown(exception))
            {
                logger.LogWarning("The print system does not answer: {Reason}", exception.Message);
                health.Set(new(DeviceKind.Printer, DeviceState.Offline));
                _isUnclear = true;
                return PrintState.Failed;
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string session)
    {
        if (_owners.TryRemove(session, out var owner))
            await owner.LeaveAsync();
    }

    /// <summary>How the printer is. What may have been left behind, when this process was killed or the print system was, is taken back first.</summary>
    public async Task<DeviceStatus> CheckAsync(CancellationToken cancel)
    {
        try
        {
            if (_isUnclear && _underWay == 0)
            {
                await queue.CancelAllAsync();
                _isUnclear = false;
            }

            return report.Read(await queue.StateAsync(cancel));
        }
        catch (Exception exception) when (IsDown(exception))
        {
            return new(DeviceKind.Printer, DeviceState.Offline);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _font.Dispose();
        foreach (var owner in _owners.Values)
            owner.Dispose();
    }

    private PrintFile Set(Printout printout) => printout switch
    {
        Slip slip => SlipSheet.Set(slip, options.Value.Paper, _font),
        PdfDocument document => new(document.Pdf),
        _ => throw new ArgumentException($"Nobody has said how a {printout.GetType().Name} is printed", nameof(printout)),
    };

    private async Task<PrintState> FollowAsync(int job, IProgress<PrintState>? progress, CancellationToken stop)
    {
        try
        {
            var last = (Progress: new JobProgress(JobState.Pending, 0), Said: PrintState.Sent);
            var since = time.GetTimestamp();
            while (time.GetElapsedTime(since) < options.Value.GiveUpAfter)
            {
                var now = await queue.JobAsync(job, stop);
                var status = report.Read(await queue.StateAsync(stop));
                health.Set(status);
                if (End(now.State) is { } end)
                    return end;
                var said = Said(now.State, status.State);
                if ((now, said) != last)
                    since = time.GetTimestamp();
                if (said != last.Said)
                    progress?.Report(said);
                last = (now, said);
                await Task.Delay(options.Value.AskEvery, time, stop);
            }

            await queue.CancelAsync(job);
            return PrintState.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queue.CancelAsync(job);
            return PrintState.Cancelled;
        }
    }

    private static PrintState? End(JobState state) => state switch
    {
        JobState.Completed => PrintState.Done,
        JobState.Canceled => PrintState.Cancelled,
        JobState.Aborted or JobState.Gone => PrintState.Failed,
        _ => null,
    };

    private static PrintState Said(JobState job, DeviceState printer) => (job, printer) switch
    {
        (_, DeviceState.PaperOut) => PrintState.WaitingForPaper,
        (_, DeviceState.Jam) => PrintState.Jammed,
        (JobState.Processing, _) => PrintState.Printing,
        _ => PrintState.Sent,
    };

    private static bool IsDown(Exception exception) =>
        exception is HttpRequestException or InvalidDataException or TaskCanceledException { InnerException: TimeoutException };
}
