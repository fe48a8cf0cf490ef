using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Editing;

/// <summary>
/// The corpus in use with one entry that is not yet in it, to ask it questions. Lives in memory; takes a second or two to make when the articles stay the same.
/// Thread safe.
/// </summary>
public sealed class Trial : IDisposable
{
    private const int MostLike = 5;

    private readonly KnowledgeIndex _index;
    private readonly Answerer _answerer;
    private readonly QuestionLikeness _likeness;
    private readonly ProposedEntry _entry;

    private Trial(KnowledgeIndex index, ProposedEntry entry) =>
        (_index, _answerer, _likeness, _entry) = (index, new Answerer(index), new QuestionLikeness(index), entry);

    /// <summary>Puts an entry into the corpus in use, for this trial only.</summary>
    /// <exception cref="ArgumentException">The entry has mistakes of format.</exception>
    public static Trial Of(ProposedEntry entry, KnowledgeBase.Loaded loaded, CancellationToken cancellationToken)
    {
        if (entry.Problems.Count > 0)
            throw new ArgumentException(entry.Problems[0].Reason, nameof(entry));
        return new Trial(KnowledgeIndex.BuildInMemory(entry.In(loaded.Index.Corpus), loaded.Index, cancellationToken), entry);
    }

    /// <summary>What a citizen would be answered.</summary>
    /// <exception cref="ArgumentException">The question is refused (<see cref="Answerer.Refuse"/>).</exception>
    public TrialAnswer Ask(string question, DateOnly today)
    {
        var answer = _answerer.Answer(question, today, today);
        var like = _likeness.Find(question);
        return new TrialAnswer(answer, Uses(answer), [.. like.DistinctBy(each => each.Asked.Faq?.Question ?? each.Asked.Text, StringComparer.Ordinal).Take(MostLike)]);
    }

    /// <inheritdoc />
    public void Dispose() => _index.Dispose();

    private bool Uses(Answer answer) => _entry.Name.Article is { } article
        ? answer.Citations.Any(citation => citation.Entry.Key == article)
        : answer.Faq is { } faq && faq == _entry.Name.FaqId;
}

/// <summary>What a trial gave.</summary>
/// <param name="Answer">The answer as a citizen would get it.</param>
/// <param name="UsesEntry">True when it comes from the entry on trial; of a note, when it cites its article.</param>
/// <param name="Like">The nearest ways of asking in the corpus, most alike first: where the answer might have gone instead.</param>
public sealed record TrialAnswer(Answer Answer, bool UsesEntry, IReadOnlyList<LikeQuestion> Like);
