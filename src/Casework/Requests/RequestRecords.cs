using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Casework.Attachments;
using LegalService.Casework.Deadlines;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Casework.Requests;

/// <summary>A request as it is sent.</summary>
/// <param name="Service">The id of the service.</param>
/// <param name="Answers">Field id -> answer; answers that do not apply are left out before anything is kept.</param>
/// <param name="Channel">Where it is sent from, such as <c>web</c>, <c>wechat</c>, <c>kiosk</c>, <c>desk</c>: small letters and digits, at most 40. Null: <c>web</c>.</param>
/// <param name="Office">Id of the office where it was sent, as by a kiosk; null, or an office that does not offer the service: the county's own.</param>
/// <param name="Kiosk">Where it was made; null when at no kiosk. Not part of what is compared when a key is sent again: a kiosk may be moved meanwhile.</param>
public sealed record NewRequest(
    string Service, IReadOnlyDictionary<string, JsonElement> Answers, string? Channel = null, string? Office = null, [property: JsonIgnore] AtKiosk? Kiosk = null)
{
    /// <summary>A document that a clerk is asked to look at; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Documents.NewDocument? Document { get; init; }
}

/// <summary>The kiosk where a request was made.</summary>
/// <param name="Id">Which.</param>
/// <param name="Office">Id of the office it belongs to.</param>
public sealed record AtKiosk(Guid Id, string Office);

/// <summary>A request that came in.</summary>
/// <param name="Number">As on the slip.</param>
/// <param name="Code">The pickup code. Told only here, and again to who repeats the same Idempotency-Key.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Deadlines">Its time limits.</param>
public sealed record SubmittedRequest(string Number, string Code, RequestState State, IReadOnlyList<DeadlineLine> Deadlines);

/// <summary>A time limit as it is shown.</summary>
/// <param name="Rule">Stable within the service.</param>
/// <param name="Name">What must be done.</param>
/// <param name="Due">The last second in which it is kept, on Beijing's clock; null while its time does not run.</param>
/// <param name="Basis">The articles behind it.</param>
/// <param name="Party">Who must keep it.</param>
/// <param name="State">How it stands.</param>
public sealed record DeadlineLine(string Rule, string Name, DateTimeOffset? Due, IReadOnlyList<LegalBasis> Basis, DeadlineParty Party, DeadlineState State)
{
    internal static DeadlineLine Of(Deadline deadline, DateTimeOffset now) => new(
        deadline.Rule, deadline.Name, deadline.IsSuspended ? null : Calendar.BeijingTime.Of(deadline.Due), deadline.Basis, deadline.Party, deadline.StateAt(now));
}

/// <summary>What has become of a request, for the citizen.</summary>
public sealed record RequestStatus
{
    /// <summary>As on the slip.</summary>
    public required string Number { get; init; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its name; the id when it is no longer offered.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>The same in words.</summary>
    public required string StateText { get; init; }

    /// <summary>Whether the time stands still because of something outside.</summary>
    public required bool IsSuspended { get; init; }

    /// <summary>Who helps; null: nobody yet.</summary>
    public string? Assignee { get; init; }

    /// <summary>What happened, the first first. Remarks of the clerks are not in it.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>All time limits, those met as well.</summary>
    public required IReadOnlyList<DeadlineLine> Deadlines { get; init; }

    /// <summary>What the citizen is asked for now; empty: nothing.</summary>
    public required IReadOnlyList<AskedItem> Asked { get; init; }

    /// <summary>Why it was refused; empty unless it is.</summary>
    public required IReadOnlyList<RefusalReason> Reasons { get; init; }

    /// <summary>How and where to object; null unless he can.</summary>
    public string? HowToObject { get; init; }

    /// <summary>Appointments that belong to it, the next first.</summary>
    public required IReadOnlyList<RequestAppointment> Appointments { get; init; }

    /// <summary>Files that were sent.</summary>
    public required IReadOnlyList<AttachmentLine> Attachments { get; init; }

    /// <summary>The name of the document that clerks have drafted, to be had by number and code; null: none yet.</summary>
    public string? Document { get; init; }

    /// <summary>Letters that were issued and hold.</summary>
    public required IReadOnlyList<Letters.IssuedLetter> Letters { get; init; }

    /// <summary>What he can do: <c>supplement</c>, <c>withdraw</c>, <c>object</c>, <c>correct</c>, <c>erase</c>.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>A line of the history.</summary>
/// <param name="At">When, on Beijing's clock.</param>
/// <param name="Event">What happened.</param>
/// <param name="Text">The same in the citizen's words.</param>
/// <param name="Message">What the clerk added for him; null: nothing.</param>
public sealed record HistoryLine(DateTimeOffset At, string Event, string Text, string? Message);

/// <summary>An appointment that belongs to a request.</summary>
/// <param name="Number">As on the slip.</param>
/// <param name="Start">On Beijing's clock.</param>
/// <param name="End">On Beijing's clock.</param>
/// <param name="Office">Where.</param>
/// <param name="State">How it stands.</param>
public sealed record RequestAppointment(string Number, DateTimeOffset Start, DateTimeOffset End, string Office, string State);

/// <summary>What was missing, or comes later.</summary>
/// <param name="Answers">Answers that change or are added, by field; null: none do.</param>
/// <param name="Attachments">Uploads beside those in <paramref name="Answers"/>.</param>
/// <param name="Message">A few words to the clerk; null: none.</param>
public sealed record Supplement(
    IReadOnlyDictionary<string, JsonElement>? Answers, IReadOnlyList<SupplementFile> Attachments, string? Message);

/// <summary>An upload that supplements a request.</summary>
/// <param name="Id">As the upload gave it.</param>
/// <param name="Item">The field or paper it is for; null: none.</param>
public sealed record SupplementFile(string Id, string? Item = null);

/// <summary>All that is kept about a citizen with a request (个人信息保护法第四十五条).</summary>
/// <param name="Review">The answers, whole, as he agreed to them.</param>
/// <param name="Answers">The same as data.</param>
/// <param name="Attachments">His files.</param>
/// <param name="KeptUntil">When they are removed at the latest; null while the request is underway.</param>
public sealed record MyData(
    IReadOnlyList<ReviewLine> Review, IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<AttachmentLine> Attachments, DateTimeOffset? KeptUntil);
