using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Answering;

/// <summary>The way of a question through one index: analyse, retrieve, rank, compose, guard. Safe for many threads.</summary>
public sealed class Answerer
{
    /// <summary>Most characters of a question.</summary>
    public const int LongestQuestion = 2000;

    private readonly AnswerTexts _texts;
    private readonly ArticleSearch _search;
    private readonly IComposer _composer;
    private readonly CitationGuard _guard;
    private readonly ArticleLookup _lookup;
    private readonly DangerSpotter _dangers;
    private readonly SmallTalkSpotter _smallTalk;
    private readonly NextSteps _nextSteps;

    /// <summary>Prepares a corpus for answering.</summary>
    /// <param name="index">The corpus, searchable.</param>
    /// <param name="composer">Null takes the one without a language model.</param>
    /// <exception cref="InvalidDataException">The corpus has no <c>answers</c>, so that nothing could be said.</exception>
    public Answerer(KnowledgeIndex index, IComposer? composer = null)
    {
        _texts = index.Corpus.Answers ?? throw new InvalidDataException("语料里没有 answers 文件夹");
        _search = new ArticleSearch(index);
        _composer = composer ?? new DefaultComposer(_texts.Outcomes);
        _guard = new CitationGuard(index.Articles);
        _lookup = new ArticleLookup(index.Articles, _texts.Outcomes);
        _dangers = new DangerSpotter(_texts.Dangers);
        _smallTalk = new SmallTalkSpotter(_texts.SmallTalk);
        _nextSteps = new NextSteps(_texts);
    }

    /// <summary>The stable code of what is wrong with a question before it is looked at; null when nothing is.</summary>
    public static string? Refuse(string? question) => question switch
    {
        null => "question.empty",
        { Length: > LongestQuestion } => "question.tooLong",
        _ => string.IsNullOrWhiteSpace(question) ? "question.empty" : null,
    };

    /// <summary>Answers a question by the law of one day.</summary>
    /// <param name="question">Any text of at most <see cref="LongestQuestion"/> characters.</param>
    /// <param name="day">The day whose law is asked for.</param>
    /// <param name="today">Today, to say so when another day was asked for.</param>
    /// <exception cref="ArgumentException">The question is refused (<see cref="Refuse"/>).</exception>
    public Answer Answer(string question, DateOnly day, DateOnly today)
    {
        if (Refuse(question) is { } code)
            throw new ArgumentException(code, nameof(question));
        var analyzed = _search.Analyze(question);
        var danger = _dangers.Spot(analyzed.Text);
        if (danger is null && WithoutSearching(analyzed, day) is { } ready)
            return ready;
        var answer = Search(question, analyzed, day);
        if (day != today && answer.Outcome == AnswerOutcome.Answered)
            answer = answer with { Text = _texts.Outcomes.Text("past", ("day", $"{day:yyyy年M月d日}")) + "\n" + answer.Text };
        return danger is null ? answer : Urgent(danger, answer);
    }

    private Answer? WithoutSearching(AnalyzedQuestion question, DateOnly day)
    {
        if (!question.Text.Any(char.IsLetterOrDigit))
            return Plain(AnswerOutcome.Unreadable, _texts.Outcomes.Text("unreadable"));
        if (_smallTalk.Spot(question.Text) is { } talk)
            return Plain(talk.NotLegal ? AnswerOutcome.NotLegal : AnswerOutcome.SmallTalk, talk.Text);
        if (_lookup.Find(question, day) is { } article)
            return article with { NextSteps = _nextSteps.For([]) };
        return question.Text.Any(Normalizer.IsHan) ? null : Plain(AnswerOutcome.Unreadable, _texts.Outcomes.Text("unreadable"));
    }

    private Answer Plain(AnswerOutcome outcome, string text) => new(outcome, text, [], _nextSteps.Suggestions(), 1, AnswerSource.None);

    private Answer Search(string question, AnalyzedQuestion analyzed, DateOnly day)
    {
        var material = new Material(question, day, _search.Find(analyzed, day));
        var draft = _composer.Compose(material);
        var guarded = draft is null ? null : _guard.Check(draft, material);
        if (draft is null || guarded is null || draft.Confidence < _texts.Outcomes.ClarifyFrom)
            return new Answer(AnswerOutcome.NoAnswer, _texts.Outcomes.Text("noAnswer"), [], _nextSteps.For(["legal-consultation"]), draft?.Confidence ?? 0, AnswerSource.None);
        if (draft.Confidence < _texts.Outcomes.AnswerFrom)
        {
            var choices = _nextSteps.Choices(material.Found.LikeQuestions);
            return new Answer(
                AnswerOutcome.Clarify, _texts.Outcomes.Text("clarify"), guarded.Citations, [.. choices, .. _nextSteps.For([])], draft.Confidence, draft.Source);
        }

        var text = guarded.Text + (guarded.IsStale ? "\n" + _texts.Outcomes.Text("stale") : "") + "\n" + _texts.Outcomes.Disclaimer;
        return new Answer(
            AnswerOutcome.Answered, text, guarded.Citations, _nextSteps.For(draft.Faq?.Services ?? ["legal-consultation"]), draft.Confidence, draft.Source);
    }

    /// <summary>Whom to call stands first; the law follows only when it was found for sure.</summary>
    private Answer Urgent(DangerRule danger, Answer answer)
    {
        var phones = _nextSteps.For(danger.Phones);
        return answer.Outcome == AnswerOutcome.Answered
            ? answer with
            {
                Outcome = AnswerOutcome.Urgent,
                Text = danger.Text + "\n\n" + answer.Text,
                NextSteps = [.. phones, .. answer.NextSteps.Where(step => !phones.Contains(step))],
            }
            : new Answer(AnswerOutcome.Urgent, danger.Text, [], phones, 1, AnswerSource.None);
    }
}
