using LegalService.Knowledge.Import;

namespace LegalService.Knowledge.Tests.Import;

public sealed class ImporterTests
{
    [Fact]
    public async Task Links_are_not_followed_and_one_that_leads_outside_is_reported()
    {
        using var folder = new SourceFolder().WriteLaw("法/a(2020-01-01).md", "水井法", "", "第一条 甲。");
        await File.WriteAllTextAsync(Path.Combine(folder.Outside, "b.md"), "# 别的法\n\n第一条 乙。");
        File.CreateSymbolicLink(Path.Combine(folder.Source, "b.md"), Path.Combine(folder.Outside, "b.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Source, "外"), folder.Outside);
        Directory.CreateSymbolicLink(Path.Combine(folder.Source, "法/回"), folder.Source);

        var report = await folder.ImportAsync();

        Assert.Equal(["b.md", "外"], report.Problems.Select(p => p.File));
        Assert.All(report.Problems, p => Assert.Equal("file.outsideSource", p.Code));
        Assert.Equal((1, 1), (report.Files, report.Laws));
    }

    [Fact]
    public async Task The_same_source_gives_the_same_corpus()
    {
        using var folder = new SourceFolder();
        for (var number = 0; number < 60; number++)
            folder.WriteLaw($"{number}(2020-01-01).md", $"水井规定{number % 40}", "", $"第一条 {number}。");

        var first = await folder.ImportAsync();
        var fingerprint = FullTextStore.Fingerprint(folder.Output);
        var second = await folder.ImportAsync();

        Assert.Equal(first.Problems, second.Problems);
        Assert.Equal(40, second.Laws);
        Assert.Equal(fingerprint, FullTextStore.Fingerprint(folder.Output));
    }

    [Fact]
    public async Task Progress_reaches_the_total()
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井法", "", "第一条 甲。").Write("坏.docx", [1]);
        var seen = new Seen();

        await new StatuteImporter().ImportAsync(folder.Source, folder.Output, seen, CancellationToken.None);

        Assert.Equal([1, 2], seen.All.Select(p => p.Done).Order());
        Assert.Equal(["a.md", "坏.docx"], seen.All.Select(p => p.File).Order(StringComparer.Ordinal));
        Assert.All(seen.All, p => Assert.Equal(2, p.Total));
    }

    [Fact]
    public async Task A_cancelled_import_leaves_the_corpus_as_it_was()
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井法", "", "第一条 甲。");
        await folder.ImportAsync();
        var before = FullTextStore.Fingerprint(folder.Output);
        folder.WriteLaw("b.md", "水车法", "", "第一条 乙。");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new StatuteImporter().ImportAsync(folder.Source, folder.Output, null, new CancellationToken(canceled: true)));

        Assert.Equal(before, FullTextStore.Fingerprint(folder.Output));
    }

    [Theory]
    [InlineData("nowhere", "source.missing")]
    [InlineData("outside", "source.empty")]
    public async Task A_source_without_laws_leaves_the_corpus_as_it_was(string name, string code)
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井法", "", "第一条 甲。");
        await folder.ImportAsync();
        var source = Path.Combine(Path.GetDirectoryName(folder.Outside)!, name);

        var report = await new StatuteImporter().ImportAsync(source, folder.Output, null, CancellationToken.None);

        Assert.Equal(code, Assert.Single(report.Problems).Code);
        Assert.Single(await FullTextStore.ReadAsync(folder.Output, CancellationToken.None));
    }

    private sealed class Seen : IProgress<ImportProgress>
    {
        private readonly List<ImportProgress> _all = [];

        public IReadOnlyList<ImportProgress> All => _all;

        public void Report(ImportProgress value)
        {
            lock (_all)
                _all.Add(value);
        }
    }
}
