using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>A law as the database has it.</summary>
/// <param name="Statute">All its versions; the law that is kept when nothing has changed.</param>
/// <param name="Rows">The list of its versions.</param>
/// <param name="IsSame">Nothing had to be fetched: the list is that of the last time.</param>
/// <param name="Remarks">Versions that are missing.</param>
internal sealed record FetchedLaw(Statute Statute, IReadOnlyList<LawRow> Rows, bool IsSame, IReadOnlyList<SyncRemark> Remarks);

/// <summary>Fetches one law: the list of its versions, then each version that is not known yet.</summary>
internal sealed class LawFetcher(NationalDatabase database, DownloadCache cache)
{
    /// <param name="law">What to fetch.</param>
    /// <param name="known">The law as it is kept; null when it is not.</param>
    /// <param name="lastRows">The list at the last time; null when there was none.</param>
    /// <param name="refetch">Fetch every version again, and take it even when it is shorter than before.</param>
    /// <param name="ct">Stops; what was downloaded so far stays in the cache.</param>
    public async Task<Reply<FetchedLaw>> FetchAsync(
        WantedLaw law, Statute? known, IReadOnlyList<LawRow>? lastRows, bool refetch, CancellationToken ct)
    {
        var list = await database.SearchAsync(law, ct);
        if (list.Value is not { } rows)
            return list.Fault!;
        if (!refetch && known is not null && lastRows is not null && rows.SequenceEqual(lastRows))
            return new FetchedLaw(known, rows, IsSame: true, []);
        var (versions, remarks) = (new List<(LawRow Row, StatuteVersion? Version)>(), new List<SyncRemark>());
        foreach (var row in rows)
        {
            var version = await VersionAsync(law.Law, row, refetch ? null : known, ct);
            if (version.Fault is { } fault)
            {
                if (!fault.IsOfVersion || row.IsCurrent)
                    return fault;
                remarks.Add(new SyncRemark(row.Published ?? row.InForceFrom, fault.Code, fault.Reason));
            }

            versions.Add((row, version.Value ?? VersionLine.KeptFor(row, known)));
        }

        // An old law of which no version can be read: the last reason stands for all.
        if (versions.TrueForAll(version => version.Version is null))
            return new SyncFault(remarks[^1].Code, remarks[^1].Reason);
        return new FetchedLaw(new Statute(law.Law, VersionLine.Of(versions)), rows, IsSame: false, remarks);
    }

    /// <summary>Drops the files of a law that is finished.</summary>
    public void Forget(IEnumerable<LawRow> rows)
    {
        foreach (var row in rows)
            cache.Forget(row);
    }

    private async Task<Reply<StatuteVersion>> VersionAsync(string law, LawRow row, Statute? known, CancellationToken ct)
    {
        var source = SourceOf(law, row);
        if (known?.Versions.FirstOrDefault(version => version.Source == source) is { } kept)
            return VersionLine.Dated(kept, row);
        if (await cache.FindAsync(row, ct) is { } cached && DownloadedFile.Read(cached, source, row, ct).Value is { } again)
            return VersionLine.Dated(again.Version, row);
        if (await database.CheckDetailsAsync(row, ct) is { } wrong)
            return wrong;
        var file = await database.DownloadAsync(row, ct);
        if (file.Value is not { } bytes)
            return file.Fault!;
        var read = DownloadedFile.Read(bytes, source, row, ct);
        if (read.Value is not { } version)
            return read.Fault!;
        if (Shorter(version.Version, VersionLine.KeptFor(row, known)) is { } shorter)
            return shorter;
        await cache.KeepAsync(row, bytes, ct);
        return VersionLine.Dated(version.Version, row);
    }

    // A file can be a sound DOCX and still lack the end of the law.
    private static SyncFault? Shorter(StatuteVersion fresh, StatuteVersion? kept) =>
        kept is not null && fresh.Articles.Count < kept.Articles.Count
            ? new SyncFault("text.lessThanBefore", $"下载到的只有 {fresh.Articles.Count} 条，原来的同一版本有 {kept.Articles.Count} 条")
            : null;

    /// <summary>Where a version comes from; the same for the same file, so that it tells whether it was fetched before.</summary>
    private static string SourceOf(string law, LawRow row) => $"flk/{row.Id}/{law}({row.Published:yyyy-MM-dd}).docx";
}
