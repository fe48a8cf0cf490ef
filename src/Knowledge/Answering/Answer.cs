using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Answering;

/// <summary>What a citizen gets for a question.</summary>
/// <param name="Outcome">What kind of answer it is.</param>
/// <param name="Text">Plain Chinese, paragraphs separated by line feeds.</param>
/// <param name="Citations">The articles it rests on, most important first.</param>
/// <param name="NextSteps">What he can do now, most urgent first.</param>
/// <param name="Confidence">0 to 1: the share of answers at such a score that were right when it was measured.</param>
/// <param name="Source">What it was made from.</param>
public sealed record Answer(
    AnswerOutcome Outcome,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<NextStep> NextSteps,
    double Confidence,
    AnswerSource Source)
{
    /// <summary>Id of the FAQ entry it was made from; null when it was made from none.</summary>
    public string? Faq { get; init; }
}

/// <summary>Kinds of answers. Each has its own words in <c>corpus/answers</c>.</summary>
public enum AnswerOutcome
{
    /// <summary>The question was answered.</summary>
    Answered,

    /// <summary>Somebody may be in danger: whom to call stands first.</summary>
    Urgent,

    /// <summary>One question back, with choices.</summary>
    Clarify,

    /// <summary>Not known; people are named who can help.</summary>
    NoAnswer,

    /// <summary>The article that the question names.</summary>
    Article,

    /// <summary>The law has no such article.</summary>
    NoSuchArticle,

    /// <summary>No law of that name is known here.</summary>
    NoSuchLaw,

    /// <summary>The law is known, but the text of that article is not loaded.</summary>
    ArticleNotLoaded,

    /// <summary>The article that the question names is not in force on the asked day.</summary>
    NotInForce,

    /// <summary>Greeting, thanks, chat.</summary>
    SmallTalk,

    /// <summary>A matter this service does not deal with.</summary>
    NotLegal,

    /// <summary>Nothing that can be read as a question.</summary>
    Unreadable,
}

/// <summary>What an answer was made from.</summary>
public enum AnswerSource
{
    /// <summary>Nothing: no legal content.</summary>
    None,

    /// <summary>An FAQ entry.</summary>
    Faq,

    /// <summary>Articles.</summary>
    Statute,

    /// <summary>Sentences of a language model over retrieved passages.</summary>
    Model,
}

/// <summary>An article that an answer rests on.</summary>
/// <param name="Entry">The version that was used.</param>
/// <param name="Status">Whether it is in force on the asked day.</param>
public sealed record Citation(ArticleEntry Entry, CitationStatus Status);

/// <summary>Standing of an article on a day.</summary>
public enum CitationStatus
{
    /// <summary>In force.</summary>
    InForce,

    /// <summary>Was in force before, and a later version has replaced it.</summary>
    Amended,

    /// <summary>Was in force before and has been repealed.</summary>
    Repealed,

    /// <summary>Will be in force later.</summary>
    NotYetInForce,
}

/// <summary>Something the citizen can do.</summary>
/// <param name="Label">What is written on it.</param>
/// <param name="Service">Id of a service; else null.</param>
/// <param name="Url">Address on this site; else null.</param>
/// <param name="Phone">Number to call; else null.</param>
public sealed record NextStep(string Label, string? Service = null, string? Url = null, string? Phone = null);
