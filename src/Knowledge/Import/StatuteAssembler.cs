using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>Puts the versions that were read together: parts of a code, versions of a law, repeals.</summary>
internal static class StatuteAssembler
{
    /// <param name="versions">In a fixed order, which decides where nothing else does.</param>
    /// <param name="problems">Gets what is found on the way.</param>
    public static IReadOnlyList<Statute> Assemble(IReadOnlyList<ReadVersion> versions, List<ImportProblem> problems)
    {
        problems.AddRange(versions.SelectMany(version => version.Problems));
        var whole = versions.Where(version => version.PartName is null);
        var codes = versions.Where(version => version.PartName is not null)
            .GroupBy(version => (Key(version.Version.Title), Path.GetDirectoryName(version.File)))
            .Select(parts => MergeParts([.. parts], problems));
        var statutes = new List<Statute>();
        foreach (var law in whole.Concat(codes).GroupBy(version => Key(version.Version.Title), StringComparer.Ordinal))
        {
            var distinct = WithoutDuplicates([.. law], problems);
            statutes.Add(new Statute(LawTitle.Shorten(distinct[^1].Title), [.. distinct.Select((v, i) => EndBefore(v, distinct, i))]));
        }

        problems.AddRange(statutes.SelectMany(law => law.Versions).Select(VersionReader.MissingArticles).OfType<ImportProblem>());
        return [.. Repeals.Apply(statutes).OrderBy(statute => statute.Law, StringComparer.Ordinal)];
    }

    // 最高人民法院、最高人民检察院 is also written with a space.
    private static string Key(string title) => LawTitle.Shorten(title).Replace("、", "", StringComparison.Ordinal);

    private static ReadVersion MergeParts(IReadOnlyList<ReadVersion> parts, List<ImportProblem> problems)
    {
        var folder = Path.GetDirectoryName(parts[0].File)?.Replace('\\', '/');
        var articles = new SortedDictionary<ArticleNumber, Article>();
        foreach (var part in parts.OrderBy(part => part.Version.Articles.Count > 0 ? part.Version.Articles[0].Number : default))
        {
            var twice = 0;
            foreach (var article in part.Version.Articles)
                twice += articles.TryAdd(article.Number, article with { Headings = [part.PartName!, .. article.Headings] }) ? 0 : 1;
            if (twice > 0)
                problems.Add(new ImportProblem(
                    part.File, "statute.articlesOutOfOrder", $"{twice} articles stand in another part too; those were kept.", FileSkipped: false));
        }

        var first = parts[0].Version;
        return new ReadVersion(
            first with
            {
                Issuer = parts.Select(part => part.Version.Issuer).FirstOrDefault(issuer => issuer is not null),
                Passed = parts.Max(part => part.Version.Passed),
                InForceFrom = parts.Max(part => part.Version.InForceFrom),
                History = [.. parts.SelectMany(part => part.Version.History).Distinct(StringComparer.Ordinal)],
                Articles = [.. articles.Values],
                Body = [.. parts.SelectMany(part => part.Version.Body)],
                Source = string.IsNullOrEmpty(folder) ? first.Source : folder,
            },
            PartName: null,
            Problems: []);
    }

    /// <summary>Of several files of one version the fullest; ordered by start.</summary>
    private static List<StatuteVersion> WithoutDuplicates(IReadOnlyList<ReadVersion> versions, List<ImportProblem> problems)
    {
        var kept = new List<StatuteVersion>();
        var byFullness = versions
            .OrderByDescending(version => version.Version.Articles.Count)
            .ThenByDescending(version => version.Characters)
            .ThenBy(version => version.File, StringComparer.Ordinal);
        foreach (var candidate in byFullness)
        {
            var at = kept.FindIndex(version => IsSame(version, candidate.Version));
            if (at < 0)
            {
                kept.Add(candidate.Version);
                continue;
            }

            problems.Add(new ImportProblem(
                candidate.File,
                "statute.duplicate",
                $"The same version of the same law is in {kept[at].Source}, which is fuller or equal.",
                FileSkipped: false));
            kept[at] = kept[at] with
            {
                InForceFrom = kept[at].InForceFrom ?? candidate.Version.InForceFrom,
                Issuer = kept[at].Issuer ?? candidate.Version.Issuer,
            };
        }

        return [.. kept.OrderBy(version => version.Start)];
    }

    private static bool IsSame(StatuteVersion left, StatuteVersion right) =>
        left.Start == right.Start || (left.Passed is not null && left.Passed == right.Passed);

    private static StatuteVersion EndBefore(StatuteVersion version, List<StatuteVersion> all, int index) =>
        index + 1 < all.Count ? version with { InForceTo = all[index + 1].Start.AddDays(-1) } : version;
}
