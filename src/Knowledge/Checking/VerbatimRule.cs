using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>Our words are our own: no long run in common with an article.</summary>
internal sealed class VerbatimRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) => context.Claims.AsParallel().AsOrdered().SelectMany(Check);

    private static IEnumerable<CorpusProblem> Check(Claim claim)
    {
        var run = claim.Articles.Select(text => CommonRun.Longest(claim.Text, text)).MaxBy(run => run.Length) ?? "";
        return run.Length > CorpusChecker.LongestRun
            ? [claim.Error("check.verbatim", $"{claim.Name}：照抄了条文 {run.Length} 个字：{run}")]
            : [];
    }
}
