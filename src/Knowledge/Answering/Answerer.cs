using LegalService.Knowledge.Answering.FollowUps;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Answering;

/// <summary>The way of a question through one index: analyse, retrieve, rank, compose, guard. Safe for many threads.</summary>
public sealed class Answerer
{
    /// <summary>Most characters of a question.</summary>
    public const int LongestQuestion = 2000;

    private readonly AnswerTexts _texts;
    private readonly ArticleTable _articles;
    private readonly ArticleSearch _search;
    private readonly DefaultComposer _composer;
    private readonly IComposer? _model;
    private readonly CitationGuard _guard;
    private readonly ArticleLookup _lookup;
    private readonly DangerSpotter _dangers;
    private readonly SmallTalkSpotter _smallTalk;
    private readonly NextSteps _nextSteps;
    private readonly FollowUpReader _followUps;
    private readonly IntentSpotter _intents;
    private readonly QuestionSplitter _splitter;

    /// <summary>Prepares a corpus for answering.</summary>
    /// <param name="index">The corpus, searchable.</param>
    /// <param name="model">Writes with a language model where it is waited for; what it leaves open, or the guard stops, is written without. Null asks none.</param>
    /// <exception cref="InvalidDataException">The corpus has no <c>answers</c>, so that nothing could be said.</exception>
    public Answerer(KnowledgeIndex index, IComposer? model = null)
        : this(index, new ArticleSearch(index), model)
    {
    }

    /// <summary>The same with a search of one's own.</summary>
    internal Answerer(KnowledgeIndex index, ArticleSearch search, IComposer? model)
    {
        _texts = index.Corpus.Answers ?? throw new InvalidDataException("语料里没有 answers 文件夹");
        _articles = index.Articles;
        _search = search;
        _composer = new DefaultComposer(_texts.Outcomes);
        _model = model;
        _guard = new CitationGuard(index);
        _lookup = new ArticleLookup(index.Articles, _texts.Outcomes);
        _dangers = new DangerSpotter(_texts.Dangers);
        _smallTalk = new SmallTalkSpotter(_texts.SmallTalk);
        _nextSteps = new NextSteps(_texts);
        _followUps = new FollowUpReader(_texts.FollowUps, search);
        _intents = new IntentSpotter(_texts.Intents.Rules);
        _splitter = new QuestionSplitter(_texts.Intents.Several);
    }

    /// <summary>The stable code of what is wrong with a question before it is looked at; null when nothing is.</summary>
    public static string? Refuse(string? question) => question switch
    {
        null => "question.empty",
        { Length: > LongestQuestion } => "question.tooLong",
        _ => string.IsNullOrWhiteSpace(question) ? "question.empty" : null,
    };

    /// <summary>The rule by which a message tells of danger; null when it does not. Then <see cref="Answer"/> says whom to call before anything else.</summary>
    public DangerRule? SpotDanger(string message) => _dangers.Spot(Normalizer.Normalize(message));

    /// <summary>The rule by which a message is small talk or a matter that is none of the law's; null when it is neither.</summary>
    public SmallTalkRule? SpotSmallTalk(string message) => _smallTalk.Spot(Normalizer.Normalize(message));

    /// <summary>The articles in force that fit a question best, for who answers it himself; fewer where fewer were found.</summary>
    public IReadOnlyList<ArticleEntry> Related(string question, DateOnly day, int most) =>
        Refuse(question) is null ? [.. _search.Find(_search.Analyze(question), day).Candidates.Take(most).Select(candidate => candidate.Entry)] : [];

    /// <summary>What a message wants beside an answer, one of <see cref="IntentIds"/>; null when it is none of them.</summary>
    public string? SpotIntent(string message) => _intents.Spot(message);

    /// <summary>The questions of a message, in its words and order, each with what was said for it; one when it asks only one thing.</summary>
    public IReadOnlyList<string> Split(string message) => _splitter.Split(message);

    /// <summary>Answers a question by the law of one day, without a language model.</summary>
    /// <param name="question">Any text of at most <see cref="LongestQuestion"/> characters.</param>
    /// <param name="day">The day whose law is asked for.</param>
    /// <param name="today">Today, to say so when another day was asked for.</param>
    /// <exception cref="ArgumentException">The question is refused (<see cref="Refuse"/>).</exception>
    public Answer Answer(string question, DateOnly day, DateOnly today)
    {
        var analyzed = Analyze(question);
        return Dated(Settle(analyzed, day) ?? Search(question, analyzed, day), day, today);
    }

    /// <summary>
    /// Answers a question by the law of one day, with the language model where there is one. Without one it is the same as <see cref="Answer"/>, and done when
    /// it returns.
    /// </summary>
    /// <param name="question">Any text of at most <see cref="LongestQuestion"/> characters.</param>
    /// <param name="day">The day whose law is asked for.</param>
    /// <param name="today">Today, to say so when another day was asked for.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <exception cref="ArgumentException">The question is refused (<see cref="Refuse"/>).</exception>
    public ValueTask<Answer> AnswerAsync(string question, DateOnly day, DateOnly today, CancellationToken cancellation) =>
        AnswerAsync(question, day, today, patience: null, cancellation);

    /// <summary>The same within what is left of a citizen's patience with the model; null leaves it to the settings.</summary>
    public async ValueTask<Answer> AnswerAsync(string question, DateOnly day, DateOnly today, Patience? patience, CancellationToken cancellation)
    {
        if (_model is null)
            return Answer(question, day, today);
        var analyzed = Analyze(question);
        return Dated(Settle(analyzed, day) ?? await SearchAsync(_model, new Material(question, day, _search.Find(analyzed, day)) { Patience = patience }, analyzed, cancellation), day, today);
    }

    /// <summary>Answers a message that leans on what was said before (<see cref="ReadFollowUp"/>); what was told already is not told again.</summary>
    /// <param name="followUp">The message, completed.</param>
    /// <param name="day">The day whose law is asked for.</param>
    /// <param name="today">Today, to say so when another day was asked for.</param>
    /// <param name="patience">How long the citizen waits for the model; null leaves it to the settings.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <exception cref="ArgumentException">The completed question is refused (<see cref="Refuse"/>).</exception>
    public async ValueTask<Answer> FollowAsync(FollowUp followUp, DateOnly day, DateOnly today, Patience? patience, CancellationToken cancellation)
    {
        var analyzed = Analyze(followUp.Question);
        var material = new Material(followUp.Question, day, _search.Find(_search.Analyze(followUp.Searched), day)) { FollowUp = followUp, Patience = patience };
        return Dated(_model is null ? Say(material, analyzed, Compose(material)) : await SearchAsync(_model, material, analyzed, cancellation), day, today);
    }

    /// <summary>The message made a question that stands on its own, where it leans on the one before; null when it does not.</summary>
    /// <param name="message">What was said.</param>
    /// <param name="topic">The question before it, complete.</param>
    /// <param name="day">The day whose law is asked for.</param>
    public FollowUp? ReadFollowUp(string message, string topic, DateOnly day) =>
        Refuse(topic + message) is null ? _followUps.Read(message, topic, day) : null;

    private async Task<Answer> SearchAsync(IComposer model, Material material, AnalyzedQuestion analyzed, CancellationToken cancellation)
    {
        var plain = Compose(material);
        var written = plain?.Draft.Confidence >= _texts.Outcomes.ClarifyFrom && !IsTooShort(analyzed) ? await WriteAsync(model, material, cancellation) : null;
        return Say(material, analyzed, written ?? plain);
    }

    private AnalyzedQuestion Analyze(string question) =>
        Refuse(question) is { } code ? throw new ArgumentException(code, nameof(question)) : _search.Analyze(question);

    private Answer Dated(Answer answer, DateOnly day, DateOnly today) => day != today && answer.Outcome is AnswerOutcome.Answered or AnswerOutcome.Article
        ? answer with { Text = _texts.Outcomes.Text("past", ("day", $"{day:yyyy年M月d日}")) + "\n" + answer.Text }
        : answer;

    /// <summary>The answer that no composer is asked for: danger, small talk, a named article, nothing readable; else null.</summary>
    private Answer? Settle(AnalyzedQuestion question, DateOnly day) => (_dangers.Spot(question.Typed) ?? _dangers.Spot(question.Text)) is { } danger
        ? Urgent(danger, question, day)
        : WithoutSearching(question, day);

    private Answer? WithoutSearching(AnalyzedQuestion question, DateOnly day)
    {
        if (!question.Typed.Any(char.IsLetterOrDigit))
            return Plain(AnswerOutcome.Unreadable, _texts.Outcomes.Text("unreadable"));
        if (_smallTalk.Spot(question.Typed) is { } talk)
            return Plain(talk.NotLegal ? AnswerOutcome.NotLegal : AnswerOutcome.SmallTalk, talk.Text);
        if (_lookup.Find(question, day) is { } article)
            return article with { NextSteps = _nextSteps.For([]) };
        return question.Text.Any(Normalizer.IsHan) ? null : Plain(AnswerOutcome.Unreadable, _texts.Outcomes.Text("unreadable"));
    }

    private Answer Plain(AnswerOutcome outcome, string text) => new(outcome, text, [], _nextSteps.Suggestions(), 1, AnswerSource.None);

    private Answer Search(string question, AnalyzedQuestion analyzed, DateOnly day)
    {
        var material = new Material(question, day, _search.Find(analyzed, day));
        return Say(material, analyzed, Compose(material));
    }

    private Guarded? Compose(Material material) => _composer.Compose(material) is { } draft ? _guard.Check(draft, material) : null;

    /// <summary>What the model wrote; null when it gave nothing, or nothing that may be said.</summary>
    private async Task<Guarded?> WriteAsync(IComposer model, Material material, CancellationToken cancellation) =>
        await model.ComposeAsync(material, cancellation) is { } draft && draft.Confidence >= _texts.Outcomes.AnswerFrom ? _guard.Check(draft, material) : null;

    private bool IsTooShort(AnalyzedQuestion question) => Normalizer.WithoutPunctuation(question.Text).Length < _texts.Outcomes.ShortestQuestion;

    private Answer Say(Material material, AnalyzedQuestion analyzed, Guarded? guarded)
    {
        if (guarded is null || guarded.Draft.Confidence < _texts.Outcomes.ClarifyFrom)
            return NoAnswer(guarded?.Draft.Confidence ?? 0);
        var (draft, citations) = (guarded.Draft, guarded.Citations.Take(_texts.Outcomes.MaxCitations).ToList());
        if (draft.Confidence < _texts.Outcomes.AnswerFrom || IsTooShort(analyzed))
        {
            // Not sure enough to say what the law is, but sure enough to say where it may stand.
            return _nextSteps.Choices(material.Found.LikeQuestions) is { Count: > 0 } choices
                ? new Answer(AnswerOutcome.Clarify, Maybe("clarify"), citations, [.. choices, .. _nextSteps.For([])], draft.Confidence, draft.Source)
                : NoAnswer(draft.Confidence) with { Text = Maybe("noAnswer"), Citations = citations, Source = draft.Source };
        }

        var text = Excerpt.Of(guarded.Text, _texts.Outcomes.MaxCharacters)
            + (guarded.IsStale ? "\n" + _texts.Outcomes.Text("stale") : "") + "\n" + _texts.Outcomes.Disclaimer;
        return new Answer(AnswerOutcome.Answered, text, citations, _nextSteps.For(draft.Faq?.Services ?? ["legal-consultation"]), draft.Confidence, draft.Source)
        {
            Faq = draft.Faq?.Id,
        };
    }

    private string Maybe(string key) => _texts.Outcomes.Text(key) + "\n" + _texts.Outcomes.Text("maybe");

    private Answer NoAnswer(double confidence) => new(
        AnswerOutcome.NoAnswer, _texts.Outcomes.Text("noAnswer"), [], _nextSteps.For(["legal-consultation"]), confidence, AnswerSource.None);

    /// <summary>
    /// Whom to call stands first. The articles are those of the rule; what an FAQ entry says about just this follows, and nothing that was merely
    /// searched for.
    /// </summary>
    private Answer Urgent(DangerRule danger, AnalyzedQuestion analyzed, DateOnly day)
    {
        var phones = _nextSteps.For(danger.Phones);
        var known = danger.Citations.Select(text => ArticleKey.TryParse(text, out var key) ? _articles.InForce(key, day) : null)
            .OfType<ArticleEntry>().Select(entry => new Citation(entry, CitationStatus.InForce)).Take(_texts.Outcomes.MaxCitations).ToList();
        var further = Search(analyzed.Text, analyzed, day);
        if (further is not { Outcome: AnswerOutcome.Answered, Source: AnswerSource.Faq })
            return new Answer(AnswerOutcome.Urgent, danger.Text, known, phones, 1, known.Count > 0 ? AnswerSource.Statute : AnswerSource.None);
        return further with
        {
            Outcome = AnswerOutcome.Urgent,
            Text = danger.Text + "\n\n" + further.Text,
            Citations = [.. known.Concat(further.Citations).DistinctBy(citation => citation.Entry.Key).Take(_texts.Outcomes.MaxCitations)],
            NextSteps = [.. phones, .. further.NextSteps.Where(step => !phones.Contains(step))],
        };
    }
}
