using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;

namespace LegalService.Benchmarks;

/// <summary>The shipped corpus, with the full text that <c>LEGAL_FULLTEXT</c> names.</summary>
internal static class LoadedCorpus
{
    /// <summary>Questions made up for measuring, short and long.</summary>
    public static readonly string[] Questions =
    [
        "老板拖欠工资怎么办",
        "房东不退押金能不能告他",
        "我家的羊跑到邻居的草场上吃草，邻居扣了羊不给还，还要我赔钱，这合理吗？",
        "骑电动车被汽车撞了，交警说对方全责，医药费、误工费、营养费都能要吗？保险公司说只赔一部分",
        "离婚以后孩子归我，他一直不给抚养费",
        "民法典第一千零七十九条",
        "借给朋友五万块钱，只有微信聊天记录，没有借条，过了四年还能要回来吗",
        "村里说我出嫁了就要收回承包地，合法吗",
    ];

    /// <summary>Builds the index in memory.</summary>
    public static KnowledgeIndex Build()
    {
        string[] folders = [Path.Combine(RepositoryRoot(), "corpus"), .. Environment.GetEnvironmentVariable("LEGAL_FULLTEXT") is { Length: > 0 } folder ? [folder] : Array.Empty<string>()];
        return KnowledgeIndex.BuildInMemory(CorpusReader.ReadAsync(folders, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LegalService.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
