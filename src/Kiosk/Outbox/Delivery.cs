using LegalService.Contracts;

namespace LegalService.Kiosk.Outbox;

/// <summary>What came of one try to deliver an entry.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The centre has it.</summary>
    internal sealed record Done(SubmissionResponse? Request = null, DateTimeOffset? CallDueAt = null) : Delivery;

    /// <summary>The centre does not take it, and will not when it is sent again.</summary>
    internal sealed record Refused(ProblemResponse Problem) : Delivery;

    /// <summary>It is to be tried again.</summary>
    /// <param name="LineIsDown">True when the others need not be tried now either.</param>
    internal sealed record Later(bool LineIsDown) : Delivery;
}
