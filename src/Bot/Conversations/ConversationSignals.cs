using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LegalService.Bot.Conversations;

/// <summary>
/// Wakes who waits for a conversation's next activity in this process. Only a short cut: an activity that another server kept is found by looking.
/// Thread safe.
/// </summary>
internal sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<Watch, string> _watches = new();

    /// <summary>How many wait.</summary>
    public int Count => _watches.Count;

    /// <summary>From now on no signal of the conversation is missed, until it is disposed.</summary>
    public Watch Open(string conversation)
    {
        var watch = new Watch(this);
        _watches[watch] = conversation;
        return watch;
    }

    public void Signal(string conversation)
    {
        foreach (var (watch, watched) in _watches)
        {
            if (watched == conversation)
                watch.Wake();
        }
    }

    internal sealed class Watch(ConversationSignals signals) : IDisposable
    {
        private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <summary>Returns at a signal since the last time, or after <paramref name="atMost"/>.</summary>
        public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            timeout.CancelAfter(atMost);
            try
            {
                await _wakes.Reader.ReadAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Time to look.
            }
        }

        public void Dispose() => signals._watches.TryRemove(this, out _);

        internal void Wake() => _wakes.Writer.TryWrite(true);
    }
}
