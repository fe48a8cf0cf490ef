namespace LegalService.Casework.KnowledgeDesk;

/// <summary>What has become of a version.</summary>
public enum DeskState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>The second person wants something changed.</summary>
    Returned,

    /// <summary>Approved; in use, or replaced by a later one.</summary>
    Approved,

    /// <summary>Was in use and taken out of it again.</summary>
    RolledBack,

    /// <summary>Given up before it was decided.</summary>
    Discarded,
}

/// <summary>What an editor wants to save.</summary>
/// <param name="Entry">Such as <c>faq/wages-unpaid</c>.</param>
/// <param name="Title">By which people know it: the question, or the article.</param>
/// <param name="Text">The file in the format of the corpus.</param>
public sealed record DeskDraft(string Entry, string Title, string Text)
{
    /// <summary>True when it takes the entry out.</summary>
    public bool Withdraws { get; init; }

    /// <summary>The file in use now; empty when there is none.</summary>
    public string Before { get; init; } = "";

    /// <summary>Ids of the unanswered questions that it answers; they are settled when it is approved.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The version the editor works on, as he saw it; null begins a new one.</summary>
    public DeskSight? Seen { get; init; }
}

/// <summary>A version as somebody saw it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Revision">Raised at every change.</param>
public sealed record DeskSight(Guid Id, int Revision);

/// <summary>One version of an entry.</summary>
/// <param name="Sight">Id and revision.</param>
/// <param name="Entry">Such as <c>faq/wages-unpaid</c>.</param>
/// <param name="Number">From 1, by entry.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Title">By which people know it.</param>
/// <param name="Withdraws">True when it takes the entry out.</param>
/// <param name="Text">The file in the format of the corpus.</param>
/// <param name="Before">The file that was in use when the draft was last saved; empty when there was none.</param>
/// <param name="Answers">Ids of the unanswered questions that it answers.</param>
/// <param name="Author">"staff/USER".</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="Why">Why it is wanted; empty until it is proposed.</param>
public sealed record DeskVersionRecord(
    DeskSight Sight,
    string Entry,
    int Number,
    DeskState State,
    string Title,
    bool Withdraws,
    string Text,
    string Before,
    IReadOnlyList<string> Answers,
    string Author,
    DateTimeOffset ChangedAt,
    string Why)
{
    /// <summary>Null until it is proposed.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>"staff/USER"; null until somebody decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Null until somebody decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What was said with the decision; null when nothing was.</summary>
    public string? Decision { get; init; }

    internal static DeskVersionRecord Of(DeskVersion version) => new(
        new DeskSight(version.Id, version.Revision),
        version.Entry,
        version.Number,
        version.State,
        version.Title,
        version.Withdraws,
        version.Text,
        version.Before,
        version.Answers.Split(',', StringSplitOptions.RemoveEmptyEntries),
        version.Author,
        version.ChangedAt,
        version.Why)
    {
        ProposedAt = version.ProposedAt, DecidedBy = version.DecidedBy, DecidedAt = version.DecidedAt, Decision = version.Decision,
    };
}

/// <summary>That a version came into use.</summary>
/// <param name="Number">The version; 0: the shipped corpus speaks again.</param>
/// <param name="IsRollBack">True when an earlier one came back.</param>
/// <param name="At">When.</param>
/// <param name="By">"staff/USER".</param>
/// <param name="Why">The reason given.</param>
public sealed record DeskReleaseRecord(int Number, bool IsRollBack, DateTimeOffset At, string By, string Why);

/// <summary>All that happened to one entry.</summary>
/// <param name="Live">Number of the version in use; 0: the shipped corpus speaks.</param>
/// <param name="Before">What a roll-back would bring into use; null when there is nothing to roll back.</param>
/// <param name="Versions">Latest first.</param>
/// <param name="Releases">Latest first.</param>
public sealed record DeskHistory(int Live, int? Before, IReadOnlyList<DeskVersionRecord> Versions, IReadOnlyList<DeskReleaseRecord> Releases);

/// <summary>An entry the desk has put into use.</summary>
/// <param name="Entry">Such as <c>faq/wages-unpaid</c>.</param>
/// <param name="Title">By which people know it.</param>
/// <param name="Withdraws">True when it takes the entry out.</param>
/// <param name="Text">The file.</param>
/// <param name="Since">When the version was approved.</param>
public sealed record LiveEntry(string Entry, string Title, bool Withdraws, string Text, DateTimeOffset Since);
