using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Handovers;

/// <summary>
/// Conversations with a person: asked for by the citizen, taken, answered and given back by a clerk. However many servers run, one clerk has a conversation;
/// what he says stands in the same conversation as what the bot said. Thread safe.
/// </summary>
public sealed class HandoverDesk
{
    private readonly CaseworkStore _store;
    private readonly ConversationStore _conversations;
    private readonly HandoverHours _hours;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal HandoverDesk(CaseworkStore store, ConversationStore conversations, HandoverHours hours, AuditTrail audit, TimeProvider time) =>
        (_store, _conversations, _hours, _audit, _time) = (store, conversations, hours, audit, time);

    /// <summary>Whether somebody is there to answer, and when again if not.</summary>
    public (bool IsOpen, DateTimeOffset? OpensNext) Hours => (_hours.Now is { OpenNow: true }, _hours.Now?.OpensNext);

    /// <summary>The citizen wants a person. Done twice it is the same wish. Failure: <see cref="HandoverCodes.OfficeClosed"/>.</summary>
    public async Task<Result<HandoverStatus>> AskAsync(string conversation, string channel, CancellationToken cancellation)
    {
        if (Hours is (false, var next))
        {
            return new Failure(HandoverCodes.OfficeClosed, "现在没有工作人员在线。可以留下电话，上班以后给您回电。")
            {
                Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["opensAt"] = next },
            };
        }

        try
        {
            await _store.WriteAsync(
                async (context, token) =>
                {
                    if (await context.Set<Handover>().AnyAsync(row => row.Open == conversation, token))
                        return false;
                    var row = new Handover { Id = Guid.CreateVersion7(), Conversation = conversation, Open = conversation, Channel = channel, AskedAt = _time.GetUtcNow() };
                    context.Add(row);
                    _audit.Record(context, Actor.Citizen, "handover.asked", row.Subject);
                    return true;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Asked twice at once.
        }

        return await OpenAsync(conversation, cancellation) is { } open ? open : HandoverFailures.NotFound;
    }

    /// <summary>The citizen's wish for a person that is not over; null when there is none.</summary>
    public async Task<HandoverStatus?> OpenAsync(string conversation, CancellationToken cancellation) => await _store.ReadAsync(
        async (context, token) => await context.Set<Handover>().SingleOrDefaultAsync(row => row.Open == conversation, token) is { } row
            ? HandoverStatus.Of(row) with
            {
                Ahead = row.State == HandoverState.Waiting
                    ? await context.Set<Handover>().CountAsync(other => other.State == HandoverState.Waiting && other.AskedAt < row.AskedAt, token)
                    : 0,
            }
            : null,
        cancellation);

    /// <summary>Notes that the citizen wrote while he waits or a clerk has the conversation.</summary>
    public Task<int> NoteCitizenAsync(Guid id, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync(
            (context, token) => context.Set<Handover>().Where(row => row.Id == id && row.Open != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCitizenAt, now), token),
            cancellation);
    }

    /// <summary>The citizen wants no person any more.</summary>
    public Task<Result<HandoverStatus>> CancelAsync(Guid id, CancellationToken cancellation) =>
        EndAsync(id, Actor.Citizen, HandoverState.Cancelled, "handover.cancelled", new SpokenWords([], []), cancellation);

    /// <summary>The clerk has not answered for too long: the conversation waits for a person again.</summary>
    public Task<Result<HandoverStatus>> WaitAgainAsync(Guid id, CancellationToken cancellation) => ChangeAsync(
        id,
        Actor.System,
        "handover.waitsAgain",
        row => row.State == HandoverState.Taken,
        row => (row.State, row.Clerk, row.TakenAt, row.LastClerkAt) = (HandoverState.Waiting, null, null, null),
        new SpokenWords([], []),
        cancellation);

    /// <summary>A clerk takes a waiting conversation. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public Task<Result<HandoverStatus>> TakeAsync(Guid id, Actor clerk, SpokenWords words, CancellationToken cancellation) => ChangeAsync(
        id,
        clerk,
        "handover.taken",
        row => row.State == HandoverState.Waiting,
        row => (row.State, row.Clerk, row.TakenAt) = (HandoverState.Taken, clerk.Name, _time.GetUtcNow()),
        words,
        cancellation);

    /// <summary>The clerk who has the conversation says something. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public Task<Result<HandoverStatus>> SayAsync(Guid id, Actor clerk, SpokenWords words, CancellationToken cancellation) => ChangeAsync(
        id, clerk, "handover.said", row => IsHisOwn(row, clerk), row => row.LastClerkAt = _time.GetUtcNow(), words, cancellation);

    /// <summary>The clerk gives it back to the bot. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public Task<Result<HandoverStatus>> HandBackAsync(Guid id, Actor clerk, SpokenWords words, CancellationToken cancellation) =>
        EndAsync(id, clerk, HandoverState.HandedBack, "handover.handedBack", words, cancellation);

    /// <summary>The clerk ends it, taken or not. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public Task<Result<HandoverStatus>> CloseAsync(Guid id, Actor clerk, SpokenWords words, CancellationToken cancellation) =>
        EndAsync(id, clerk, HandoverState.Closed, "handover.closed", words, cancellation);

    /// <summary>Ends, once the office is closed, what nobody took. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public async Task<Result<HandoverStatus>> MissAsync(Guid id, SpokenWords words, CancellationToken cancellation)
    {
        if (Hours.IsOpen)
            return HandoverFailures.StillOpen;
        return await EndAsync(id, Actor.System, HandoverState.Missed, "handover.missed", words, cancellation);
    }

    /// <summary>What waits for a person, the longest first, and what clerks have.</summary>
    public async Task<IReadOnlyList<HandoverStatus>> InboxAsync(CancellationToken cancellation)
    {
        var rows = await _store.ReadAsync(
            (context, token) => context.Set<Handover>().Where(row => row.Open != null).OrderBy(row => row.AskedAt).ToListAsync(token), cancellation);
        return [.. rows.Select(HandoverStatus.Of).OrderBy(row => row.State)];
    }

    /// <summary>One of them, over or not; null when there is none of that id.</summary>
    public async Task<HandoverStatus?> FindAsync(Guid id, CancellationToken cancellation) =>
        await _store.ReadAsync((context, token) => context.Set<Handover>().SingleOrDefaultAsync(row => row.Id == id, token), cancellation) is { } row ? HandoverStatus.Of(row) : null;

    private static bool IsHisOwn(Handover row, Actor clerk) => row.State == HandoverState.Taken && row.Clerk == clerk.Name;

    private Task<Result<HandoverStatus>> EndAsync(Guid id, Actor by, HandoverState state, string action, SpokenWords words, CancellationToken cancellation) => ChangeAsync(
        id,
        by,
        action,
        row => row.State == HandoverState.Waiting ? state != HandoverState.HandedBack : IsHisOwn(row, by) || (by == Actor.Citizen && row.State == HandoverState.Taken),
        row => (row.State, row.Open, row.EndedAt) = (state, null, _time.GetUtcNow()),
        words,
        cancellation);

    private Task<Result<HandoverStatus>> ChangeAsync(
        Guid id, Actor by, string action, Func<Handover, bool> may, Action<Handover> change, SpokenWords words, CancellationToken cancellation) =>
        _store.WriteAsync<Result<HandoverStatus>>(
            async (context, token) =>
            {
                // Writing comes first, so that the row is held against other writers.
                await context.Set<Handover>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), token);
                if (await context.Set<Handover>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
                    return HandoverFailures.NotFound;
                if (!may(row))
                    return HandoverFailures.Changed(row);
                change(row);
                _audit.Record(context, by, action, row.Subject);
                await _conversations.TellAsync(context, row.Conversation, words, token);
                return HandoverStatus.Of(row);
            },
            cancellation);
}
