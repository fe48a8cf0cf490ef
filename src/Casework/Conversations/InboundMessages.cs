using System.Text.Json;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Conversations;

/// <summary>
/// Messages of channels that deliver the same message again until it is answered. However many servers run, each is answered once: the database decides who
/// works on it and whether its answer goes into the reply or is sent later. Thread safe.
/// </summary>
public sealed class InboundMessages
{
    private const int Tries = 4;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;

    internal InboundMessages(CaseworkStore store, Sealer sealer, TimeProvider time) => (_store, _sealer, _time) = (store, sealer, time);

    /// <summary>The id of a citizen's conversation on a channel: always the same, and telling nothing of the citizen's id there.</summary>
    /// <param name="channel">Such as "wechat"; at most 20 characters.</param>
    /// <param name="user">The citizen's id on the channel.</param>
    public string ConversationId(string channel, string user) => $"{channel}-{_sealer.Fingerprint($"{channel}.user", user)}";

    /// <summary>Takes a delivery in, or tells how far the work on an earlier delivery of the same message is.</summary>
    public async Task<Arrival> BeginAsync(Delivery delivery, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _store.WriteAsync((context, token) => TakeInAsync(context, delivery, token), cancellation);
            }
            catch (UniqueViolationException) when (attempt < Tries)
            {
                // Another try of the same message came in at the same moment: now its row is there to be seen.
            }
        }
    }

    /// <summary>How far the work on a message is. Null when there is no such message.</summary>
    public async Task<Progress?> FindAsync(string id, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var found = await _store.ReadAsync(
            (context, token) => context.Set<InboundMessage>().Where(message => message.Id == id)
                .Select(message => new { message.State, message.Reply, IsAbandoned = message.LeasedUntil < now }).SingleOrDefaultAsync(token),
            cancellation);
        return found is null ? null : new Progress(found.State, Open(id, found.Reply), found.State != InboundState.Answered && found.IsAbandoned);
    }

    /// <summary>Says that the reply is given without the answer. False when the answer is there already, or somebody else works on the message.</summary>
    /// <param name="arrival">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="lease">How much longer the work may take.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<bool> AnswerLaterAsync(Arrival arrival, TimeSpan lease, CancellationToken cancellation)
    {
        var until = _time.GetUtcNow() + lease;
        return _store.WriteAsync(
            async (context, token) => await Mine(context, arrival, InboundState.Working)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, InboundState.Later).SetProperty(message => message.LeasedUntil, until), token) == 1,
            cancellation);
    }

    /// <summary>Ends the work: the first text is for the reply unless that was given already; all else is put down to be sent.</summary>
    /// <param name="arrival">What <see cref="BeginAsync"/> or <see cref="TakeAbandonedAsync"/> gave.</param>
    /// <param name="texts">The answer in messages; empty says nothing.</param>
    /// <param name="choices">What the numbers 1, 2, 3... of the answer stand for.</param>
    /// <param name="mayReply">Asked when it is being written down: false when the reply has just been given without the answer.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<Completion> CompleteAsync(
        Arrival arrival, IReadOnlyList<string> texts, IReadOnlyList<string> choices, Func<bool> mayReply, CancellationToken cancellation) =>
        _store.WriteAsync(
            async (context, token) =>
            {
                var reply = texts.Count == 0 ? null : _sealer.Seal(texts[0], Place(arrival.Id));
                var inTime = mayReply() && await EndAsync(Mine(context, arrival, InboundState.Working), reply, token);
                if (!inTime && !await EndAsync(Mine(context, arrival), null, token))
                    return Completion.TakenOver;
                var further = inTime ? texts.Skip(1) : texts;
                context.AddRange(OutgoingMessages.Rows(_sealer, arrival.Channel, arrival.ConversationId, further, _time.GetUtcNow()));
                var chosen = choices.Count == 0 ? null : _sealer.Seal(JsonSerializer.Serialize(choices), ChannelAddress.Place(arrival.ConversationId));
                await context.Set<ChannelAddress>().Where(address => address.ConversationId == arrival.ConversationId)
                    .ExecuteUpdateAsync(set => set.SetProperty(address => address.Choices, chosen), token);
                return inTime ? Completion.InReply : Completion.Later;
            },
            cancellation);

    /// <summary>Takes over a message whose server died while it worked on it; its answer is sent later. Null when there is none.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="lease">How long the work may take.</param>
    /// <param name="repeatsFor">How long the channel itself delivers again: as long as this after the lease, the message is left to such a delivery.</param>
    /// <param name="mostAttempts">What was begun this often is left alone: it may be what kills the servers.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<(Arrival Arrival, string Content)?> TakeAbandonedAsync(
        string channel, TimeSpan lease, TimeSpan repeatsFor, int mostAttempts, CancellationToken cancellation)
    {
        var (now, worker) = (_time.GetUtcNow(), Guid.NewGuid());
        var silent = now - repeatsFor;
        var taken = await _store.WriteAsync(
            async (context, token) =>
            {
                var abandoned = context.Set<InboundMessage>().Where(message => message.Channel == channel
                    && ((message.State == InboundState.Later && message.LeasedUntil < now) || (message.State == InboundState.Working && message.LeasedUntil < silent)));
                var message = await abandoned.Where(one => one.Attempts < mostAttempts).OrderBy(one => one.ReceivedAt).AsNoTracking().FirstOrDefaultAsync(token);
                if (message is null)
                    return null;
                var isMine = await abandoned.Where(one => one.Id == message.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Worker, worker).SetProperty(one => one.LeasedUntil, now + lease)
                        .SetProperty(one => one.Attempts, one => one.Attempts + 1).SetProperty(one => one.State, InboundState.Later),
                    token) == 1;
                return isMine ? message : null;
            },
            cancellation);
        return taken is null
            ? null
            : (new Arrival(ArrivalKind.First, taken.Id, taken.Channel, taken.ConversationId, worker), Open(taken.Id, taken.Content) ?? "");
    }

    /// <summary>Forgets messages and signatures older than a time.</summary>
    public Task<int> RemoveOldAsync(DateTimeOffset before, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
            await context.Set<InboundMessage>().Where(message => message.ReceivedAt < before).ExecuteDeleteAsync(token)
            + await context.Set<ChannelNonce>().Where(nonce => nonce.SeenAt < before).ExecuteDeleteAsync(token)
            + await context.Set<OutgoingMessage>().Where(message => message.CreatedAt < before && message.State != OutgoingState.Pending).ExecuteDeleteAsync(token),
        cancellation);

    private static string Place(string id) => $"inboundMessage/{id}";

    private static IQueryable<InboundMessage> Mine(CaseworkContext context, Arrival arrival, InboundState state) =>
        context.Set<InboundMessage>().Where(message => message.Id == arrival.Id && message.Worker == arrival.Worker && message.State == state);

    private static IQueryable<InboundMessage> Mine(CaseworkContext context, Arrival arrival) =>
        context.Set<InboundMessage>().Where(message => message.Id == arrival.Id && message.Worker == arrival.Worker && message.State != InboundState.Answered);

    private static async Task<bool> EndAsync(IQueryable<InboundMessage> messages, byte[]? reply, CancellationToken cancellation) =>
        await messages.ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, InboundState.Answered).SetProperty(message => message.Reply, reply)
                .SetProperty(message => message.Content, (byte[]?)null),
            cancellation) == 1;

    private string? Open(string id, byte[]? box) => box is null ? null : _sealer.Open(box, Place(id));

    private async Task<Arrival> TakeInAsync(CaseworkContext context, Delivery delivery, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var id = _sealer.Fingerprint($"{delivery.Channel}.message", delivery.RepetitionKey);
        var conversation = ConversationId(delivery.Channel, delivery.User);
        var first = new Arrival(ArrivalKind.First, id, delivery.Channel, conversation, Guid.NewGuid());
        if (!await IsFreshAsync(context, delivery, now, cancellation))
            return first with { Kind = ArrivalKind.Replayed };
        var known = await context.Set<InboundMessage>().AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancellation);
        if (known is { State: InboundState.Working } && known.LeasedUntil < now && await TakeOverAsync(context, known, first.Worker, now + delivery.Lease, cancellation))
            return first;
        if (known is not null)
            return first with { Kind = ArrivalKind.Repeated };
        context.Add(new InboundMessage
        {
            Id = id,
            Channel = delivery.Channel,
            ConversationId = conversation,
            ReceivedAt = now,
            State = InboundState.Working,
            Worker = first.Worker,
            LeasedUntil = now + delivery.Lease,
            Content = _sealer.Seal(delivery.Content, Place(id)),
        });
        return first with { Choices = await RememberAsync(context, delivery, conversation, now, cancellation) };
    }

    /// <summary>False when the call's signature was already used for other content.</summary>
    private async Task<bool> IsFreshAsync(CaseworkContext context, Delivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = _sealer.Fingerprint($"{delivery.Channel}.nonce", delivery.Nonce);
        var content = _sealer.Fingerprint($"{delivery.Channel}.content", delivery.Content);
        var seen = await context.Set<ChannelNonce>().AsNoTracking().SingleOrDefaultAsync(nonce => nonce.Id == id, cancellation);
        if (seen is null)
            context.Add(new ChannelNonce { Id = id, Content = content, SeenAt = now });
        return seen is null || seen.Content == content;
    }

    private static async Task<bool> TakeOverAsync(CaseworkContext context, InboundMessage known, Guid worker, DateTimeOffset until, CancellationToken cancellation) =>
        await context.Set<InboundMessage>().Where(message => message.Id == known.Id && message.Worker == known.Worker && message.State == InboundState.Working)
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.Worker, worker).SetProperty(message => message.LeasedUntil, until)
                    .SetProperty(message => message.Attempts, message => message.Attempts + 1),
                cancellation) == 1;

    private async Task<IReadOnlyList<string>> RememberAsync(CaseworkContext context, Delivery delivery, string conversation, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = await context.Set<ChannelAddress>().SingleOrDefaultAsync(one => one.ConversationId == conversation, cancellation);
        if (address is null)
        {
            context.Add(new ChannelAddress
            {
                ConversationId = conversation,
                Channel = delivery.Channel,
                User = _sealer.Seal(delivery.User, ChannelAddress.Place(conversation)),
                LastMessageAt = now,
            });
            return [];
        }

        address.LastMessageAt = now;
        return address.Choices is null ? [] : JsonSerializer.Deserialize<List<string>>(_sealer.Open(address.Choices, ChannelAddress.Place(conversation))) ?? [];
    }
}
