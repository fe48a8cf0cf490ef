using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Checking;

/// <summary>
/// Enough ways of asking, and no way twice: a question that stands under two articles, or under two FAQ entries, has two answers, and which one
/// a citizen gets is chance. The same question under an FAQ entry and under an article that this entry cites is no contradiction.
/// </summary>
internal sealed class QuestionRule : ICheckRule
{
    private const int LeastForNote = 2;
    private const int LeastForEntry = 3;

    public IEnumerable<CorpusProblem> Check(CheckContext context) => Few(context.Shipped).Concat(Same(context.Shipped));

    private static IEnumerable<CorpusProblem> Few(LegalCorpus corpus)
    {
        foreach (var file in corpus.Notes)
        {
            foreach (var note in file.Notes.Where(note => note.Questions.Count < LeastForNote))
                yield return new CorpusProblem(file.File, note.Line, "check.fewQuestions", $"{note.Number}的问法不到两个");
        }

        foreach (var entry in corpus.Faq.Where(entry => entry.OtherWays.Count < LeastForEntry))
            yield return new CorpusProblem(entry.File, entry.Line, "check.fewQuestions", $"{entry.Id}：别的问法不到三个");
    }

    private static IEnumerable<CorpusProblem> Same(LegalCorpus corpus)
    {
        foreach (var same in Asked(corpus).GroupBy(asked => asked.Form, StringComparer.Ordinal))
        {
            var seen = new List<Place>();
            foreach (var place in same)
            {
                if (seen.Find(other => other.Contradicts(place)) is { } other)
                    yield return new CorpusProblem(place.File, place.Line, "check.sameQuestion", $"{place.Name}：“{place.Question}”在{other.Name}（{other.File}）里也有");
                seen.Add(place);
            }
        }
    }

    private static IEnumerable<Place> Asked(LegalCorpus corpus) =>
        (from file in corpus.Notes
         from note in file.Notes
         from question in note.Questions
         select new Place(file.File, note.Line, new ArticleKey(file.Law, note.Number).ToString(), question, null, [new(file.Law, note.Number)]))
        .Concat(
            from entry in corpus.Faq
            from question in entry.OtherWays.Prepend(entry.Question)
            select new Place(entry.File, entry.Line, entry.Id, question, entry.Id, entry.Citations));

    private sealed record Place(string File, int Line, string Name, string Question, string? Faq, IReadOnlyList<ArticleKey> Articles)
    {
        public string Form { get; } = Normalizer.WithoutPunctuation(Normalizer.Normalize(Question));

        public bool Contradicts(Place other) =>
            Name != other.Name && ((Faq is null) == (other.Faq is null) || !Articles.Intersect(other.Articles).Any());
    }
}
