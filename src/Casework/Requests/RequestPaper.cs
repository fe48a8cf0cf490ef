using System.Text.Json;
using LegalService.Casework.Sealing;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Casework.Requests;

/// <summary>
/// What the citizen sent, as it is sealed: the answers, the definition they belong to, and the lines of the review he agreed to, so that an old request is
/// shown as it was made however much the service has changed.
/// </summary>
internal sealed record RequestPaper(string Service, int DefinitionVersion, Answers Answers, IReadOnlyList<ReviewLine> Review, RequestContact Contact)
{
    /// <summary>From answers whose interview is done.</summary>
    public static RequestPaper Of(ServiceDefinition definition, Answers answers, DateOnly today)
    {
        var sent = Interview.Sent(definition, answers, today);
        return new(definition.Id, definition.Version, sent, Interview.Next(definition, sent, today).Review, new(
            TextOf(definition, sent, FieldRole.ApplicantName),
            TextOf(definition, sent, FieldRole.ApplicantPhone) ?? TextOf(definition, sent, FieldRole.HelperPhone)));
    }

    public byte[] Seal(Sealer sealer, Request request) => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(this), request.PaperPlace);

    /// <summary>Null when personal data were removed.</summary>
    public static RequestPaper? Open(Sealer sealer, Request request) =>
        request.SealedPaper is { } box ? JsonSerializer.Deserialize<RequestPaper>(sealer.OpenBytes(box, request.PaperPlace)) : null;

    /// <summary>The answer that plays a part; null when there is none, it was skipped, or he does not know.</summary>
    public static string? TextOf(ServiceDefinition definition, Answers answers, FieldRole role) =>
        definition.FieldOf(role) is { } field && answers.Get(field.Id) is { } answer && AnswerJson.Text(answer) is { Length: > 0 } text ? text : null;
}

/// <summary>How the citizen is reached.</summary>
/// <param name="Name">Null when the service does not ask.</param>
/// <param name="Phone">His own, or that of who filled in for him; null when neither was given.</param>
internal sealed record RequestContact(string? Name, string? Phone);

/// <summary>The words of a step.</summary>
public sealed record StepDetail
{
    /// <summary>For the clerks only; null: none.</summary>
    public string? Note { get; init; }

    /// <summary>For the citizen too; null: none.</summary>
    public string? Message { get; init; }

    /// <summary>What he was asked for.</summary>
    public IReadOnlyList<AskedItem> Items { get; init; } = [];

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<RefusalReason> Reasons { get; init; } = [];

    /// <summary>How the request stood before the step, for <see cref="TakingBack"/>; null where it cannot be taken back.</summary>
    public StoodBefore? Before { get; init; }
}

/// <summary>What a step of a clerk may change besides the state.</summary>
/// <param name="Assignee">Who helped; null: nobody.</param>
/// <param name="Clerk">Who looked after it; null: nobody in particular.</param>
/// <param name="Office">Whose it was; null: of none.</param>
/// <param name="IsSuspended">Whether something outside stopped the work.</param>
/// <param name="IsStartedEarly">Whether help had begun before the papers were complete.</param>
public sealed record StoodBefore(string? Assignee, string? Clerk, string? Office, bool IsSuspended, bool IsStartedEarly)
{
    internal static StoodBefore Of(Request request) => new(request.Assignee, request.Clerk, request.Office, request.IsSuspended, request.IsStartedEarly);

    internal void Restore(Request request)
    {
        (request.Assignee, request.Clerk, request.Office) = (Assignee, Clerk, Office);
        (request.IsSuspended, request.IsStartedEarly) = (IsSuspended, IsStartedEarly);
        // Only its end gives a request an outcome.
        request.Outcome = null;
    }
}

/// <summary>Something the citizen is asked for.</summary>
/// <param name="Text">What, and what to do when he does not have it.</param>
/// <param name="Field">The field or paper it is about; null: none.</param>
public sealed record AskedItem(string Text, string? Field = null);

/// <summary>Why a request was refused.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Basis">The articles; not empty.</param>
public sealed record RefusalReason(string Text, IReadOnlyList<LegalBasis> Basis);
