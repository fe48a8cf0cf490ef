using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Conversations;

/// <summary>
/// Conversations, what was said in them and what the bot remembers, sealed and shared by all servers. Within a conversation activities are numbered in the
/// order in which they become visible, so that a reader who asks for what came after a number misses nothing. Thread safe.
/// </summary>
public sealed partial class ConversationStore
{
    private static readonly Failure NoConversation = new(ConversationCodes.NotFound, "这次对话已经结束，请重新开始。");
    private static readonly Failure AnsweredAlready = new(ConversationCodes.Answered, "这句话已经答过了。");
    private static readonly Failure ChangedMeanwhile = new(ConversationCodes.Changed, "对话刚刚有变化，请再说一遍。");

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;
    private readonly ConversationOptions _options;

    internal ConversationStore(CaseworkStore store, Sealer sealer, TimeProvider time, IOptions<ConversationOptions> options) =>
        (_store, _sealer, _time, _options) = (store, sealer, time, options.Value);

    /// <summary>Starts a conversation.</summary>
    /// <param name="id">At most 80 characters.</param>
    /// <param name="channel">At most 20 characters, such as "directline".</param>
    /// <param name="user">The citizen's id on the channel; only its fingerprint is kept.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>True when it is new; false when it was started before, by whomever.</returns>
    public async Task<bool> StartAsync(string id, string channel, string user, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        try
        {
            return await _store.WriteAsync(
                async (context, token) =>
                {
                    if (await context.Set<Conversation>().AnyAsync(conversation => conversation.Id == id, token))
                        return false;
                    context.Add(new Conversation { Id = id, Channel = channel, Owner = Owner(channel, user), StartedAt = now, LastActivityAt = now, StateChangedAt = now });
                    return true;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            return false;
        }
    }

    /// <summary>True when there is such a conversation and it is this citizen's.</summary>
    public Task<bool> IsOfAsync(string id, string channel, string user, CancellationToken cancellation)
    {
        var owner = Owner(channel, user);
        return _store.ReadAsync((context, token) => context.Set<Conversation>().AnyAsync(conversation => conversation.Id == id && conversation.Owner == owner, token), cancellation);
    }

    /// <summary>Keeps an activity that the bot has to answer. A repetition is known by its mark and changes nothing.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="content">The activity's JSON.</param>
    /// <param name="mark">The sender's own mark; null when there is none.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Or <see cref="ConversationCodes.NotFound"/>.</returns>
    public Task<Result<ReceivedActivity>> ReceiveAsync(string id, string content, string? mark, CancellationToken cancellation)
    {
        var (now, print) = (_time.GetUtcNow(), mark is null ? null : _sealer.Fingerprint("conversation.mark", mark));
        return _store.WriteAsync<Result<ReceivedActivity>>(
            async (context, token) =>
            {
                if (await LockAsync(context, id, now, token) is not { } conversation)
                    return NoConversation;
                var first = print is null ? null : await context.Set<ConversationActivity>().AsNoTracking()
                    .Where(activity => activity.ConversationId == id && activity.Mark == print).Select(activity => (long?)activity.Sequence).SingleOrDefaultAsync(token);
                if (first is { } known)
                    return new ReceivedActivity(known, IsNew: false);
                return new ReceivedActivity(Add(context, conversation, content, now, print, isWaiting: true), IsNew: true);
            },
            cancellation);
    }

    /// <summary>Keeps activities that nobody has to answer. Gives the number of the last one, or <see cref="ConversationCodes.NotFound"/>.</summary>
    public Task<Result<long>> AppendAsync(string id, IReadOnlyList<string> contents, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync<Result<long>>(
            async (context, token) => await LockAsync(context, id, now, token) is { } conversation ? AddAll(context, conversation, contents, now) : NoConversation,
            cancellation);
    }

    /// <summary>The first activity that the bot has not answered, not later than <paramref name="upTo"/>. Null when all are answered.</summary>
    public async Task<WaitingActivity?> NextWaitingAsync(string id, long upTo, CancellationToken cancellation)
    {
        var found = await _store.ReadAsync(
            (context, token) => context.Set<ConversationActivity>().Where(activity => activity.ConversationId == id && activity.IsWaiting && activity.Sequence <= upTo)
                .OrderBy(activity => activity.Sequence)
                .Join(context.Set<Conversation>(), activity => activity.ConversationId, conversation => conversation.Id, (activity, conversation) => new { activity, conversation })
                .FirstOrDefaultAsync(token),
            cancellation);
        return found is null ? null : new(Opened(found.activity), Memory(found.conversation));
    }

    /// <summary>In one step: keeps the bot's answers, what it remembers now, and that the activity is answered.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="sequence">The answered activity.</param>
    /// <param name="memory">What is to be remembered; its version is the one the turn began with.</param>
    /// <param name="replies">JSON of the answers, in order.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The number of the last answer, or a failure of <see cref="ConversationCodes"/>: then nothing is kept.</returns>
    public Task<Result<long>> AnswerAsync(string id, long sequence, KeptMemory memory, IReadOnlyList<string> replies, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync<Result<long>>(
            async (context, token) =>
            {
                if (await LockAsync(context, id, now, token) is not { } conversation)
                    return NoConversation;
                if (await context.Set<ConversationActivity>().SingleOrDefaultAsync(one => one.ConversationId == id && one.Sequence == sequence && one.IsWaiting, token) is not { } activity)
                    return AnsweredAlready;
                if (conversation.StateVersion != memory.Version)
                    return ChangedMeanwhile;
                activity.IsWaiting = false;
                Remember(conversation, memory.Content, now);
                return AddAll(context, conversation, replies, now);
            },
            cancellation);
    }

    /// <summary>What the bot remembers; of an unknown conversation, nothing.</summary>
    public async Task<KeptMemory> RecallAsync(string id, CancellationToken cancellation) =>
        await _store.ReadAsync((context, token) => context.Set<Conversation>().SingleOrDefaultAsync(conversation => conversation.Id == id, token), cancellation) is { } found
            ? Memory(found)
            : new KeptMemory(null, 0);

    /// <summary>Keeps what the bot remembers. True, or a failure of <see cref="ConversationCodes"/>.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="memory">What is to be remembered; its version is the one it was recalled with.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<Result<bool>> RememberAsync(string id, KeptMemory memory, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync<Result<bool>>(
            async (context, token) =>
            {
                if (await LockAsync(context, id, now, token) is not { } conversation)
                    return NoConversation;
                if (conversation.StateVersion != memory.Version)
                    return ChangedMeanwhile;
                Remember(conversation, memory.Content, now);
                return true;
            },
            cancellation);
    }

    /// <summary>What was kept after a number, in order; null when there is no such conversation.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="after">A number; 0 for all.</param>
    /// <param name="most">At most as many.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<IReadOnlyList<KeptActivity>?> ReadAsync(string id, long after, int most, CancellationToken cancellation)
    {
        var rows = await _store.ReadAsync(
            async (context, token) => await context.Set<Conversation>().Where(conversation => conversation.Id == id).Select(conversation => conversation.LastSequence)
                .Cast<long?>().SingleOrDefaultAsync(token) is not { } last
                ? null
                : last <= after ? [] : await context.Set<ConversationActivity>().Where(activity => activity.ConversationId == id && activity.Sequence > after)
                    .OrderBy(activity => activity.Sequence).Take(most).ToListAsync(token),
            cancellation);
        return rows is null ? null : [.. rows.Select(Opened)];
    }

    /// <summary>Removes a conversation with all that belongs to it.</summary>
    public Task<int> RemoveAsync(string id, CancellationToken cancellation) => _store.WriteAsync(
        (context, token) => context.Set<Conversation>().Where(conversation => conversation.Id == id).ExecuteDeleteAsync(token), cancellation);

    /// <summary>Removes conversations and memories whose time is over. Gives the number of conversations.</summary>
    public Task<int> RemoveOldAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var (ended, forgotten) = (now - TimeSpan.FromDays(_options.KeepDays), now - TimeSpan.FromDays(_options.MemoryDays));
        return _store.WriteAsync(
            async (context, token) =>
            {
                await context.Set<Conversation>().Where(conversation => conversation.State != null && conversation.StateChangedAt < forgotten).ExecuteUpdateAsync(
                    set => set.SetProperty(conversation => conversation.State, (byte[]?)null)
                        .SetProperty(conversation => conversation.StateVersion, conversation => conversation.StateVersion + 1),
                    token);
                return await context.Set<Conversation>().Where(conversation => conversation.LastActivityAt < ended).ExecuteDeleteAsync(token);
            },
            cancellation);
    }

    /// <summary>The conversation, held against all other writers until the end of the transaction.</summary>
    private static async Task<Conversation?> LockAsync(CaseworkContext context, string id, DateTimeOffset now, CancellationToken cancellation)
    {
        // Writing comes first: PostgreSQL then makes other writers wait, and what is read next is the latest.
        var found = await context.Set<Conversation>().Where(conversation => conversation.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.LastActivityAt, now), cancellation);
        return found == 0 ? null : await context.Set<Conversation>().SingleAsync(conversation => conversation.Id == id, cancellation);
    }

    private long AddAll(CaseworkContext context, Conversation conversation, IReadOnlyList<string> contents, DateTimeOffset now)
    {
        foreach (var content in contents)
            Add(context, conversation, content, now, mark: null, isWaiting: false);
        return conversation.LastSequence;
    }

    private long Add(CaseworkContext context, Conversation conversation, string content, DateTimeOffset now, string? mark, bool isWaiting)
    {
        var sequence = ++conversation.LastSequence;
        context.Add(new ConversationActivity
        {
            ConversationId = conversation.Id,
            Sequence = sequence,
            At = now,
            Content = _sealer.Seal(content, ConversationActivity.Place(conversation.Id, sequence)),
            Mark = mark,
            IsWaiting = isWaiting,
        });
        return sequence;
    }

    private void Remember(Conversation conversation, string? content, DateTimeOffset now)
    {
        conversation.State = content is null ? null : _sealer.Seal(content, Conversation.StatePlace(conversation.Id));
        (conversation.StateVersion, conversation.StateChangedAt) = (conversation.StateVersion + 1, now);
    }

    private KeptActivity Opened(ConversationActivity activity) =>
        new(activity.Sequence, activity.At, _sealer.Open(activity.Content, ConversationActivity.Place(activity.ConversationId, activity.Sequence)));

    private KeptMemory Memory(Conversation conversation) => new(
        conversation.State is { } state && conversation.StateChangedAt >= _time.GetUtcNow() - TimeSpan.FromDays(_options.MemoryDays)
            ? _sealer.Open(state, Conversation.StatePlace(conversation.Id))
            : null,
        conversation.StateVersion);

    private string Owner(string channel, string user) => _sealer.Fingerprint($"{channel}.user", user);
}
