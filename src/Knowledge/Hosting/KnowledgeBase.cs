using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Hosting;

/// <summary>The corpus as it is now. Swapped as a whole when the corpus changes; who has taken it keeps what he took.</summary>
public sealed class KnowledgeBase : IDisposable
{
    private readonly SemaphoreSlim _look = new(0);
    private volatile Loaded? _current;

    /// <summary>Null until the first corpus is loaded.</summary>
    public Loaded? Current => _current;

    /// <summary>What went wrong at the last attempt to load; null when it went well. The corpus before it is still in use.</summary>
    public string? LastFailure { get; internal set; }

    /// <summary>Has the corpus folders looked at now instead of at the next time: somebody has just changed one.</summary>
    public void LookNow() => _look.Release();

    /// <summary>Comes back when it is time to look at the folders again.</summary>
    internal async Task NextLookAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(pause, time, asked.Token), _look.WaitAsync(asked.Token));
        await asked.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Puts a corpus in the place of the one before. The old index is left to the garbage collector, because questions may still be in it.</summary>
    internal void Swap(Loaded loaded) => _current = loaded;

    /// <inheritdoc />
    public void Dispose() => _look.Dispose();

    /// <summary>A loaded corpus.</summary>
    /// <param name="Index">The corpus, searchable.</param>
    /// <param name="Answerer">Answers from it.</param>
    /// <param name="Fingerprint">Changes when the corpus does.</param>
    public sealed record Loaded(KnowledgeIndex Index, Answerer Answerer, string Fingerprint);
}
