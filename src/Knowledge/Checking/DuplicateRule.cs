using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>One note for each article. (That an FAQ id stands once, reading the corpus sees to.)</summary>
internal sealed class DuplicateRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) =>
        from file in context.Shipped.Notes
        from note in file.Notes
        group (file, note) by new ArticleKey(file.Law, note.Number) into same
        where same.Count() > 1
        select new CorpusProblem(same.Last().file.File, same.Last().note.Line, "check.duplicate", $"{same.Key}写了 {same.Count()} 次");
}
