using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>A lay word leads to at least one term that some article has.</summary>
internal sealed class LexiconRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context)
    {
        var articles = string.Join('\n', context.FullText.Statutes.SelectMany(law => law.Versions[^1].Articles).Select(article => article.Text));
        return context.Shipped.Lexicon.AsParallel().AsOrdered()
            .Where(entry => entry.Terms.Count > 0 && entry.Terms.All(term => !articles.Contains(term, StringComparison.Ordinal)))
            .Select(entry => new CorpusProblem("lexicon", 0, "check.term", $"“{entry.Lay}”：没有法条写着 {string.Join('、', entry.Terms)}"));
    }
}
