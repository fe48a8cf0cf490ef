using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Makes a message that leans on what was said before a question that stands on its own, with the language model.</summary>
public interface IQuestionRewriter
{
    /// <summary>The question; null when no model is set, it is not through in time, or what it wrote is not the citizen's question any more.</summary>
    /// <param name="prompts">What the model is told; null asks none.</param>
    /// <param name="message">What was said.</param>
    /// <param name="before">The questions before it, the latest last.</param>
    /// <param name="patience">How long the citizen waits; null leaves it to the settings.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    Task<string?> RewriteAsync(ModelPrompts? prompts, string message, IReadOnlyList<string> before, Patience? patience, CancellationToken cancellation);
}
