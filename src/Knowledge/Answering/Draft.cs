using LegalService.Knowledge.Answering.FollowUps;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Answering;

/// <summary>An answer as a composer proposes it, not yet guarded.</summary>
/// <param name="Source">What it was made from.</param>
/// <param name="Text">The answer, without the line that says what it is not.</param>
/// <param name="Citations">The articles it says it rests on, most important first.</param>
/// <param name="Faq">The FAQ entry it was made from; else null.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Draft(AnswerSource Source, string Text, IReadOnlyList<ArticleKey> Citations, FaqEntry? Faq, double Confidence)
{
    /// <summary>Articles that were looked up while it was written, besides those of the material.</summary>
    public IReadOnlyList<ArticleKey> LookedUp { get; init; } = [];

    /// <summary>What stands in the text for what the citizen wrote (〔电话甲〕), put back once the guard has let it through.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What a composer may use.</summary>
/// <param name="Question">The question as it was asked.</param>
/// <param name="Day">The day whose law is asked for.</param>
/// <param name="Found">The retrieved articles and the ways of asking like the question.</param>
public sealed record Material(string Question, DateOnly Day, SearchResult Found)
{
    /// <summary>What was said, where <see cref="Question"/> was completed from what came before; else null.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>How long the citizen waits for a language model; null leaves it to the settings.</summary>
    public Patience? Patience { get; init; }
}

/// <summary>Writes an answer with a language model, from retrieved material and nothing else.</summary>
public interface IComposer
{
    /// <summary>The answer; null when the material gives none, or the model none in time. Never throws for what went wrong with the model.</summary>
    /// <param name="material">What it may use.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    Task<Draft?> ComposeAsync(Material material, CancellationToken cancellation);
}
