using System.Net.Http.Headers;
using LegalService.Kiosk.Devices.Printing.Slips;

namespace LegalService.Kiosk.Devices.Printing.Ipp;

/// <summary>
/// One queue of a CUPS server, spoken to by IPP over HTTP. Documents go in the body and never through a file of ours; jobs carry a neutral name, because CUPS
/// writes names into its logs.
/// </summary>
/// <param name="http">Its timeout is the longest that one call may take.</param>
/// <param name="queue">Such as <c>ipp://127.0.0.1:631/printers/slips</c>.</param>
internal sealed class PrintQueue(HttpClient http, Uri queue)
{
    private const string User = "legalservice-kiosk";
    private const string JobName = "kiosk";
    private const int CupsPort = 631;

    private readonly Uri _address = new UriBuilder(queue) { Scheme = "http", Port = queue.Port == -1 ? CupsPort : queue.Port }.Uri;
    private int _number;

    /// <summary>Hands a document over and gives the number of its job.</summary>
    /// <exception cref="HttpRequestException">The print system does not answer or refuses it.</exception>
    public async Task<int> PrintAsync(PrintFile file)
    {
        var request = Begin(IppOperation.PrintJob)
            .Add(IppTag.Name, "job-name", JobName)
            .Add(IppTag.MimeType, "document-format", "application/pdf")
            .OfJob();
        if (file.Media is { } media)
            request.Add(IppTag.Keyword, "media", media).Add(IppTag.Keyword, "print-scaling", "none");
        var answer = await SendAsync(request, file.Pdf, CancellationToken.None);
        return answer.Number("job-id") ?? throw new HttpRequestException("CUPS took the job and named no number");
    }

    /// <summary>How far a job is; <see cref="JobProgress.Gone"/> when the print system knows it no more.</summary>
    public async Task<JobProgress> JobAsync(int job, CancellationToken cancel)
    {
        var request = Begin(IppOperation.GetJobAttributes)
            .Add("job-id", job)
            .Add(IppTag.Keyword, "requested-attributes", "job-state", "job-media-sheets-completed", "job-impressions-completed");
        var answer = await SendAsync(request, default, cancel);
        return answer.IsGone
            ? JobProgress.Gone
            : new((JobState)(answer.Number("job-state") ?? 0), answer.Number("job-media-sheets-completed") ?? answer.Number("job-impressions-completed") ?? 0);
    }

    /// <summary>How the printer is, as far as the print system knows.</summary>
    public async Task<QueueState> StateAsync(CancellationToken cancel)
    {
        var request = Begin(IppOperation.GetPrinterAttributes)
            .Add(IppTag.Keyword, "requested-attributes", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs");
        var answer = await SendAsync(request, default, cancel);
        return answer.IsGone ? QueueState.Missing : new((PrinterActivity)(answer.Number("printer-state") ?? 0), answer.Texts("printer-state-reasons"));
    }

    /// <summary>Takes a job back and removes its document from the print system. Nothing happens when it is over.</summary>
    public async Task CancelAsync(int job) =>
        await SendAsync(Begin(IppOperation.CancelJob).Add("job-id", job).Add("purge-job", true), default, CancellationToken.None);

    /// <summary>Takes back all jobs that this program ever handed over to the queue.</summary>
    public async Task CancelAllAsync()
    {
        var request = Begin(IppOperation.GetJobs)
            .Add("my-jobs", true)
            .Add(IppTag.Keyword, "which-jobs", "not-completed")
            .Add(IppTag.Keyword, "requested-attributes", "job-id");
        foreach (var job in (await SendAsync(request, default, CancellationToken.None)).Numbers("job-id"))
            await CancelAsync(job);
    }

    private IppRequest Begin(IppOperation operation) => new(operation, Interlocked.Increment(ref _number), queue, User);

    private async Task<IppResponse> SendAsync(IppRequest request, ReadOnlyMemory<byte> document, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(request.With(document));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/ipp");
        using var answer = await http.PostAsync(_address, content, cancel);
        answer.EnsureSuccessStatusCode();
        var response = IppResponse.Read(await answer.Content.ReadAsByteArrayAsync(cancel));
        if (!response.Succeeded && !response.IsGone && !response.IsTooLate)
            throw new HttpRequestException($"CUPS refuses: 0x{response.Status:x4} {string.Join(' ', response.Texts("status-message"))}");
        return response;
    }
}

/// <summary>How far a job is.</summary>
/// <param name="State">What the print system does with it.</param>
/// <param name="Sheets">Sheets or pages that are out.</param>
internal sealed record JobProgress(JobState State, int Sheets)
{
    /// <summary>The print system has forgotten it.</summary>
    public static JobProgress Gone { get; } = new(JobState.Gone, 0);
}

/// <summary>States of a job (RFC 8011, 5.3.7).</summary>
internal enum JobState
{
    Gone = 0,
    Pending = 3,
    Held = 4,
    Processing = 5,
    Stopped = 6,
    Canceled = 7,
    Aborted = 8,
    Completed = 9,
}

/// <summary>What the print system says of the printer.</summary>
/// <param name="Activity">What it does.</param>
/// <param name="Reasons">Why it does not do more (RFC 8011, 5.4.12), such as <c>media-empty-error</c>.</param>
internal sealed record QueueState(PrinterActivity Activity, IReadOnlyList<string> Reasons)
{
    /// <summary>There is no such queue.</summary>
    public static QueueState Missing { get; } = new(PrinterActivity.Unknown, []);
}

/// <summary>States of a printer (RFC 8011, 5.4.11).</summary>
internal enum PrinterActivity
{
    Unknown = 0,
    Idle = 3,
    Processing = 4,
    Stopped = 5,
}
