using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>A sentence of a model's draft, taken apart.</summary>
/// <param name="Text">As written, with its end mark and the white space after it.</param>
/// <param name="Words">What it says: without the names of articles, and of laws in 《》.</param>
/// <param name="Named">The articles it names, all of which the draft may cite.</param>
/// <param name="Others">The articles it names that the draft may not cite.</param>
/// <param name="Laws">Short titles of the laws it names, with or without an article; a title that nobody knows as it is written.</param>
/// <param name="Paragraph">The paragraph it stands in, from 0.</param>
internal sealed record DraftSentence(
    string Text, string Words, IReadOnlyList<ArticleKey> Named, IReadOnlyList<CitationInQuestion> Others, IReadOnlyList<string> Laws, int Paragraph)
{
    /// <summary>True when it says something itself, and does not only name where something stands.</summary>
    public bool Says => Words.Count(char.IsLetterOrDigit) > 4;
}
