namespace LegalService.Knowledge.Sync;

/// <summary>How a law came out of a run.</summary>
public enum SyncState
{
    /// <summary>Not asked for yet, because the run stopped before.</summary>
    Waiting,

    /// <summary>Being fetched. Found at the start of a run, it says that the one before was killed here.</summary>
    Fetching,

    /// <summary>The full text did not have it.</summary>
    New,

    /// <summary>It has another text, version or interval than before.</summary>
    Amended,

    /// <summary>It has ended since the last time.</summary>
    Repealed,

    /// <summary>As it was.</summary>
    Unchanged,

    /// <summary>It could not be fetched; the full text has what it had.</summary>
    Failed,
}

/// <summary>Which law to fetch.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Title">Full official title; null when only the short one is known.</param>
public sealed record WantedLaw(string Law, string? Title);

/// <summary>Something about one version that does not keep the law from being used.</summary>
/// <param name="Version">Day on which the version was published; null when the database does not say.</param>
/// <param name="Code">Stable code: file.doc, file.pdf, file.unknown, file.missing, repeal.dayUnknown, repeal.other.</param>
/// <param name="Reason">What it means, in Chinese.</param>
public sealed record SyncRemark(DateOnly? Version, string Code, string Reason);

/// <summary>One law after a run.</summary>
/// <param name="Law">Short title.</param>
/// <param name="State">How it came out.</param>
/// <param name="Code">
/// Why it failed or waits, otherwise null: site.captcha, site.html, site.rateLimited, site.signature, site.unavailable, site.timeout,
/// site.refused, answer.malformed, answer.truncated, answer.tooLarge, answer.wrongLaw, law.notFound, download.linkExpired, file.truncated,
/// file.html, file.empty, file.tooLarge, file.doc, file.pdf, file.unknown, file.missing, text.lessThanBefore, text.tooComplex, any
/// docx.*, text.* or statute.* code of the importer, store.failed, run.stopped, run.interrupted.
/// </param>
/// <param name="Reason">The same in Chinese; null when there is no code.</param>
/// <param name="Remarks">Versions that are missing, and the like.</param>
public sealed record LawOutcome(string Law, SyncState State, string? Code, string? Reason, IReadOnlyList<SyncRemark> Remarks)
{
    /// <summary>True when the full text is now as the database has the law.</summary>
    public bool IsDone => State is SyncState.New or SyncState.Amended or SyncState.Repealed or SyncState.Unchanged;
}

/// <summary>What a run did.</summary>
/// <param name="Laws">Every wanted law, in the order asked for.</param>
/// <param name="Requests">Requests sent, repeated ones included.</param>
/// <param name="Resumed">True when it went on with a run that had been stopped or killed.</param>
/// <param name="Interrupted">Laws at which the run before was killed.</param>
public sealed record SyncReport(IReadOnlyList<LawOutcome> Laws, int Requests, bool Resumed, IReadOnlyList<string> Interrupted)
{
    /// <summary>True when every law is done.</summary>
    public bool IsComplete => Laws.All(law => law.IsDone);
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Laws dealt with.</param>
/// <param name="Total">All laws of the run.</param>
/// <param name="Law">The law dealt with last, or being fetched.</param>
public sealed record SyncProgress(int Done, int Total, string Law);
