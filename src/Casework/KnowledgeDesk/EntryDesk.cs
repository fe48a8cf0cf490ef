using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Casework.Unanswered;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.KnowledgeDesk;

/// <summary>
/// What editors do with FAQ entries and notes: write, propose, and have a second person approve. The shipped corpus is not touched; what is in use stands beside
/// it (<see cref="LiveEntries"/>). Failures: <c>knowledge.notFound</c>, <c>knowledge.changed</c> (somebody was faster), <c>knowledge.state</c>,
/// <c>knowledge.underway</c>, <c>knowledge.notYours</c>, <c>knowledge.ownProposal</c>, <c>knowledge.outdated</c>, <c>knowledge.nothingBefore</c>,
/// <c>text.required</c>. Thread safe.
/// </summary>
public sealed class EntryDesk
{
    /// <summary>Longest name of an entry, in characters.</summary>
    public const int LongestName = 240;

    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest file, in characters.</summary>
    public const int LongestText = 20_000;

    /// <summary>Longest reason, in characters.</summary>
    public const int LongestWhy = 500;

    private readonly CaseworkStore _store;
    private readonly DeskChanges _changes;
    private readonly UnansweredQuestions _questions;
    private readonly TimeProvider _time;

    internal EntryDesk(CaseworkStore store, AuditTrail audit, UnansweredQuestions questions, TimeProvider time) =>
        (_store, _changes, _questions, _time) = (store, new DeskChanges(store, audit, time), questions, time);

    /// <summary>Saves a draft: a new one, or over the one that was seen. Only its author may.</summary>
    public async Task<Result<DeskVersionRecord>> SaveAsync(DeskDraft draft, Actor by, CancellationToken cancellation)
    {
        if (draft.Entry.Length is 0 or > LongestName || draft.Title.Length is 0 or > LongestTitle || draft.Text.Length is 0 or > LongestText)
            return DeskFailures.Text;
        if (draft.Seen is { } seen)
            return await _changes.RunAsync(seen, (context, version, entry) => Rewrite(context, version, entry, draft, by), cancellation);
        try
        {
            return await _store.WriteAsync((context, token) => BeginAsync(context, draft, by, token), cancellation);
        }
        catch (UniqueViolationException)
        {
            return DeskFailures.Underway(null);
        }
    }

    /// <summary>Hands a draft to the second person.</summary>
    public Task<Result<DeskVersionRecord>> ProposeAsync(DeskSight seen, string why, Actor by, CancellationToken cancellation) => _changes.RunAsync(
        seen,
        (context, version, entry) =>
        {
            if (version.Author != by.Name)
                return DeskFailures.NotYours;
            if (version.State is not (DeskState.Draft or DeskState.Returned))
                return DeskFailures.State(version);
            if (!IsWhy(why))
                return DeskFailures.Text;
            if (version.BasedOn != entry.Live)
                return DeskFailures.Outdated;
            (version.State, version.Why, version.ProposedAt) = (DeskState.Proposed, why.Trim(), _time.GetUtcNow());
            return _changes.Note(context, version, by, "proposed");
        },
        cancellation);

    /// <summary>The author goes on writing what he has proposed.</summary>
    public Task<Result<DeskVersionRecord>> TakeBackAsync(DeskSight seen, Actor by, CancellationToken cancellation) => _changes.RunAsync(
        seen,
        (context, version, _) =>
        {
            if (version.Author != by.Name)
                return DeskFailures.NotYours;
            if (version.State != DeskState.Proposed)
                return DeskFailures.State(version);
            (version.State, version.ProposedAt) = (DeskState.Draft, null);
            return _changes.Note(context, version, by, "takenBack");
        },
        cancellation);

    /// <summary>The second person wants something changed, and says what.</summary>
    public Task<Result<DeskVersionRecord>> ReturnAsync(DeskSight seen, string why, Actor by, CancellationToken cancellation) => _changes.RunAsync(
        seen,
        (context, version, _) =>
        {
            if (version.State != DeskState.Proposed)
                return DeskFailures.State(version);
            if (!IsWhy(why))
                return DeskFailures.Text;
            version.State = DeskState.Returned;
            Decide(version, why, by);
            return _changes.Note(context, version, by, "returned");
        },
        cancellation);

    /// <summary>Gives up a version that is not decided.</summary>
    public Task<Result<DeskVersionRecord>> DiscardAsync(DeskSight seen, Actor by, CancellationToken cancellation) => _changes.RunAsync(
        seen,
        (context, version, _) =>
        {
            if (version.Open is null)
                return DeskFailures.State(version);
            (version.State, version.Open) = (DeskState.Discarded, null);
            return _changes.Note(context, version, by, "discarded");
        },
        cancellation);

    /// <summary>A second person puts it into use. The questions it answers are settled.</summary>
    /// <param name="seen">The version as the person saw it.</param>
    /// <param name="why">What he says with it; may be empty.</param>
    /// <param name="by">Not the author.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<DeskVersionRecord>> ApproveAsync(DeskSight seen, string why, Actor by, CancellationToken cancellation)
    {
        var approved = await _changes.RunAsync(
            seen,
            (context, version, entry) =>
            {
                if (version.State != DeskState.Proposed)
                    return DeskFailures.State(version);
                if (version.Author == by.Name)
                    return DeskFailures.OwnProposal;
                if (version.BasedOn != entry.Live)
                    return DeskFailures.Outdated;
                if (why.Length > LongestWhy)
                    return DeskFailures.Text;
                (version.State, version.Open) = (DeskState.Approved, null);
                Decide(version, why, by);
                _changes.Release(context, entry, version.Number, isRollBack: false, version.Why, by);
                return _changes.Note(context, version, by, "approved");
            },
            cancellation);
        if (approved is { Value.Answers: { Count: > 0 } questions })
            await _questions.SettleAsync(questions, by, cancellation);
        return approved;
    }

    /// <summary>
    /// Brings the version before back into use, at once and by one person: it was approved by two, and what is wrong must not wait. When the desk has none, the
    /// shipped corpus speaks again.
    /// </summary>
    /// <param name="entry">Such as <c>faq/wages-unpaid</c>.</param>
    /// <param name="live">The version in use, as the person saw it.</param>
    /// <param name="why">The reason.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <returns>The number of the version in use now; 0: the shipped corpus.</returns>
    public Task<Result<int>> RollBackAsync(string entry, int live, string why, Actor by, CancellationToken cancellation) => _changes.GuardAsync(
        async (context, token) =>
        {
            if (!IsWhy(why))
                return DeskFailures.Text;
            if (await context.Set<DeskEntry>().SingleOrDefaultAsync(row => row.Name == entry, token) is not { } row)
                return DeskFailures.NotFound;
            if (row.Live != live)
                return DeskFailures.Changed;
            if (row.Live == 0)
                return DeskFailures.NothingBefore;
            var versions = await context.Set<DeskVersion>().Where(version => version.Entry == entry).ToListAsync(token);
            var current = versions.Single(version => version.Number == live);
            current.State = DeskState.RolledBack;
            current.Revision++;
            _changes.Release(context, row, DeskChanges.NumberBefore(versions, live), isRollBack: true, why, by);
            _changes.Note(context, entry, by, "rolledBack", $"#{live} > #{row.Live}");
            return (Result<int>)row.Live;
        },
        cancellation);

    private static bool IsWhy(string why) => !string.IsNullOrWhiteSpace(why) && why.Length <= LongestWhy;

    private async Task<Result<DeskVersionRecord>> BeginAsync(CaseworkContext context, DeskDraft draft, Actor by, CancellationToken cancellation)
    {
        if (await context.Set<DeskVersion>().SingleOrDefaultAsync(version => version.Open == draft.Entry, cancellation) is { } open)
            return DeskFailures.Underway(open);
        var entry = await context.Set<DeskEntry>().SingleOrDefaultAsync(row => row.Name == draft.Entry, cancellation);
        if (entry is null)
            context.Add(entry = new DeskEntry { Name = draft.Entry });
        var last = await context.Set<DeskVersion>().Where(version => version.Entry == draft.Entry).MaxAsync(version => (int?)version.Number, cancellation);
        var now = _time.GetUtcNow();
        var version = new DeskVersion
        {
            Id = Guid.CreateVersion7(),
            Entry = draft.Entry,
            Open = draft.Entry,
            Number = (last ?? 0) + 1,
            Title = draft.Title,
            Withdraws = draft.Withdraws,
            Text = draft.Text,
            Before = draft.Before,
            BasedOn = entry.Live,
            Answers = string.Join(',', draft.Answers),
            Author = by.Name,
            CreatedAt = now,
            ChangedAt = now,
        };
        context.Add(version);
        return _changes.Note(context, version, by, "drafted") ?? (Result<DeskVersionRecord>)DeskVersionRecord.Of(version);
    }

    private Failure? Rewrite(CaseworkContext context, DeskVersion version, DeskEntry entry, DeskDraft draft, Actor by)
    {
        if (version.Author != by.Name)
            return DeskFailures.NotYours;
        if (version.State is not (DeskState.Draft or DeskState.Returned) || version.Entry != draft.Entry)
            return DeskFailures.State(version);
        (version.Title, version.Withdraws, version.Text, version.Before) = (draft.Title, draft.Withdraws, draft.Text, draft.Before);
        (version.BasedOn, version.Answers, version.ChangedAt) = (entry.Live, string.Join(',', draft.Answers), _time.GetUtcNow());
        return null;
    }

    private void Decide(DeskVersion version, string why, Actor by) =>
        (version.DecidedBy, version.DecidedAt, version.Decision) = (by.Name, _time.GetUtcNow(), why.Trim().Length == 0 ? null : why.Trim());
}
