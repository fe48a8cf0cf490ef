namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Who of two was first: the work that writes its answer down for the reply, or the call that gave the reply without it. Decided in this process, because
/// both are in it and a busy store must not hold up the reply.
/// </summary>
internal sealed class WeChatTicket
{
    private const int Open = 0;
    private const int ForReply = 1;
    private const int ForLater = 2;

    private readonly TaskCompletionSource<string?> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    /// <summary>The text for the reply; null when the answer is sent later, there is none, or another server has it.</summary>
    public Task<string?> Reply => _reply.Task;

    /// <summary>True when the answer goes into the reply, which from now on waits for it.</summary>
    public bool MayReply() => Interlocked.CompareExchange(ref _state, ForReply, Open) != ForLater;

    /// <summary>True when the reply is given without the answer; false when the answer is just being written down.</summary>
    public bool GoOnWithout() => Interlocked.CompareExchange(ref _state, ForLater, Open) != ForReply;

    public void Complete(string? text) => _reply.TrySetResult(text);

    public void Fail(Exception exception)
    {
        _reply.TrySetException(exception);
        // Nobody may be waiting any more.
        _ = _reply.Task.Exception;
    }
}
