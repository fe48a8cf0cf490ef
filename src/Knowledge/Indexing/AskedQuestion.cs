using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Indexing;

/// <summary>One way of asking, and what it asks about.</summary>
/// <param name="Text">The question.</param>
/// <param name="Articles">The articles that answer it, most important first.</param>
/// <param name="Faq">The FAQ entry it belongs to; null when it stands under a statute note.</param>
public sealed record AskedQuestion(string Text, IReadOnlyList<ArticleKey> Articles, FaqEntry? Faq)
{
    /// <summary>Every way of asking in a corpus.</summary>
    public static IReadOnlyList<AskedQuestion> From(LegalCorpus corpus) =>
    [
        .. corpus.Faq.SelectMany(entry => entry.OtherWays.Prepend(entry.Question).Select(way => new AskedQuestion(way, entry.Citations, entry))),
        .. from file in corpus.Notes
           from note in file.Notes
           from way in note.Questions
           select new AskedQuestion(way, [new ArticleKey(file.Law, note.Number)], null),
    ];
}
