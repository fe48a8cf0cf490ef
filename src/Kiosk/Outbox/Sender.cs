using LegalService.Contracts;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Keeping;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// Sends what a citizen has filled in. It is sealed on the disk before it is sent or anything is said of it; from then on the centre gets it exactly once. Thread safe.
/// </summary>
internal sealed class Sender(
    OutboxStore store, Deliveries deliveries, SlipBook slips, Line line, Pulse pulse, Disk disk, KioskMessages messages, IOptions<OutboxOptions> options, TimeProvider time, ILogger<Sender> logger)
{
    /// <summary>Sends a submission. Cancelling takes nothing back: what is kept is sent.</summary>
    public Task<SendOutcome> SubmitAsync(Submission submission, CancellationToken cancellation) => SendAsync(Entry() with { Submission = submission }, cancellation);

    /// <summary>Asks the office to call back.</summary>
    public Task<SendOutcome> CallBackAsync(KioskCallbackRequest callback, CancellationToken cancellation) => SendAsync(Entry() with { Callback = callback }, cancellation);

    /// <summary>Sends a rating.</summary>
    public Task<SendOutcome> RateAsync(FeedbackRequest rating, CancellationToken cancellation) => SendAsync(Entry() with { Rating = rating }, cancellation);

    /// <summary>What has become of something that was kept here.</summary>
    /// <param name="slip">The number on the slip; case, blanks and hyphens do not matter.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public Task<SlipStatus> FindAsync(string slip, CancellationToken cancellation) => Task.Run<SlipStatus>(
        () =>
        {
            if (Slip.Read(slip) is not { } read)
                return new SlipStatus.Unknown();
            var isWaiting = store.Waiting.Any(item => item.SlipName == slips.NameOf(read));
            return slips.Read(read) switch
            {
                { Refusal: { } refusal } => new SlipStatus.Refused(refusal),
                { } record => new SlipStatus.Delivered(record.Request, record.CallDueAt),
                null => isWaiting ? new SlipStatus.Waiting() : new SlipStatus.Unknown(),
            };
        },
        cancellation);

    private OutboxEntry Entry() => new() { Id = Guid.CreateVersion7(), Slip = Slip.New(), MadeAt = time.GetUtcNow() };

    private async Task<SendOutcome> SendAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        if (disk.IsFull)
            return Refused("outbox.diskFull");
        var status = line.Status;
        if (!status.Takes)
            return Refused("outbox.closed");
        try
        {
            if (status.Delivers)
                return await AttendAsync(entry with { FirstSentAt = entry.MadeAt });
            await Task.Run(() => store.Add(entry), cancellation);
            pulse.BeatNow();
            return new SendOutcome.Kept(entry.Slip);
        }
        catch (IOException exception)
        {
            logger.LogError(exception, "Nothing can be kept");
            return Refused("outbox.diskFull");
        }
    }

    private async Task<SendOutcome> AttendAsync(OutboxEntry entry)
    {
        switch (await deliveries.AttendAsync(entry, options.Value.WaitForCentre))
        {
            case Delivery.Done done:
                return new SendOutcome.Delivered(done.Request, done.CallDueAt);
            case Delivery.Refused refused:
                return new SendOutcome.Refused(refused.Problem.Code, messages.Of(refused.Problem), refused.Problem.Errors ?? []);
            default:
                pulse.BeatNow();
                return new SendOutcome.Kept(entry.Slip);
        }
    }

    private SendOutcome.Refused Refused(string code) => new(code, messages.Of(code), []);
}
