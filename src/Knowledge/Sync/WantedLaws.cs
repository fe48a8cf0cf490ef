using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>Which laws a run is about.</summary>
public static class WantedLaws
{
    /// <summary>The named laws, each once; without names, every law that the notes are about.</summary>
    /// <param name="names">Short or full titles.</param>
    /// <param name="notes">Where the full title of a law stands.</param>
    public static IReadOnlyList<WantedLaw> Of(IReadOnlyList<string> names, IReadOnlyList<StatuteNotes> notes)
    {
        var titles = notes.GroupBy(file => file.Law, StringComparer.Ordinal).ToDictionary(law => law.Key, law => law.First().Title, StringComparer.Ordinal);
        var wanted = names.Count == 0
            ? titles.Keys.Order(StringComparer.Ordinal).Select(law => new WantedLaw(law, titles[law]))
            : names.Select(name => new WantedLaw(LawTitle.Shorten(name), titles.GetValueOrDefault(LawTitle.Shorten(name)) ?? FullTitle(name)));
        return [.. wanted.Where(law => law.Law.Length > 0).DistinctBy(law => law.Law, StringComparer.Ordinal)];
    }

    private static string? FullTitle(string name) => LawTitle.Shorten(name) == name ? null : name.Trim().Trim('《', '》');
}
