using System.Text.Json;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

public sealed class FullTextStoreTests
{
    [Fact]
    public async Task What_is_written_is_read_back()
    {
        using var folder = new SourceFolder();
        var law = Law("水井法", "甲“乙”<丙>。");

        await FullTextStore.WriteAsync(folder.Output, [law, Law("水车法", "丁。")], CancellationToken.None);
        var read = await FullTextStore.ReadAsync(folder.Output, CancellationToken.None);

        Assert.Equal(new[] { "水井法", "水车法" }.Order(StringComparer.Ordinal), read.Select(statute => statute.Law));
        Assert.Equal(JsonSerializer.Serialize(law), JsonSerializer.Serialize(read.Single(statute => statute.Law == "水井法")));
    }

    [Fact]
    public async Task Chinese_and_article_numbers_are_readable_in_the_file()
    {
        using var folder = new SourceFolder();
        await FullTextStore.WriteAsync(folder.Output, [Law("水井法", "甲乙丙。")], CancellationToken.None);

        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder.Output, "水井法.json", SearchOption.AllDirectories)));

        Assert.Contains("\"number\": \"第一百二十条之一\"", text, StringComparison.Ordinal);
        Assert.Contains("甲乙丙。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("start", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fingerprint_changes_with_the_content_and_only_then()
    {
        using var folder = new SourceFolder();
        Assert.False(FullTextStore.Exists(folder.Output));
        Assert.Equal("", FullTextStore.Fingerprint(folder.Output));

        var prints = new List<string>();
        foreach (var text in new[] { "甲。", "甲。", "乙。" })
        {
            await FullTextStore.WriteAsync(folder.Output, [Law("水井法", text)], CancellationToken.None);
            prints.Add(FullTextStore.Fingerprint(folder.Output));
        }

        Assert.True(FullTextStore.Exists(folder.Output));
        Assert.Equal(prints[0], prints[1]);
        Assert.NotEqual(prints[1], prints[2]);
    }

    [Fact]
    public async Task A_write_that_dies_before_the_end_leaves_the_old_corpus()
    {
        using var folder = new SourceFolder();
        await FullTextStore.WriteAsync(folder.Output, [Law("水井法", "旧。")], CancellationToken.None);

        using var ct = new CancellationTokenSource();
        var dying = new DyingList([Law("水井法", "新。"), Law("水车法", "新。")], ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FullTextStore.WriteAsync(folder.Output, dying, ct.Token));
        // What a killed process leaves behind.
        Directory.CreateDirectory(Path.Combine(folder.Output, "laws", ".new-half"));
        await File.WriteAllTextAsync(Path.Combine(folder.Output, "fulltext.json.new"), "{");

        Assert.Equal("旧。", Assert.Single(await FullTextStore.ReadAsync(folder.Output, CancellationToken.None)).Versions[0].Articles[0].Paragraphs[0].Text);
        await FullTextStore.WriteAsync(folder.Output, [Law("水井法", "新。")], CancellationToken.None);
        Assert.Equal("新。", Assert.Single(await FullTextStore.ReadAsync(folder.Output, CancellationToken.None)).Versions[0].Articles[0].Paragraphs[0].Text);
    }

    [Fact]
    public async Task What_someone_else_keeps_in_the_directory_is_never_touched()
    {
        using var folder = new SourceFolder();
        var own = Path.Combine(folder.Output, "laws", "民法");
        Directory.CreateDirectory(own);
        await File.WriteAllTextAsync(Path.Combine(own, "我的.md"), "我的");
        await File.WriteAllTextAsync(Path.Combine(folder.Output, "notes.txt"), "我的");

        foreach (var text in new[] { "甲。", "乙。", "丙。", "丁。" })
            await FullTextStore.WriteAsync(folder.Output, [Law("水井法", text)], CancellationToken.None);

        Assert.Equal("我的", await File.ReadAllTextAsync(Path.Combine(own, "我的.md")));
        Assert.Equal("我的", await File.ReadAllTextAsync(Path.Combine(folder.Output, "notes.txt")));
        // The corpus and the one before it, which someone may still be reading.
        Assert.Equal(3, Directory.GetDirectories(Path.Combine(folder.Output, "laws")).Length);
    }

    [Fact]
    public async Task Replacing_and_adding_laws_gives_the_corpus_that_writing_all_of_them_gives()
    {
        using var folder = new SourceFolder();
        using var whole = new SourceFolder();
        await FullTextStore.ReplaceAsync(folder.Output, [Law("水井法", "旧。")], CancellationToken.None);
        await FullTextStore.ReplaceAsync(folder.Output, [Law("水车法", "轮。")], CancellationToken.None);
        await FullTextStore.ReplaceAsync(folder.Output, [Law("水井法", "新。"), Law("井/盖", "盖。")], CancellationToken.None);

        await FullTextStore.WriteAsync(whole.Output, [Law("水井法", "新。"), Law("井/盖", "盖。"), Law("水车法", "轮。")], CancellationToken.None);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(whole.Output, "fulltext.json")), await File.ReadAllTextAsync(Path.Combine(folder.Output, "fulltext.json")));
        Assert.Equal(3, (await FullTextStore.ReadAsync(folder.Output, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Replacing_a_law_of_a_damaged_corpus_is_refused_and_changes_nothing()
    {
        using var folder = new SourceFolder();
        await FullTextStore.WriteAsync(folder.Output, [Law("水井法", "甲。"), Law("水车法", "轮。")], CancellationToken.None);
        var before = FullTextStore.Fingerprint(folder.Output);
        File.Delete(Directory.GetFiles(folder.Output, "水车法.json", SearchOption.AllDirectories)[0]);

        await Assert.ThrowsAsync<InvalidDataException>(() => FullTextStore.ReplaceAsync(folder.Output, [Law("水井法", "乙。")], CancellationToken.None));

        Assert.Equal(before, FullTextStore.Fingerprint(folder.Output));
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Output, "laws")));
    }

    [Fact]
    public async Task A_file_that_was_changed_by_hand_is_noticed()
    {
        using var folder = new SourceFolder();
        await FullTextStore.WriteAsync(folder.Output, [Law("水井法", "甲。")], CancellationToken.None);
        var file = Directory.GetFiles(folder.Output, "水井法.json", SearchOption.AllDirectories)[0];
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace('甲', '乙'));

        await Assert.ThrowsAsync<InvalidDataException>(() => FullTextStore.ReadAsync(folder.Output, CancellationToken.None));
    }

    [Fact]
    public async Task Long_and_awkward_titles_get_file_names_that_fit_and_differ()
    {
        using var folder = new SourceFolder();
        var stem = new string('井', 100);
        string[] laws = [stem + "甲", stem + "乙", "水/井", "水:井", "..", "水井法"];

        await FullTextStore.WriteAsync(folder.Output, [.. laws.Select(law => Law(law, "甲。"))], CancellationToken.None);

        Assert.Equal(laws.Order(StringComparer.Ordinal), (await FullTextStore.ReadAsync(folder.Output, CancellationToken.None)).Select(s => s.Law));
    }

    private static Statute Law(string law, string text) => new(law,
    [
        new StatuteVersion
        {
            Title = law,
            Passed = new DateOnly(2020, 1, 2),
            History = ["2020年1月2日 发布"],
            Articles = [new Article(new ArticleNumber(120, 1), ["第一章 总则"], [new Paragraph(text, ["（一）丙。"])])],
        },
    ]);

    /// <summary>Cancels while it is being written.</summary>
    private sealed class DyingList(IReadOnlyList<Statute> laws, CancellationTokenSource ct) : IReadOnlyList<Statute>
    {
        public int Count => laws.Count;

        public Statute this[int index] => laws[index];

        public IEnumerator<Statute> GetEnumerator()
        {
            ct.Cancel();
            return laws.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
