using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Hosting;

/// <summary>The corpus as it is now. Swapped as a whole when the corpus changes; who has taken it keeps what he took.</summary>
public sealed class KnowledgeBase
{
    private volatile Loaded? _current;

    /// <summary>Null until the first corpus is loaded.</summary>
    public Loaded? Current => _current;

    /// <summary>What went wrong at the last attempt to load; null when it went well. The corpus before it is still in use.</summary>
    public string? LastFailure { get; internal set; }

    /// <summary>Puts a corpus in the place of the one before. The old index is left to the garbage collector, because questions may still be in it.</summary>
    internal void Swap(Loaded loaded) => _current = loaded;

    /// <summary>A loaded corpus.</summary>
    /// <param name="Index">The corpus, searchable.</param>
    /// <param name="Answerer">Answers from it.</param>
    /// <param name="Fingerprint">Changes when the corpus does.</param>
    public sealed record Loaded(KnowledgeIndex Index, Answerer Answerer, string Fingerprint);
}
