using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Import;

namespace LegalService.Knowledge.Tests.Sync;

public sealed class SyncRealFilesTests
{
    [RealDataFact]
    public async Task Real_files_come_over_the_line_as_they_come_from_a_folder()
    {
        using var bench = new SyncBench();
        var files = Directory.GetFiles(Path.Combine(RealDataFactAttribute.Data!, "docx"), "中华人民共和国*.docx").Order(StringComparer.Ordinal).ToList();
        var laws = files.Select(file => LawTitle.Shorten(Path.GetFileNameWithoutExtension(file))).ToList();
        for (var index = 0; index < files.Count; index++)
            bench.Site.Add($"f{index}", "中华人民共和国" + laws[index], "2024-01-02", "2024-05-01", 3, await File.ReadAllBytesAsync(files[index]));
        using var folder = new SourceFolder();
        foreach (var file in files)
            folder.Write(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        var imported = await folder.ImportedAsync();

        var report = await bench.RunAsync([.. laws]);
        var synced = await FullTextStore.ReadAsync(bench.Output, CancellationToken.None);

        Assert.All(report.Laws, law => Assert.True(law.IsDone, $"{law.Law} {law.Code} {law.Reason}"));
        Assert.Equal(Texts(imported), Texts(synced));

        static IEnumerable<string> Texts(IEnumerable<Statute> laws) => laws
            .Select(law => string.Join('\n', law.Versions[^1].Articles.Select(article => article.Number + article.Text)))
            .Order(StringComparer.Ordinal);
    }
}
