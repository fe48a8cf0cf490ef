namespace LegalService.Contracts;

/// <summary>Answer of <c>GET /api/v1/articles/{law}/{article}</c>.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Article">第四十七条.</param>
/// <param name="Title">Full title.</param>
/// <param name="Issuer">Who made the law; null when not known.</param>
/// <param name="Status"><c>inForce</c>, <c>amended</c>, <c>repealed</c> or <c>notYetInForce</c>, on the asked day.</param>
/// <param name="InForceFrom">First day of this version; null when the source does not say.</param>
/// <param name="InForceTo">Last day of this version; null while nothing ended it.</param>
/// <param name="Headings">Part, chapter and section, outermost first.</param>
/// <param name="Caption">What it is about in a few words; null when nobody has written it yet.</param>
/// <param name="Gist">What it says in plain words; null when nobody has written it yet.</param>
/// <param name="GistIsStale">True when the gist was written for an earlier wording and has not been checked since.</param>
/// <param name="Text">Full text, one line for each paragraph and item; null when it is not loaded.</param>
/// <param name="Versions">Every known version, oldest first.</param>
/// <param name="Previous">The article before it; null when there is none loaded.</param>
/// <param name="Next">The article after it; null when there is none loaded.</param>
/// <param name="Url">Page of the article on this site.</param>
public sealed record ArticleResponse(
    string Law,
    string Article,
    string Title,
    string? Issuer,
    string Status,
    DateOnly? InForceFrom,
    DateOnly? InForceTo,
    IReadOnlyList<string> Headings,
    string? Caption,
    string? Gist,
    bool GistIsStale,
    string? Text,
    IReadOnlyList<ArticleVersionResponse> Versions,
    NeighbourResponse? Previous,
    NeighbourResponse? Next,
    string Url);

/// <summary>One version of an article.</summary>
/// <param name="Passed">Day on which it was passed; null when not known.</param>
/// <param name="InForceFrom">First day; null when the source does not say.</param>
/// <param name="InForceTo">Last day; null while nothing ended it.</param>
/// <param name="Status">On the asked day.</param>
/// <param name="Url">Page of the article as of that version.</param>
public sealed record ArticleVersionResponse(DateOnly? Passed, DateOnly? InForceFrom, DateOnly? InForceTo, string Status, string Url);

/// <summary>An article beside another.</summary>
/// <param name="Article">第四十八条.</param>
/// <param name="Caption">What it is about; null when nobody has written it yet.</param>
/// <param name="Url">Its page.</param>
public sealed record NeighbourResponse(string Article, string? Caption, string Url);
