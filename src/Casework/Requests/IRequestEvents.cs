using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Requests;

/// <summary>Learns what happened to a request, in the same transaction: what it adds to the context is saved with the change or not at all.</summary>
internal interface IRequestEvents
{
    /// <summary>Must change nothing but the context, for the transaction may run again.</summary>
    Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation);
}

/// <summary>Something happened to a request.</summary>
internal sealed record RequestRaised
{
    /// <summary>Names of its own for deadlines, beside those of steps.</summary>
    public const string DeadlineNear = "deadline.near";

    /// <inheritdoc cref="DeadlineNear"/>
    public const string DeadlineLastDay = "deadline.lastDay";

    public required Guid RequestId { get; init; }

    public required string Number { get; init; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its name; the id when it is no longer offered.</summary>
    public required string ServiceName { get; init; }

    /// <summary>One of <see cref="CaseEvents.All"/>, of the names in <see cref="RequestMachine"/>, or of the names above.</summary>
    public required string Event { get; init; }

    public required RequestState? From { get; init; }

    public required RequestState To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version of the request: with number and event it names this raising once and for all, except for deadlines, which have their own.</summary>
    public required int Version { get; init; }

    /// <summary>Where the request was sent from.</summary>
    public required string Channel { get; init; }

    /// <summary>The message must not tell what the request is about.</summary>
    public required bool IsDiscreet { get; init; }

    /// <summary>Null when personal data were removed.</summary>
    public RequestContact? Contact { get; init; }

    /// <summary>The language the citizen asked for, as in <c>mn</c>; null: none but Chinese.</summary>
    public string? Language { get; init; }

    /// <summary>The words of the step; null: none.</summary>
    public StepDetail? Detail { get; init; }

    /// <summary>The version made by the step that is taken back; null: none is.</summary>
    public int? TakesBack { get; init; }

    /// <summary>The deadline that is meant; null for a step.</summary>
    public DeadlineNotice? Deadline { get; init; }
}

/// <summary>A deadline that comes near.</summary>
/// <param name="Rule">With <paramref name="Occurrence"/> and <paramref name="Due"/> it names the reminder once and for all.</param>
/// <param name="Occurrence">From 1.</param>
/// <param name="Name">What must be done.</param>
/// <param name="Party">Who must do it.</param>
/// <param name="Due">By when.</param>
internal sealed record DeadlineNotice(string Rule, int Occurrence, string Name, DeadlineParty Party, DateTimeOffset Due);
