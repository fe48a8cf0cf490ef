using LegalService.Contracts;

namespace LegalService.Kiosk.Outbox;

/// <summary>What came of sending something.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The centre has it.</summary>
    /// <param name="Request">Number, pickup code and deadlines; null for a callback and a rating.</param>
    /// <param name="CallDueAt">By when the office calls back; null for everything else.</param>
    internal sealed record Delivered(SubmissionResponse? Request = null, DateTimeOffset? CallDueAt = null) : SendOutcome;

    /// <summary>It is kept here, sealed, and goes to the centre by itself as soon as it can.</summary>
    /// <param name="Slip">What the citizen takes along: with it this machine tells number and pickup code later on (<see cref="Sender.FindAsync"/>).</param>
    internal sealed record Kept(string Slip) : SendOutcome;

    /// <summary>It was not taken, and nothing of it is kept: the citizen can put it right and send it again.</summary>
    /// <param name="Code">Stable code: of the centre, or <c>outbox.diskFull</c>, <c>outbox.closed</c>.</param>
    /// <param name="Message">What to do, in Chinese.</param>
    /// <param name="Errors">What is wrong with single answers; empty when nothing is.</param>
    internal sealed record Refused(string Code, string Message, IReadOnlyList<FieldErrorResponse> Errors) : SendOutcome;
}
