using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>
/// Judges what a language model wrote, sentence by sentence, against the articles it cites. What it may say and how it was measured stands in
/// docs/decisions/0025. Safe for many threads.
/// </summary>
internal sealed class ModelTextGuard
{
    /// <summary>A sentence that cites an article says at least so much of what the article says (bench/README.md).</summary>
    private const double CitedCover = 0.3;

    /// <summary>The same for what is said of the law without an article of its own.</summary>
    private const double UncitedCover = 0.5;

    /// <summary>The same for a sentence that says nothing of the law.</summary>
    private const double PlainCover = 0.4;

    /// <summary>Most characters of a yes or no in the words of the question.</summary>
    private const int LongestYesOrNo = 12;

    /// <summary>How much of it stands in the question and the passages.</summary>
    private const double YesOrNoCover = 0.6;

    /// <summary>When less than this share of what was said may be shown, the rest may mislead without it.</summary>
    private const double LeastKept = 0.5;

    private readonly DraftReader _reader;
    private readonly NumberGuard _numbers;
    private readonly WordingGuard _wording;
    private readonly SuspicionGuard _suspicions;
    private readonly ClaimSpotter _claims;
    private readonly LawNameSpotter _names;

    /// <summary>Prepares for a corpus.</summary>
    public ModelTextGuard(KnowledgeIndex index)
    {
        _names = new LawNameSpotter(index.Articles.Laws);
        var hotlines = index.Corpus.Answers?.Hotlines ?? [];
        _reader = new DraftReader(_names);
        _numbers = new NumberGuard(hotlines.Select(hotline => decimal.Parse(hotline.Number, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());
        _wording = new WordingGuard(index.Frequencies);
        _suspicions = new SuspicionGuard(index.Corpus.Prompts, hotlines);
        _claims = new ClaimSpotter(index.Corpus.Prompts);
    }

    /// <summary>Every sentence with what is wrong with it.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="passages">The articles it cites, all of them retrieved and in force.</param>
    /// <param name="day">The asked day.</param>
    public IReadOnlyList<(DraftSentence Sentence, SentenceFault Fault)> Judge(string text, string question, IReadOnlyList<Passage> passages, DateOnly day)
    {
        var sentences = _reader.Read(text, [.. passages.Select(passage => passage.Key)]).ToList();
        var judged = new List<(DraftSentence Sentence, SentenceFault Fault)>();
        foreach (var sentence in sentences)
        {
            var own = passages.Where(passage => sentence.Named.Contains(passage.Key)).ToList();
            var beside = sentences.Where(other => other.Paragraph == sentence.Paragraph).SelectMany(other => other.Named).ToHashSet();
            var near = own.Count > 0 ? own : passages.Where(passage => beside.Contains(passage.Key)).ToList();
            judged.Add((sentence, Judge(sentence, near.Count > 0 ? near : passages, passages, question, day, judged)));
        }

        return judged;
    }

    /// <summary>What is left of a judged text; null when it must not be shown.</summary>
    public static IReadOnlyList<DraftSentence>? Keep(IReadOnlyList<(DraftSentence Sentence, SentenceFault Fault)> judged)
    {
        if (judged.Any(each => each.Fault is SentenceFault.Order or SentenceFault.Lure or SentenceFault.Leak))
            return null;
        // What answers the question is said first. When that falls, the rest does not answer.
        if (judged.FirstOrDefault(each => each.Sentence.Says) is not { Sentence: not null, Fault: SentenceFault.None })
            return null;
        var kept = judged.Where(each => each.Fault == SentenceFault.None).Select(each => each.Sentence).ToList();
        var (said, shown) = (judged.Sum(each => each.Sentence.Words.Length), kept.Sum(sentence => sentence.Words.Length));
        return shown >= LeastKept * said ? kept : null;
    }

    private SentenceFault Judge(
        DraftSentence sentence,
        IReadOnlyList<Passage> near,
        IReadOnlyList<Passage> all,
        string question,
        DateOnly day,
        List<(DraftSentence Sentence, SentenceFault Fault)> before)
    {
        if (_suspicions.Judge(sentence.Text, all) is not SentenceFault.None and var suspicion)
            return suspicion;
        if (!sentence.Others.All(other => near.Any(passage => passage.Mentions(other))))
            return SentenceFault.Article;
        if (!sentence.Laws.All(law => IsOfThePassages(law, all)))
            return SentenceFault.Law;
        if (!sentence.Says)
            return before.Count > 0 && before[^1].Fault != SentenceFault.None ? SentenceFault.Orphan : SentenceFault.None;
        if (!_numbers.Supports(sentence.Words, question, near, day))
            return SentenceFault.Number;
        return IsCovered(sentence, near, question) ? SentenceFault.None : SentenceFault.Content;
    }

    private bool IsCovered(DraftSentence sentence, IReadOnlyList<Passage> near, string question)
    {
        var kind = _claims.KindOf(sentence.Words);
        if (sentence.Named.Count == 0 && kind == SentenceKind.Advice)
            return true;
        var wording = string.Join('\n', near.Select(passage => passage.Wording));
        // 不会自动离婚: yes or no, in the words of the question.
        if (sentence.Named.Count == 0 && sentence.Words.Count(Normalizer.IsHan) <= LongestYesOrNo && _wording.Covered(sentence.Words, question + "\n" + wording) >= YesOrNoCover)
            return true;
        var least = sentence.Named.Count > 0 ? CitedCover : kind == SentenceKind.Claim ? UncitedCover : PlainCover;
        return _wording.Covered(sentence.Words, wording) >= least;
    }

    /// <summary>A law may be named when a passage is of it, or names it itself.</summary>
    private bool IsOfThePassages(string law, IReadOnlyList<Passage> passages) =>
        passages.Any(passage => passage.Key.Law == law || passage.Text.Contains(law, StringComparison.Ordinal) || _names.Spot(Normalizer.Normalize(passage.Text)).Any(spot => spot.Law == law));
}
