namespace LegalService.Bot.Conversations;

/// <summary>
/// One turn at a time for each conversation in this process, so that parallel messages do not compute the same answers. That every message is answered once
/// and in order is decided by the database. Thread safe.
/// </summary>
internal sealed class ConversationQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SemaphoreSlim Gate, int Users)> _gates = new(StringComparer.Ordinal);

    public async Task RunAsync(string conversation, Func<Task> work, CancellationToken cancellation)
    {
        var gate = Enter(conversation);
        try
        {
            await gate.WaitAsync(cancellation);
            try
            {
                await work();
            }
            finally
            {
                gate.Release();
            }
        }
        finally
        {
            Leave(conversation);
        }
    }

    private SemaphoreSlim Enter(string conversation)
    {
        lock (_lock)
        {
            var (gate, users) = _gates.GetValueOrDefault(conversation, (new SemaphoreSlim(1), 0));
            _gates[conversation] = (gate, users + 1);
            return gate;
        }
    }

    private void Leave(string conversation)
    {
        lock (_lock)
        {
            var (gate, users) = _gates[conversation];
            if (users > 1)
                _gates[conversation] = (gate, users - 1);
            else
                _gates.Remove(conversation);
        }
    }
}
