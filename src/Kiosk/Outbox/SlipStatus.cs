using LegalService.Contracts;

namespace LegalService.Kiosk.Outbox;

/// <summary>What has become of something that was kept here.</summary>
internal abstract record SlipStatus
{
    private SlipStatus()
    {
    }

    /// <summary>It still waits for the line.</summary>
    internal sealed record Waiting : SlipStatus;

    /// <summary>The centre has it.</summary>
    /// <param name="Request">Number, pickup code and deadlines; null for a callback and a rating.</param>
    /// <param name="CallDueAt">By when the office calls back; null for everything else.</param>
    internal sealed record Delivered(SubmissionResponse? Request = null, DateTimeOffset? CallDueAt = null) : SlipStatus;

    /// <summary>The centre did not take it; the staff see that and call the citizen where a phone number was given.</summary>
    /// <param name="Message">Why, in Chinese.</param>
    internal sealed record Refused(string Message) : SlipStatus;

    /// <summary>No such slip on this machine, or it is too long ago.</summary>
    internal sealed record Unknown : SlipStatus;
}
