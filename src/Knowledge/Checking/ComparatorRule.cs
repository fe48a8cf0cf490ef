using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>
/// 以上, 超过, 不满 and 以下 are kept apart: a number stands on the side of its line on which the article has it. A number that the article
/// also has without any comparison says nothing against ours (期限为三十日: 最多三十天).
/// </summary>
internal sealed class ComparatorRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) => context.Claims.SelectMany(Check);

    private static IEnumerable<CorpusProblem> Check(Claim claim)
    {
        var said = Comparisons.In(claim.All).Where(comparison => comparison.Boundary != Boundary.None).ToList();
        if (said.Count == 0)
            return [];
        var known = claim.Articles.SelectMany(Comparisons.In).ToLookup(comparison => comparison.Fact);
        return said.Distinct()
            .Where(comparison => known[comparison.Fact].Any()
                && known[comparison.Fact].All(other => other.Boundary != Boundary.None && other.Boundary != comparison.Boundary))
            .Select(comparison => claim.Error(
                "check.comparator",
                $"{claim.Name}：写的是“{comparison.Word}” {comparison.Fact}，条文是“{string.Join("”“", known[comparison.Fact].Select(other => other.Word).Distinct(StringComparer.Ordinal))}”"));
    }
}
