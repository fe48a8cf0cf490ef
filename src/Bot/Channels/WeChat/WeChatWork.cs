using System.Collections.Concurrent;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>The work on messages, which goes on when the call that brought one has been answered. A server that stops waits for what is begun.</summary>
internal sealed class WeChatWork(
    WeChatAnswers answers, InboundMessages inbound, WeChatSending sending, IOptions<WeChatOptions> options, ILogger<WeChatWork> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _room = new(options.Value.AnswersAtOnce);

    /// <summary>Begins to answer a message.</summary>
    public WeChatTicket Begin(WeChatMessage message, Arrival arrival)
    {
        var ticket = new WeChatTicket();
        Track(() => RunAsync(message, arrival, ticket));
        return ticket;
    }

    /// <summary>Notes that the reply was given without the answer. Who waits for nothing more need not wait for this either.</summary>
    public void NoteLater(Arrival arrival) => Track(() => NoteLaterAsync(arrival));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is not ended when the host's patience is, another server takes over.
        await using var impatience = cancellationToken.Register(_stopping.Cancel);
        await Task.WhenAll(_running.Values);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _room.Dispose();
    }

    private void Track(Func<Task> work)
    {
        var id = Guid.NewGuid();
        var begun = new TaskCompletionSource();
        // Not the caller's thread: the bot may compute for a while before it first waits.
        _running[id] = Task.Run(async () =>
        {
            await begun.Task;
            await work();
            _running.TryRemove(id, out _);
        });
        begun.SetResult();
    }

    private async Task NoteLaterAsync(Arrival arrival)
    {
        try
        {
            await inbound.AnswerLaterAsync(arrival, options.Value.AnswerLaterWithin, _stopping.Token);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "It could not be noted that an answer is sent later");
        }
    }

    /// <summary>
    /// Answers compute. A burst of them at once would fill the threads' queue, and the replies that have to go without an answer would wait behind it.
    /// </summary>
    private async Task<Rendered> AnswerAsync(WeChatMessage message, Arrival arrival)
    {
        await _room.WaitAsync(_stopping.Token);
        try
        {
            return await answers.ToAsync(message, arrival, _stopping.Token);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task RunAsync(WeChatMessage message, Arrival arrival, WeChatTicket ticket)
    {
        try
        {
            var answer = await AnswerAsync(message, arrival);
            var parts = MessageSplitter.Split(answer.Text, options.Value.LongestText);
            var completion = await inbound.CompleteAsync(arrival, parts, answer.Choices, ticket.MayReply, _stopping.Token);
            ticket.Complete(completion == Completion.InReply && parts.Count > 0 ? parts[0] : null);
            if (parts.Count > 1 || (parts.Count == 1 && completion == Completion.Later))
                await sending.SendConversationAsync(arrival.ConversationId, _stopping.Token);
        }
        catch (Exception exception)
        {
            // What was not kept, WeChat's next try or another server takes up again; what was not sent is still put down.
            if (exception is not OperationCanceledException)
                logger.LogError(exception, "The answer to a message could not be kept or sent");
            ticket.Fail(exception);
        }
    }
}
