using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>Ends laws that other laws repeal.</summary>
internal static class Repeals
{
    private static readonly string[] Issuers =
    [
        IssuerReader.Court + "、" + IssuerReader.Procuratorate, IssuerReader.Court + IssuerReader.Procuratorate, IssuerReader.Court,
        IssuerReader.Procuratorate, IssuerReader.StandingCommittee, IssuerReader.Congress, IssuerReader.StateCouncil,
    ];

    public static IReadOnlyList<Statute> Apply(IReadOnlyList<Statute> statutes)
    {
        var names = Names(statutes);
        var repeals = new Dictionary<string, (DateOnly From, string By)>(StringComparer.Ordinal);
        foreach (var statute in statutes)
        {
            foreach (var (title, from) in statute.Versions.SelectMany(RepealedIn))
            {
                if (!names.TryGetValue(title, out var law) || law is null || law == statute.Law)
                    continue;
                if (!repeals.TryGetValue(law, out var known)
                    || (from, statute.Law).CompareTo((known.From, known.By)) < 0)
                    repeals[law] = (from, statute.Law);
            }
        }

        return [.. statutes.Select(statute => repeals.TryGetValue(statute.Law, out var repeal) ? End(statute, repeal.From, repeal.By) : statute)];
    }

    private static IEnumerable<(string Title, DateOnly From)> RepealedIn(StatuteVersion version)
    {
        var texts = version.Articles.Count > 0 ? version.Articles.Select(article => article.Text) : version.Body;
        foreach (var text in texts)
        {
            foreach (var repealed in RepealClause.In(text))
            {
                if ((repealed.From ?? FirstInForce(version, text)) is { } from && from > DateOnly.MinValue)
                    yield return (repealed.Title, from);
            }
        }
    }

    /// <summary>
    /// The day the repealing law first came into force. An amended version repeats the closing article of the first one, which names that day.
    /// </summary>
    private static DateOnly? FirstInForce(StatuteVersion version, string provision)
    {
        var stated = EntryIntoForce.In([provision]).Dates;
        return stated.Count == 1 && stated[0] < version.Start ? stated[0] : version.Start;
    }

    /// <summary>Names a law goes by in a repeal, to its short title; null when several laws share one.</summary>
    private static Dictionary<string, string?> Names(IReadOnlyList<Statute> statutes)
    {
        var names = statutes.ToDictionary(statute => statute.Law, statute => (string?)statute.Law, StringComparer.Ordinal);
        var unprefixed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var law in statutes.Select(statute => statute.Law))
        {
            if (Issuers.FirstOrDefault(issuer => law.StartsWith(issuer + "关于", StringComparison.Ordinal)) is not { } issuer)
                continue;
            var name = law[issuer.Length..];
            unprefixed[name] = unprefixed.ContainsKey(name) ? null : law;
        }

        foreach (var (name, law) in unprefixed)
            names.TryAdd(name, law);
        return names;
    }

    private static Statute End(Statute statute, DateOnly from, string by)
    {
        // A law that has a later version lived on (or a new one took its name): the repeal was of something else.
        if (statute.Versions.Any(version => version.Start >= from))
            return statute;
        var last = statute.Versions[^1];
        return statute with
        {
            Versions = [.. statute.Versions.SkipLast(1), last with { InForceTo = from.AddDays(-1), RepealedBy = by }],
        };
    }
}
