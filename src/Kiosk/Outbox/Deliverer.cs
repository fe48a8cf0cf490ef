using System.Net;
using System.Text.Json;
using LegalService.Contracts;
using LegalService.Interviews.Fields;
using LegalService.Kiosk.Centre;
using Microsoft.Extensions.Options;
using Refit;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// Sends an entry to the centre, always with the same key and the same content: the files that it has got are noted before the submission that names them goes out.
/// </summary>
internal sealed class Deliverer(ILegalServiceApi centre, IKioskApi kiosk, OutboxStore store, IOptions<OutboxOptions> options, TimeProvider time)
{
    private const string Channel = "kiosk";

    private static readonly Delivery.Refused TooLongAgo = new(new("outbox.unsure", "", (int)HttpStatusCode.Conflict));

    /// <summary>Tries once.</summary>
    public async Task<Delivery> TryAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (entry.FirstSentAt?.AddDays(options.Value.ResendDays) < now)
            return TooLongAgo;
        var uploaded = await UploadAsync(entry, cancellation);
        if (uploaded.Problem is { } problem)
            return Judge(problem);
        entry = uploaded.Value!;
        if (entry.FirstSentAt is null)
            store.Replace(entry = entry with { FirstSentAt = now });
        return await SendAsync(entry, cancellation);
    }

    private async Task<Delivery> SendAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        var key = entry.Id.ToString("N");
        if (entry.Callback is { } callback)
            return Judge(await Answered.ByAsync(() => kiosk.CallBackAsync(callback, key, cancellation)), call => new(CallDueAt: call.DueAt));
        if (entry.Rating is { } rating)
            return Judge(await Answered.ByAsync(() => centre.FeedbackAsync(rating, key, cancellation)), _ => new());
        var request = new SubmissionRequest(entry.Submission!.Service, Answers(entry), Channel);
        var answer = await Answered.ByAsync(() => centre.SubmitAsync(request, key, cancellation));
        if (answer.Problem?.Code != "attachment.notFound" || entry.Uploads.Count == 0)
            return Judge(answer, submitted => new(submitted));
        // The centre has removed files that waited too long for their submission; so it has not got that either, and takes them anew.
        store.Replace(entry with { Uploads = new Dictionary<string, AttachmentResponse>(StringComparer.Ordinal), FirstSentAt = null });
        return new Delivery.Later(LineIsDown: false);
    }

    private async Task<Answered<OutboxEntry>> UploadAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        foreach (var file in entry.Submission?.Files ?? [])
        {
            if (entry.Uploads.ContainsKey(file.Id))
                continue;
            using var content = new MemoryStream(file.Content.ToArray(), writable: false);
            var answer = await Answered.ByAsync(() => centre.UploadAsync(new StreamPart(content, file.Name, file.Type), cancellation));
            if (answer.Value is not { } attachment)
                return new(null, answer.Problem);
            store.Replace(entry = entry with { Uploads = new Dictionary<string, AttachmentResponse>(entry.Uploads, StringComparer.Ordinal) { [file.Id] = attachment } });
        }

        return new(entry, null);
    }

    /// <summary>The answers with the centre's ids of the files in the place of those that they have here.</summary>
    private static Dictionary<string, JsonElement> Answers(OutboxEntry entry) => entry.Submission!.Answers.ToDictionary(
        answer => answer.Key,
        answer => FileAnswer.Read(answer.Value) is { } file && entry.Uploads.TryGetValue(file.Id, out var upload)
            ? new FileAnswer(upload.Id, upload.Name, upload.Size).ToJson()
            : answer.Value,
        StringComparer.Ordinal);

    private static Delivery Judge<T>(Answered<T> answer, Func<T, Delivery.Done> done) => answer.Problem is { } problem ? Judge(problem) : done(answer.Value!);

    /// <summary>What is the citizen's or the corpus's fault stays one; what is the line's, the centre's or this machine's passes.</summary>
    private static Delivery Judge(ProblemResponse problem) => problem switch
    {
        { Code: Answered.LineDown } => new Delivery.Later(LineIsDown: true),
        { Status: >= 500 or (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.RequestTimeout } => new Delivery.Later(LineIsDown: false),
        { Status: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden } => new Delivery.Later(LineIsDown: true),
        _ => new Delivery.Refused(problem),
    };
}
