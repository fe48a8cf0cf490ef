namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/answers</c>.</summary>
/// <param name="Question">What the citizen wrote, at most 2,000 characters.</param>
/// <param name="ConversationId">Id of the conversation it belongs to; null outside one.</param>
/// <param name="AsOf">The day whose law is asked for; null for today.</param>
public sealed record AnswerRequest(string? Question = null, string? ConversationId = null, DateOnly? AsOf = null);

/// <summary>Answer to a question.</summary>
/// <param name="Outcome">
/// <c>answered</c>, <c>urgent</c>, <c>clarify</c>, <c>no_answer</c>, <c>article</c>, <c>no_such_article</c>, <c>no_such_law</c>,
/// <c>article_not_loaded</c>, <c>not_in_force</c>, <c>small_talk</c>, <c>not_legal</c> or <c>unreadable</c>.
/// </param>
/// <param name="Text">Plain Chinese, paragraphs separated by line feeds.</param>
/// <param name="Citations">The articles it rests on, most important first.</param>
/// <param name="NextSteps">What the citizen can do now, most urgent first.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Source"><c>faq</c>, <c>statute</c>, <c>model</c> or <c>none</c>.</param>
public sealed record AnswerResponse(
    string Outcome, string Text, IReadOnlyList<CitationResponse> Citations, IReadOnlyList<NextStepResponse> NextSteps, double Confidence, string Source);

/// <summary>An article that an answer rests on.</summary>
/// <param name="Law">Short title of the law.</param>
/// <param name="Article">第四十七条, or 全文 for a document without articles.</param>
/// <param name="Title">Full title of the law.</param>
/// <param name="Status"><c>inForce</c>, <c>amended</c>, <c>repealed</c> or <c>notYetInForce</c>, on the asked day.</param>
/// <param name="InForceFrom">First day of this version; null when the source does not say.</param>
/// <param name="Quote">Beginning of the text; null when the full text is not loaded.</param>
/// <param name="Gist">What it says in plain words; null when nobody has written it yet.</param>
/// <param name="Url">Page of the article on this site.</param>
/// <param name="Caption">What it is about in a few plain words; null when nobody has written it yet.</param>
public sealed record CitationResponse(
    string Law, string Article, string Title, string Status, DateOnly? InForceFrom, string? Quote, string? Gist, string Url, string? Caption);

/// <summary>Something the citizen can do. Exactly one of service, url and phone is given.</summary>
/// <param name="Label">What is written on it.</param>
/// <param name="Service">Id of a service.</param>
/// <param name="Url">Address on this site.</param>
/// <param name="Phone">Number to call.</param>
public sealed record NextStepResponse(string Label, string? Service = null, string? Url = null, string? Phone = null);
