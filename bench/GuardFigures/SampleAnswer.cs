using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Law;

namespace LegalService.GuardFigures;

/// <summary>An answer as a model may write it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Given">The articles that the model was given or has looked up.</param>
/// <param name="Text">What it wrote, articles named.</param>
/// <param name="Origin">What it was made from, for the table.</param>
internal sealed record SampleAnswer(string Question, IReadOnlyList<ArticleKey> Given, string Text, string Origin)
{
    /// <summary>What was planted: a text that must not be shown; null in a sound answer.</summary>
    public string? Planted { get; init; }

    /// <summary>The kind of the fault; null in a sound answer.</summary>
    public string? Fault { get; init; }

    /// <summary>The sentences of the text.</summary>
    public IReadOnlyList<string> Parts => [.. Sentences.Of(Text)];
}
