using LegalService.Casework.Audit;
using LegalService.Casework.Feedback;
using LegalService.Casework.Handovers;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Unanswered;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Conversations;

/// <summary>
/// Removes at the citizen's wish what a conversation left behind (个人信息保护法第四十七条). What was handed in (requests, appointments) is not touched: that
/// is kept for its own time. Thread safe.
/// </summary>
public sealed class ConversationErasure
{
    private readonly CaseworkStore _store;
    private readonly ChannelLinks _links;
    private readonly UnansweredQuestions _unanswered;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;
    private readonly ConversationOptions _options;

    internal ConversationErasure(CaseworkStore store, ChannelLinks links, UnansweredQuestions unanswered, AuditTrail audit, TimeProvider time, IOptions<ConversationOptions> options) =>
        (_store, _links, _unanswered, _audit, _time, _options) = (store, links, unanswered, audit, time, options.Value);

    /// <summary>
    /// Removes everything but the message that is being answered, with which the conversation goes on: words, files, what the bot remembers, what is still to
    /// be sent, the wish for a person or a call, questions noted as unanswered, comments. The conversation follows no matter any more. Done twice it is the same.
    /// </summary>
    public Task<bool> ForgetAsync(string conversation, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            await ForgetWordsAsync(context, conversation, token);
            await ForgetPeopleAsync(context, conversation, token);
            await _unanswered.ForgetAsync(context, conversation, token);
            await _links.ForgetAsync(context, conversation, token);
            await context.Set<FeedbackEntry>().Where(entry => entry.Subject == conversation)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, (string?)null).SetProperty(entry => entry.Comment, (byte[]?)null), token);
            _audit.Record(context, Actor.Citizen, "conversation.forgotten", $"conversation/{conversation}");
            return true;
        },
        cancellation);

    /// <summary>Removes citizens' ids on channels that are no longer needed to reach them. Gives how many there were.</summary>
    public async Task<int> ForgetAddressesAsync(CancellationToken cancellation)
    {
        var before = _time.GetUtcNow() - TimeSpan.FromHours(_options.ReplyHours);
        var old = await _store.ReadAsync(
            (context, token) => context.Set<ChannelAddress>().Where(row => row.LastMessageAt < before).Select(row => row.ConversationId).ToListAsync(token),
            cancellation);
        var forgotten = 0;
        foreach (var conversation in old)
        {
            forgotten += await _store.WriteAsync(
                async (context, token) => await _links.IsFollowingAsync(context, conversation, token)
                    ? 0
                    : await context.Set<ChannelAddress>().Where(row => row.ConversationId == conversation && row.LastMessageAt < before).ExecuteDeleteAsync(token),
                cancellation);
        }

        return forgotten;
    }

    private static async Task ForgetWordsAsync(CaseworkContext context, string id, CancellationToken cancellation)
    {
        // The version stays: the turn that asks for this ends with it.
        await context.Set<Conversation>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, (byte[]?)null), cancellation);
        await context.Set<ConversationActivity>().Where(row => row.ConversationId == id && !row.IsWaiting).ExecuteDeleteAsync(cancellation);
        await context.Set<ConversationFile>().Where(row => row.ConversationId == id).ExecuteDeleteAsync(cancellation);
        await context.Set<InboundMessage>().Where(row => row.ConversationId == id && row.State == InboundState.Answered).ExecuteDeleteAsync(cancellation);
        await context.Set<OutgoingMessage>().Where(row => row.ConversationId == id).ExecuteDeleteAsync(cancellation);
        await context.Set<ChannelAddress>().Where(row => row.ConversationId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Choices, (byte[]?)null), cancellation);
    }

    private async Task ForgetPeopleAsync(CaseworkContext context, string id, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        await context.Set<Handover>().Where(row => row.Open == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, HandoverState.Cancelled).SetProperty(row => row.EndedAt, now).SetProperty(row => row.Open, (string?)null), cancellation);
        await context.Set<Handover>().Where(row => row.Conversation == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Conversation, ""), cancellation);
        await context.Set<Callback>().Where(row => row.Open == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, CallbackState.Withdrawn).SetProperty(row => row.EndedAt, now).SetProperty(row => row.Open, (string?)null), cancellation);
        await context.Set<Callback>().Where(row => row.Conversation == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Conversation, "").SetProperty(row => row.Phone, (byte[]?)null), cancellation);
    }
}
