namespace LegalService.Casework.Unanswered;

/// <summary>Why a question is looked at by who writes the corpus.</summary>
public enum UnansweredKind
{
    /// <summary>Nothing was found that could be said.</summary>
    NoAnswer,

    /// <summary>It was asked back what was meant.</summary>
    Unclear,

    /// <summary>It was answered, and the citizen said that the answer was of no use.</summary>
    ThumbsDown,
}

/// <summary>A question that was not answered.</summary>
/// <param name="Kind">Why it is noted.</param>
/// <param name="Question">As it was asked; long runs of digits are masked before it is kept.</param>
/// <param name="Channel">Such as "directline", "wechat" or "api"; at most 20 characters.</param>
public sealed record OpenQuestion(UnansweredKind Kind, string Question, string Channel)
{
    /// <summary>The conversation, kept as a keyed hash; null when there was none.</summary>
    public string? Conversation { get; init; }

    /// <summary>The activity that asked it, by which a repetition is known; null notes it each time.</summary>
    public string? Turn { get; init; }

    /// <summary>The articles that were shown, as 法律名第几条.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }
}

/// <summary>Which of the noted questions are wanted.</summary>
public sealed record UnansweredFilter
{
    /// <summary>Asked not before; null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Null for every kind.</summary>
    public UnansweredKind? Kind { get; init; }

    /// <summary>True for those that are settled, false for those that are open, null for both.</summary>
    public bool? Settled { get; init; } = false;

    /// <summary>At most as many, the latest first.</summary>
    public int Most { get; init; } = 500;
}

/// <summary>A question that was not answered, as it was kept.</summary>
/// <param name="Id">By which it is settled.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Kind">Why it was noted.</param>
/// <param name="Channel">Where it was asked.</param>
/// <param name="Question">Personal data: what a citizen wrote.</param>
/// <param name="Articles">The articles that were shown.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SettledAt">Null while it is open.</param>
/// <param name="SettledBy">"staff/USER"; null while it is open.</param>
public sealed record UnansweredEntry(
    string Id,
    DateTimeOffset At,
    UnansweredKind Kind,
    string Channel,
    string Question,
    IReadOnlyList<string> Articles,
    double Confidence,
    DateTimeOffset? SettledAt,
    string? SettledBy)
{
    /// <summary>Its id: a log may hold it.</summary>
    public override string ToString() => Id;
}
