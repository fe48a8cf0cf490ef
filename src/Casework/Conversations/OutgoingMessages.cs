using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Conversations;

/// <summary>
/// Texts on their way to citizens. Those of one conversation are sent one after the other in their order, however many servers run; each at least once: a
/// server that dies between sending and noting it has it sent again. Thread safe.
/// </summary>
public sealed class OutgoingMessages
{
    private const int ConversationsAtOnce = 8;
    private const int MostConversations = 200;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;

    internal OutgoingMessages(CaseworkStore store, Sealer sealer, TimeProvider time) => (_store, _sealer, _time) = (store, sealer, time);

    /// <summary>Puts texts down to be sent.</summary>
    /// <returns>False when the conversation has no address (any more).</returns>
    public Task<bool> AddAsync(string conversationId, IReadOnlyList<string> texts, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var channel = await context.Set<ChannelAddress>().Where(address => address.ConversationId == conversationId).Select(address => address.Channel).SingleOrDefaultAsync(token);
            if (channel is null)
                return false;
            context.AddRange(Rows(_sealer, channel, conversationId, texts, _time.GetUtcNow()));
            return true;
        },
        cancellation);

    /// <summary>The citizen's id on the channel. Null when nothing is known, or it was forgotten. Personal data.</summary>
    public async Task<string?> AddressAsync(string conversationId, CancellationToken cancellation)
    {
        var user = await _store.ReadAsync(
            (context, token) => context.Set<ChannelAddress>().Where(address => address.ConversationId == conversationId).Select(address => address.User).SingleOrDefaultAsync(token),
            cancellation);
        return user is null ? null : _sealer.Open(user, ChannelAddress.Place(conversationId));
    }

    /// <summary>Forgets where a conversation is sent to, and what was still to be sent.</summary>
    public Task<int> ForgetAsync(string conversationId, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
            await context.Set<ChannelAddress>().Where(address => address.ConversationId == conversationId).ExecuteDeleteAsync(token)
            + await context.Set<OutgoingMessage>().Where(message => message.ConversationId == conversationId).ExecuteDeleteAsync(token),
        cancellation);

    /// <summary>Sends what is due on a channel and at no other server's hand.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="lease">How long one text may take before another server takes over.</param>
    /// <param name="send">Sends a text to a citizen's id on the channel.</param>
    /// <param name="cancellation">Stops after the text at hand.</param>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(string channel, TimeSpan lease, Func<OutgoingText, CancellationToken, Task<Sending>> send, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var conversations = await _store.ReadAsync(
            (context, token) => context.Set<OutgoingMessage>().Where(message => message.Channel == channel && message.State == OutgoingState.Pending && message.DueAt <= now)
                .Select(message => message.ConversationId).Distinct().Take(MostConversations).ToListAsync(token),
            cancellation);
        var sent = 0;
        await Parallel.ForEachAsync(
            conversations,
            new ParallelOptions { MaxDegreeOfParallelism = ConversationsAtOnce, CancellationToken = cancellation },
            async (conversation, token) => Interlocked.Add(ref sent, await SendConversationAsync(conversation, lease, send, token)));
        return sent;
    }

    /// <summary>Sends what is due to one conversation, unless another server is at it. Gives how many were sent.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="lease">How long one text may take before another server takes over.</param>
    /// <param name="send">Sends a text to a citizen's id on the channel.</param>
    /// <param name="cancellation">Stops after the text at hand.</param>
    public async Task<int> SendConversationAsync(
        string conversation, TimeSpan lease, Func<OutgoingText, CancellationToken, Task<Sending>> send, CancellationToken cancellation)
    {
        var me = Guid.NewGuid();
        var sent = 0;
        while (await LeaseAsync(conversation, me, lease, cancellation) && await NextAsync(conversation, cancellation) is { } next)
        {
            var sending = await send(next.Text, cancellation);
            await NoteAsync(next.Id, sending, CancellationToken.None);
            if (sending.Outcome == SendOutcome.Again)
                break;
            sent += sending.Outcome == SendOutcome.Sent ? 1 : 0;
        }

        await ReleaseAsync(conversation, me);
        return sent;
    }

    internal static IEnumerable<OutgoingMessage> Rows(Sealer sealer, string channel, string conversationId, IEnumerable<string> texts, DateTimeOffset now) =>
        texts.Select((text, place) =>
        {
            var id = Guid.CreateVersion7();
            return new OutgoingMessage
            {
                Id = id,
                Channel = channel,
                ConversationId = conversationId,
                CreatedAt = now,
                Place = place,
                DueAt = now,
                Content = sealer.Seal(text, Place(id)),
            };
        });

    private static string Place(Guid id) => $"outgoingMessage/{id:N}";

    private Task<bool> LeaseAsync(string conversation, Guid me, TimeSpan lease, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync(
            async (context, token) => await context.Set<ChannelAddress>()
                .Where(address => address.ConversationId == conversation && (address.Sender == null || address.Sender == me || address.SendingUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(address => address.Sender, me).SetProperty(address => address.SendingUntil, now + lease), token) == 1,
            cancellation);
    }

    private Task<int> ReleaseAsync(string conversation, Guid me) => _store.WriteAsync(
        (context, token) => context.Set<ChannelAddress>().Where(address => address.ConversationId == conversation && address.Sender == me)
            .ExecuteUpdateAsync(set => set.SetProperty(address => address.Sender, (Guid?)null), token),
        CancellationToken.None);

    /// <summary>The oldest text of the conversation. Null when there is none, or it is not due yet.</summary>
    private async Task<(Guid Id, OutgoingText Text)?> NextAsync(string conversation, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var found = await _store.ReadAsync(
            async (context, token) => new
            {
                Message = await context.Set<OutgoingMessage>().Where(message => message.ConversationId == conversation && message.State == OutgoingState.Pending)
                    .OrderBy(message => message.CreatedAt).ThenBy(message => message.Place).FirstOrDefaultAsync(token),
                Address = await context.Set<ChannelAddress>().SingleOrDefaultAsync(address => address.ConversationId == conversation, token),
            },
            cancellation);
        if (found is not { Message: { Content: { } content } message, Address: { } address } || message.DueAt > now)
            return null;
        return (message.Id, new OutgoingText(_sealer.Open(address.User, ChannelAddress.Place(conversation)), _sealer.Open(content, Place(message.Id)), message.Attempts));
    }

    private Task<int> NoteAsync(Guid id, Sending sending, CancellationToken cancellation)
    {
        var due = _time.GetUtcNow() + sending.After;
        return _store.WriteAsync(
            async (context, token) =>
            {
                if (await context.Set<OutgoingMessage>().SingleOrDefaultAsync(message => message.Id == id, token) is not { } message)
                    return 0;
                message.Attempts++;
                (message.State, message.Failure) = sending.Outcome switch
                {
                    SendOutcome.Sent => (OutgoingState.Sent, null),
                    SendOutcome.Never => (OutgoingState.Failed, sending.Code),
                    _ => (OutgoingState.Pending, null),
                };
                (message.DueAt, message.Content) = (due, message.State == OutgoingState.Pending ? message.Content : null);
                return 1;
            },
            cancellation);
    }
}

/// <summary>A text to be sent.</summary>
/// <param name="User">The citizen's id on the channel: personal data.</param>
/// <param name="Text">What is said.</param>
/// <param name="Attempts">How often it was tried before.</param>
public sealed record OutgoingText(string User, string Text, int Attempts);

/// <summary>What became of a sending.</summary>
/// <param name="Outcome">Whether it is done.</param>
/// <param name="Code">Stable code of what was wrong; null when nothing was.</param>
/// <param name="After">How long to wait before it is tried again.</param>
public sealed record Sending(SendOutcome Outcome, string? Code = null, TimeSpan After = default);

/// <summary>Kinds of endings of a sending.</summary>
public enum SendOutcome
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>To be tried again later.</summary>
    Again,

    /// <summary>It will not go.</summary>
    Never,
}
