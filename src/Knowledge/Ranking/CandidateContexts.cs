using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Matches a question with the texts of its candidates.</summary>
internal sealed class CandidateContexts(KnowledgeIndex index)
{
    private readonly AverageLengths _lengths = AverageLengths.Of(index.Articles);

    /// <summary>One context for each candidate, in their order.</summary>
    public List<RankingContext> Of(AnalyzedQuestion question, Retrieved retrieved)
    {
        var terms = QuestionTerms.From([(question.Text, 1)], index.Frequencies);
        var legal = QuestionTerms.From(question.Expansions.Select(expansion => (expansion.Term, expansion.Weight)), index.Frequencies);
        var counts = new int[Math.Max(terms.Terms.Count, legal.Terms.Count)];
        var bestSearch = retrieved.Candidates.Select(candidate => candidate.SearchScore).DefaultIfEmpty().Max();
        return [.. retrieved.Candidates.Select(candidate => ContextOf(question, candidate, terms, legal, bestSearch, counts))];
    }

    private RankingContext ContextOf(
        AnalyzedQuestion question, Candidate candidate, QuestionTerms terms, QuestionTerms legal, double bestSearch, int[] counts)
    {
        var (text, note) = (candidate.Entry.Text, candidate.Entry.Note);
        var gist = note is null ? null : ArticleFields.Note(note);
        return new RankingContext(
            question,
            candidate,
            TermMatch.Of(terms, text, _lengths.Text, counts),
            TermMatch.Of(terms, candidate.Entry.Key.Law + "\n" + ArticleFields.Headings(candidate.Entry), _lengths.Headings, counts),
            TermMatch.Of(terms, gist, _lengths.Note, counts),
            note is null ? default : TermMatch.Of(terms, ArticleFields.Ask(note), _lengths.Ask, counts),
            legal.Terms.Count == 0 ? default : TermMatch.Of(legal, text + "\n" + gist, _lengths.Text, counts),
            bestSearch)
        {
            QuestionMass = terms.Mass,
        };
    }
}

/// <summary>Average lengths of the fields of an article, in characters, at least 1.</summary>
internal sealed record AverageLengths(double Text, double Headings, double Note, double Ask)
{
    public static AverageLengths Of(ArticleTable articles)
    {
        var noted = articles.Entries.Where(entry => entry.Note is not null).Select(entry => entry.Note!).ToList();
        return new AverageLengths(
            Average(articles.Entries.Where(entry => entry.Text is not null).Select(entry => entry.Text!.Length)),
            Average(articles.Entries.Select(entry => entry.Key.Law.Length + ArticleFields.Headings(entry).Length)),
            Average(noted.Select(note => ArticleFields.Note(note).Length)),
            Average(noted.Select(note => ArticleFields.Ask(note).Length)));
    }

    private static double Average(IEnumerable<int> lengths) => Math.Max(1, lengths.DefaultIfEmpty(1).Average());
}
