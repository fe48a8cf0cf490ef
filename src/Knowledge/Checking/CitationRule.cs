using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>Every article that an FAQ entry cites exists and has a note; every service it names is known.</summary>
internal sealed class CitationRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context)
    {
        var noted = context.Shipped.Notes.SelectMany(file => file.Notes.Select(note => new ArticleKey(file.Law, note.Number))).ToHashSet();
        foreach (var entry in context.Shipped.Faq)
        {
            foreach (var key in entry.Citations)
            {
                if (!context.IsAhead(key.Law) && context.Article(context.Version(key.Law, passed: null), key.Number) is null)
                    yield return Error(entry, "check.noSuchArticle", $"全文里没有{key}");
                if (!noted.Contains(key))
                    yield return Error(entry, "check.noNote", $"{key}还没有大意");
            }

            foreach (var service in entry.Services.Where(service => !IsKnown(context.Shipped.Answers, service)))
                yield return Error(entry, "check.service", $"没有叫 {service} 的服务或热线");
        }
    }

    private static CorpusProblem Error(FaqEntry entry, string code, string reason) => new(entry.File, entry.Line, code, $"{entry.Id}：{reason}");

    private static bool IsKnown(AnswerTexts? texts, string service) => texts is not { } answers
        || answers.Outcomes.Services.ContainsKey(service)
        || answers.Hotlines.Any(hotline => hotline.Number == service);
}
