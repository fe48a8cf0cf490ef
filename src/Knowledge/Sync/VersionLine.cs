using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>Puts the versions of a law in a row: the list of the database says from when to when each counts.</summary>
internal static class VersionLine
{
    /// <summary>A version with the days and the issuer of its row. What the text itself says stays where the row is silent.</summary>
    public static StatuteVersion Dated(StatuteVersion version, LawRow row) => version with
    {
        Passed = version.Passed ?? row.Published,
        InForceFrom = row.InForceFrom ?? version.InForceFrom,
        Issuer = row.Issuer ?? version.Issuer,
    };

    /// <summary>The version that is kept of a law and means the same as a row; null when none does.</summary>
    public static StatuteVersion? KeptFor(LawRow row, Statute? known) => known?.Versions.FirstOrDefault(version =>
        (row.Published is { } published && version.Passed == published) || (row.InForceFrom is { } from && version.InForceFrom == from));

    /// <summary>The versions, each ended on the day before the next row starts, whether or not the text of that one could be had.</summary>
    public static IReadOnlyList<StatuteVersion> Of(IReadOnlyList<(LawRow Row, StatuteVersion? Version)> versions)
    {
        var line = new List<StatuteVersion>();
        foreach (var (row, version) in versions)
        {
            if (version is null)
                continue;
            var next = versions.Select(other => other.Row.Start).Where(start => start > row.Start).Order().Cast<DateOnly?>().FirstOrDefault();
            var ended = version with { InForceTo = next?.AddDays(-1), RepealedBy = null };
            // Of two rows with one day the later published one counts.
            line.RemoveAll(earlier => earlier.Start == ended.Start);
            line.Add(ended);
        }

        return [.. line.OrderBy(version => version.Start)];
    }

    /// <summary>True when two laws say the same over the same times, wherever they were read.</summary>
    public static bool SaysTheSame(Statute left, Statute right) =>
        left.Versions.Count == right.Versions.Count && left.Versions.Zip(right.Versions).All(pair => SaysTheSame(pair.First, pair.Second));

    private static bool SaysTheSame(StatuteVersion left, StatuteVersion right) =>
        left.Start == right.Start && left.InForceTo == right.InForceTo && left.Body.SequenceEqual(right.Body, StringComparer.Ordinal)
        && left.Articles.Select(article => (article.Number, article.Text)).SequenceEqual(right.Articles.Select(article => (article.Number, article.Text)));
}
