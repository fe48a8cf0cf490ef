using LegalService.Knowledge.Import;

namespace LegalService.Tool.Commands;

/// <summary>Where things are when nothing is said: the folders of the checkout, as the server has them.</summary>
internal static class DefaultFolders
{
    /// <summary>The full-text corpus below the data directory.</summary>
    public static string FullText => Path.Combine("data", "fulltext");

    /// <summary>The shipped corpus, and the full text when it was imported.</summary>
    public static string[] Corpus() => FullTextStore.Exists(FullText) ? ["corpus", FullText] : ["corpus"];
}
