using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>Sentences that a person with primary schooling can follow to their end.</summary>
internal sealed class SentenceRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) =>
        from claim in context.Claims.Concat(context.Unheld)
        let longest = Sentences.Of(claim.Text).MaxBy(ReadingLevel.LengthOf)
        where longest is not null && ReadingLevel.LengthOf(longest) > CorpusChecker.LongestSentence
        select claim.Warning("check.longSentence", $"{claim.Name}：一句话有 {ReadingLevel.LengthOf(longest)} 个字：{longest.Trim()}");
}
