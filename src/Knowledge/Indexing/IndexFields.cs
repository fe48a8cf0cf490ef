namespace LegalService.Knowledge.Indexing;

/// <summary>Names of the fields of the two Lucene indexes.</summary>
internal static class IndexFields
{
    public const string Title = "title";
    public const string Headings = "headings";
    public const string Text = "text";
    public const string Note = "note";
    public const string Ask = "ask";

    /// <summary>The same place as <see cref="Ordinal"/>, to find the document of an article again.</summary>
    public const string Place = "place";

    /// <summary>Place in the article table, or in the list of asked questions.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>The searched fields of an article, each with its weight when candidates are gathered.</summary>
    public static readonly IReadOnlyList<(string Name, float Boost)> OfArticle =
        [(Title, 0.5f), (Headings, 0.8f), (Text, 1f), (Note, 1f), (Ask, 1f)];
}
