using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>
/// Ends laws that the database calls repealed. It does not say since when; the law that repealed them does, when the full text has it.
/// </summary>
internal static class RepealedLaws
{
    /// <summary>The law with its end.</summary>
    /// <param name="law">A law whose last version the database calls repealed.</param>
    /// <param name="kept">The law as it was kept; null when it was not.</param>
    /// <param name="others">Every law of the full text.</param>
    /// <param name="today">Taken for the day after the last, when nothing tells a better one.</param>
    public static (Statute Law, SyncRemark? Remark) End(Statute law, Statute? kept, IEnumerable<Statute> others, DateOnly today)
    {
        var all = others.Where(other => other.Law != law.Law).Append(law).ToList();
        var ended = Repeals.Apply(all).Single(other => other.Law == law.Law);
        if (ended.Versions[^1].InForceTo is not null)
            return (ended, null);
        var last = law.Versions[^1];
        if (kept?.Versions[^1] is { InForceTo: { } known } before && before.Start == last.Start)
            return (With(law, known, before.RepealedBy), null);
        var guess = today.AddDays(-1) < last.Start ? last.Start : today.AddDays(-1);
        return (With(law, guess, null), new SyncRemark(
            last.Passed, "repeal.dayUnknown", $"数据库说已经废止，没有说哪一天；从 {guess.AddDays(1):yyyy-MM-dd} 起不再引用"));
    }

    /// <summary>Laws that a newly fetched one repeals and that are still kept as in force.</summary>
    public static IEnumerable<Statute> EndedBy(Statute law, IReadOnlyCollection<Statute> all) =>
        Repeals.Apply([.. all]).Where(other => other.Versions[^1].RepealedBy == law.Law
            && all.First(kept => kept.Law == other.Law).Versions[^1].InForceTo is null);

    private static Statute With(Statute law, DateOnly day, string? by) =>
        law with { Versions = [.. law.Versions.SkipLast(1), law.Versions[^1] with { InForceTo = day, RepealedBy = by }] };
}
