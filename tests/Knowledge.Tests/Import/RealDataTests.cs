using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

/// <summary>Runs over the real collection where there is one: LEGAL_DATA, or shared/data beside the repository.</summary>
public sealed class RealDataTests
{
    [RealDataFact]
    public async Task The_real_collection_is_imported_whole()
    {
        using var folder = new SourceFolder();
        var report = await new StatuteImporter().ImportAsync(RealDataFactAttribute.Data!, folder.Output, null, CancellationToken.None);
        var laws = await FullTextStore.ReadAsync(folder.Output, CancellationToken.None);

        Assert.DoesNotContain(report.Problems, problem => problem.FileSkipped);
        Assert.Equal(report.Laws, laws.Count);
        Assert.Equal(1260, Assert.Single(Law("民法典").Versions).Articles.Count);
        Assert.Equal(98, Law("劳动合同法").Versions[^1].Articles.Count);
        Assert.Contains(Law("刑法").Versions[^1].Articles, article => article.Number.Suffix > 0);
        Assert.All(laws.SelectMany(law => law.Versions).SelectMany(version => version.Articles), article => Assert.NotEqual("", article.Text.Trim()));
        Assert.All(laws, law => Assert.Equal(law.Versions.OrderBy(version => version.Start), law.Versions));

        Statute Law(string name) => laws.Single(law => law.Law == name);
    }

    [RealDataFact]
    public async Task The_parts_of_the_real_civil_code_in_Markdown_make_one_law()
    {
        using var folder = new SourceFolder();
        await new StatuteImporter().ImportAsync(Path.Combine(RealDataFactAttribute.Data!, "laws", "民法典"), folder.Output, null, CancellationToken.None);

        var version = Assert.Single(Assert.Single(await FullTextStore.ReadAsync(folder.Output, CancellationToken.None)).Versions);

        Assert.Equal(Enumerable.Range(1, 1260), version.Articles.Select(article => article.Number.Number));
        Assert.Equal("总则", version.Articles[0].Headings[0]);
    }
}

/// <summary>A test that is skipped where the real collection is missing.</summary>
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (Data is null)
            Skip = "The collection of statutes is not here: set LEGAL_DATA to a folder that holds laws and docx.";
    }

    public static string? Data
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "LegalService.sln")))
                root = root.Parent;
            string?[] places = [Environment.GetEnvironmentVariable("LEGAL_DATA"), root is null ? null : Path.Combine(root.FullName, "..", "shared", "data")];
            return places.FirstOrDefault(place => place is not null && Directory.Exists(Path.Combine(place, "laws")));
        }
    }
}
