using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Ranking;
using Microsoft.SemanticKernel;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>What a model may call while it writes one answer.</summary>
/// <param name="search">Finds articles.</param>
/// <param name="passages">Takes what was found, so that it may be cited.</param>
/// <param name="texts">The services.</param>
/// <param name="day">The day whose law is asked for.</param>
internal sealed class LegalFunctions(ArticleSearch search, Passages passages, OutcomeTexts texts, DateOnly day)
{
    private const string Nothing = "没有找到。";
    private const int LongestQuery = 200;

    /// <summary>The functions as the kernel knows them.</summary>
    public Kernel InKernel()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("legal",
        [
            KernelFunctionFactory.CreateFromMethod(
                SearchArticles,
                "search_articles",
                "在现行法律条文里查找。返回带编号的材料，编号可以引用。",
                [new KernelParameterMetadata("query") { Description = "要查的事，用法律用语写，例如：劳动者 拖欠工资 加付赔偿金", IsRequired = true, ParameterType = typeof(string) }]),
            KernelFunctionFactory.CreateFromMethod(ListServices, "list_services", "本县公共法律服务中心能办的事。"),
        ]);
        return kernel;
    }

    private string SearchArticles(string query)
    {
        var asked = query.Length > LongestQuery ? query[..LongestQuery] : query;
        if (Answerer.Refuse(asked) is not null)
            return Nothing;
        var found = passages.Add(search.Find(search.Analyze(asked), day));
        return found.Length > 0 ? found : Nothing;
    }

    private string ListServices() => string.Join('\n', texts.Services.Values);
}
