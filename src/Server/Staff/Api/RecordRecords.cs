using LegalService.Casework.Requests;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using LegalService.Server.Api;

namespace LegalService.Server.Staff.Api;

/// <summary>A page of the queue.</summary>
/// <param name="Total">Lines of all pages.</param>
/// <param name="Lines">This page.</param>
internal sealed record QueueResponse(int Total, IReadOnlyList<QueueLineResponse> Lines);

/// <summary>How much there is to do.</summary>
/// <param name="States">Open requests by state.</param>
/// <param name="Late">For how many the centre is late.</param>
internal sealed record QueueCountsResponse(IReadOnlyDictionary<string, int> States, int Late);

/// <summary>Whom or what is looked for.</summary>
/// <param name="Text">A number, a name, a phone, or an identity number.</param>
internal sealed record SearchRequest(string Text);

/// <summary>What was found.</summary>
/// <param name="By">What the text was taken for.</param>
/// <param name="Lines">The requests.</param>
internal sealed record SearchResponse(string By, IReadOnlyList<QueueLineResponse> Lines);

/// <summary>A request in the queue; see <see cref="QueueLine"/>.</summary>
internal sealed record QueueLineResponse(
    string Number, string Service, string ServiceName, string? Matter, string? Person, string State, int Version, string Channel, DateTimeOffset ReceivedAt, int Urgency,
    IReadOnlyList<FindingResponse> Findings, IReadOnlyList<DueResponse> Deadlines, string? Clerk, string? Assignee, string? Office, bool Suspended)
{
    public static QueueLineResponse Of(QueueLine line) => new(
        line.Number, line.Service, line.ServiceName, line.MatterLabel, line.Person, line.State.Name(), line.Version, line.Channel, line.ReceivedAt, line.Urgency,
        [.. line.Findings.Select(FindingResponse.Of)], [.. line.Deadlines.Select(DueResponse.Of)], line.Clerk, line.Assignee, line.Office, line.IsSuspended);
}

/// <summary>Something triage found, with its articles.</summary>
internal sealed record FindingResponse(string Rule, string Kind, string Verdict, string Reason, IReadOnlyList<LegalBasis> Basis, IReadOnlyList<string> Related)
{
    public static FindingResponse Of(Finding finding) => new(finding.Rule, finding.Kind.Name(), finding.Verdict.Name(), finding.Reason, finding.Basis, finding.Related);
}

/// <summary>A time limit; <c>due</c> is left out while its time does not run.</summary>
internal sealed record DueResponse(string Rule, string Name, DateTimeOffset? Due, string State, string Party, IReadOnlyList<LegalBasis> Basis)
{
    public static DueResponse Of(DeadlineLine line) => new(line.Rule, line.Name, line.Due, line.State.Name(), line.Party.Name(), line.Basis);
}

/// <summary>An answer as the citizen gave it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">What it is.</param>
/// <param name="Text">Masked in the record, whole where it was uncovered.</param>
internal sealed record AnswerResponse(string Field, string Label, string Text);

/// <summary>Something that happened.</summary>
internal sealed record StepResponse(int Version, DateTimeOffset At, string By, string Event, string To, StepDetail? Detail);

/// <summary>A file that was sent.</summary>
internal sealed record FileResponse(string Id, string Name, long Size, string? Item);

/// <summary>A request as a clerk sees it; see <see cref="RequestRecord"/>.</summary>
internal sealed record RecordResponse(
    string Number, string Service, string ServiceName, string State, int Version, string Channel, DateTimeOffset ReceivedAt, int Urgency, string? Clerk, string? Assignee,
    string? Office, bool StartedEarly, bool Suspended, IReadOnlyList<AnswerResponse> Answers, IReadOnlyList<FindingResponse> Findings, IReadOnlyList<DueResponse> Deadlines,
    IReadOnlyList<StepResponse> Steps, IReadOnlyList<FileResponse> Files, IReadOnlyList<string> Can)
{
    public static RecordResponse Of(RequestRecord record) => new(
        record.Number, record.Service, record.ServiceName, record.State.Name(), record.Version, record.Channel, record.ReceivedAt, record.Urgency, record.Clerk, record.Assignee,
        record.Office, record.IsStartedEarly, record.IsSuspended, [.. record.Review.Select(line => new AnswerResponse(line.Field, line.Label, line.Masked))],
        [.. record.Findings.Select(FindingResponse.Of)], [.. record.Deadlines.Select(DueResponse.Of)],
        [.. record.Steps.Select(step => new StepResponse(step.Sequence, step.At, step.By, step.Event, step.To.Name(), step.Detail is { } detail ? detail with { Before = null } : null))],
        [.. record.Attachments.Select(file => new FileResponse(file.Id, file.Name, file.Size, file.Item))], record.Can);
}

/// <summary>An act upon a request. Which of the fields is needed depends on the act.</summary>
internal sealed record ActRequest
{
    /// <summary>The version that was seen.</summary>
    public required int Version { get; init; }

    /// <summary>For the citizen too.</summary>
    public string? Message { get; init; }

    /// <summary>For the clerks only.</summary>
    public string? Note { get; init; }

    /// <summary>What is missing (<c>ask</c>).</summary>
    public IReadOnlyList<AskedItem>? Items { get; init; }

    /// <summary>Why it is refused (<c>refuse</c>).</summary>
    public IReadOnlyList<RefusalReason>? Reasons { get; init; }

    /// <summary>Who helps (<c>assign</c>, <c>start-early</c>).</summary>
    public string? Assignee { get; init; }

    /// <summary>How it ended (<c>done</c>).</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the refusal stands (<c>decide-objection</c>).</summary>
    public bool? Upheld { get; init; }

    /// <summary>Which paper (<c>paper-seen</c>).</summary>
    public string? Material { get; init; }

    /// <summary>User name of who looks after it (<c>hand</c>).</summary>
    public string? Clerk { get; init; }

    /// <summary>Id of the office (<c>hand</c>).</summary>
    public string? Office { get; init; }
}

/// <summary>It was done.</summary>
/// <param name="Version">To be named with the next act.</param>
internal sealed record ActResponse(int Version);
