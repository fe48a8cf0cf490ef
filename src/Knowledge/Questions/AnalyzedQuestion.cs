using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Questions;

/// <summary>A question, made ready for searching.</summary>
/// <param name="Text">What is searched: normalised, without courtesies, characters typed by mistake put right.</param>
/// <param name="Citations">Articles it names.</param>
/// <param name="Laws">Short titles of laws it names, with or without an article.</param>
/// <param name="Expansions">Legal terms its lay words stand for.</param>
/// <param name="Rest">What is left of the text when the names of laws and articles are taken out.</param>
public sealed record AnalyzedQuestion(
    string Text,
    IReadOnlyList<CitationInQuestion> Citations,
    IReadOnlyList<string> Laws,
    IReadOnlyList<Expansion> Expansions,
    string Rest)
{
    /// <summary>The normalised text with everything in it.</summary>
    public string Typed { get; init; } = Text;
}

/// <summary>An article that a question names.</summary>
/// <param name="Law">Short title; null when the question gives only a number.</param>
/// <param name="NameAsWritten">The name of the law as the question writes it; empty when it gives only a number.</param>
/// <param name="Number">The article number; null when it cannot be one (第0条, 第99999条).</param>
public sealed record CitationInQuestion(string? Law, string NameAsWritten, ArticleNumber? Number);

/// <summary>A legal term that a lay word in the question stands for.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">Above 0, at most 1.</param>
public sealed record Expansion(string Term, double Weight);
