using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Training;

/// <summary>
/// Hides the notes of a third of the articles. Nearly every article that the training questions ask about has a note of ours, so that trees taught on
/// these questions alone learn that an article without a note is wrong; the questions to come will ask about articles that nobody has written on yet.
/// </summary>
internal static class Withholding
{
    private const int OneIn = 5;

    /// <summary>The corpus without the hidden notes, their ways of asking, and the FAQ entries that are mainly about such an article.</summary>
    public static LegalCorpus Of(LegalCorpus corpus) => corpus with
    {
        Notes = [.. corpus.Notes.Select(file => file with { Notes = [.. file.Notes.Where(note => !IsHidden(new ArticleKey(file.Law, note.Number)))] })],
        Faq = [.. corpus.Faq.Where(entry => entry.Citations.Count == 0 || !IsHidden(entry.Citations[0]))],
    };

    /// <summary>True for one law in five, and for one article in five of the others.</summary>
    public static bool IsHidden(ArticleKey article) => Hash(article.Law) % OneIn == 0 || Hash(article.ToString()) % OneIn == 0;

    /// <summary>The same on every machine and in every run, unlike a string's own.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u)) >> 8;
}
