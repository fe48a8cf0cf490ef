using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>No number, period or sum that the articles do not have.</summary>
internal sealed class NumberRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) =>
        from claim in context.Claims
        let missing = NumberFacts.In(claim.All).Except(NumberFacts.In(string.Join('\n', claim.Articles))).ToList()
        where missing.Count > 0
        select claim.Error("check.number", $"{claim.Name}：条文里没有 {string.Join('、', missing)}");
}
