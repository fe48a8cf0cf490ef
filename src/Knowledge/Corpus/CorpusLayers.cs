using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Corpus;

/// <summary>Lays one corpus folder over those before it: what it says anew, or withdraws, they no longer say.</summary>
internal static class CorpusLayers
{
    /// <summary>The notes of all; a file of which every note is covered stays, for what it says of its law.</summary>
    public static List<StatuteNotes> Notes(IReadOnlyList<StatuteNotes> below, IReadOnlyList<StatuteNotes> above)
    {
        var covered = above.SelectMany(file => file.Notes.Select(note => note.Number).Concat(file.Withdrawn), (file, number) => new ArticleKey(file.Law, number)).ToHashSet();
        return [.. covered.Count == 0 ? below : below.Select(file => Without(file, covered)), .. above];
    }

    /// <summary>The entries of all.</summary>
    public static List<FaqEntry> Entries(IReadOnlyList<FaqEntry> below, IReadOnlyList<FaqEntry> above, IEnumerable<string> withdrawn)
    {
        var covered = above.Select(entry => entry.Id).Concat(withdrawn).ToHashSet(StringComparer.Ordinal);
        return [.. below.Where(entry => !covered.Contains(entry.Id)), .. above];
    }

    private static StatuteNotes Without(StatuteNotes file, HashSet<ArticleKey> covered)
    {
        var left = file.Notes.Where(note => !covered.Contains(new ArticleKey(file.Law, note.Number))).ToList();
        return left.Count == file.Notes.Count ? file : file with { Notes = left };
    }
}
