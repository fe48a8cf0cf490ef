namespace LegalService.Knowledge.Indexing;

/// <summary>One law as a whole.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Title">Full title of its latest version.</param>
/// <param name="Names">Every name by which a question may call it, the short title first.</param>
/// <param name="ArticleCount">How many numbered articles its latest version has, 之-articles not counted; null when not known.</param>
/// <param name="HasFullText">True when its text is loaded, so that an article not found does not exist.</param>
public sealed record LawEntry(string Law, string Title, IReadOnlyList<string> Names, int? ArticleCount, bool HasFullText);
