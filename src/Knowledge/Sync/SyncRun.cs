using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>The laws of one run, one at a time.</summary>
internal sealed class SyncRun(
    LawFetcher fetcher, SyncJournal journal, IReadOnlyList<Statute> kept, string output, bool refetch, TimeProvider time)
{
    private readonly Dictionary<string, Statute> _kept = kept.ToDictionary(law => law.Law, StringComparer.Ordinal);

    /// <summary>Brings one law up to date, unless this run has done so before it was stopped.</summary>
    public async Task<(LawOutcome Outcome, SyncFault? Fault)> SyncAsync(WantedLaw law, CancellationToken ct)
    {
        var last = journal.Of(law.Law);
        if (journal.Resumed && last?.Run == journal.Run && last.ToOutcome(law.Law) is { IsDone: true } done && _kept.ContainsKey(law.Law))
            return (done, null);
        Remember(law, SyncState.Fetching, null, [], last?.Rows);
        var reply = await fetcher.FetchAsync(law, _kept.GetValueOrDefault(law.Law), last?.Rows, refetch, ct);
        if (reply.Value is not { } fetched)
            return Fail(law, reply.Fault!, last?.Rows);
        if (fetched.IsSame)
            return (Remember(law, SyncState.Unchanged, null, last?.Remarks ?? [], fetched.Rows), null);
        try
        {
            var (statute, remarks) = WithEnd(fetched);
            var others = RepealedLaws.EndedBy(statute, [.. _kept.Values.Where(other => other.Law != law.Law), statute])
                .Where(other => journal.Of(other.Law)?.Rows is null).ToList();
            remarks.AddRange(others.Select(other => new SyncRemark(
                statute.Versions[^1].Passed, "repeal.other", $"《{other.Law}》由它废止，{other.Versions[^1].InForceTo:yyyy-MM-dd} 以后不再引用")));
            var state = Compare(_kept.GetValueOrDefault(law.Law), statute);
            await FullTextStore.ReplaceAsync(output, [statute, .. others], ct);
            foreach (var written in others.Prepend(statute))
                _kept[written.Law] = written;
            var outcome = Remember(law, state, null, remarks, fetched.Rows);
            fetcher.Forget(fetched.Rows);
            return (outcome, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(law, new SyncFault("store.failed", $"写不进全文文件夹：{e.Message}"), last?.Rows);
        }
    }

    /// <summary>Leaves a law for the next run.</summary>
    public (LawOutcome Outcome, SyncFault? Fault) Wait(WantedLaw law)
    {
        var last = journal.Of(law.Law);
        if (last?.Run == journal.Run && last.ToOutcome(law.Law) is { IsDone: true } done)
            return (done, null);
        var fault = new SyncFault("run.stopped", "网站暂时不让取，这次停在前面；下次接着取");
        return (Remember(law, SyncState.Waiting, fault, [], last?.Rows), fault);
    }

    private (Statute Law, List<SyncRemark> Remarks) WithEnd(FetchedLaw fetched)
    {
        var remarks = fetched.Remarks.ToList();
        if (!fetched.Rows[^1].IsRepealed)
            return (fetched.Statute, remarks);
        var today = time.Today();
        var (ended, remark) = RepealedLaws.End(fetched.Statute, _kept.GetValueOrDefault(fetched.Statute.Law), _kept.Values, today);
        if (remark is not null)
            remarks.Add(remark);
        return (ended, remarks);
    }

    private static SyncState Compare(Statute? before, Statute now) => before switch
    {
        null => SyncState.New,
        _ when VersionLine.SaysTheSame(before, now) => SyncState.Unchanged,
        _ when before.Versions[^1].InForceTo is null && now.Versions[^1].InForceTo is not null => SyncState.Repealed,
        _ => SyncState.Amended,
    };

    private (LawOutcome Outcome, SyncFault? Fault) Fail(WantedLaw law, SyncFault fault, IReadOnlyList<LawRow>? rows) =>
        (Remember(law, SyncState.Failed, fault, [], rows), fault);

    private LawOutcome Remember(
        WantedLaw law, SyncState state, SyncFault? fault, IReadOnlyList<SyncRemark> remarks, IReadOnlyList<LawRow>? rows)
    {
        var entry = new JournalEntry(journal.Run, time.GetUtcNow(), state, fault?.Code, fault?.Reason, remarks, rows);
        journal.Set(law.Law, entry);
        return entry.ToOutcome(law.Law);
    }
}
