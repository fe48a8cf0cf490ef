using System.Text;
using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Importing;

public sealed class ImportTests
{
    [Fact]
    public async Task What_was_read_is_counted()
    {
        using var legal = new Legal();

        var output = await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");

        Assert.Contains("files=3 laws=2 versions=3 articles=9 whole_documents=0 skipped=0 notices=0", output, StringComparison.Ordinal);
        Assert.True(File.Exists(legal["fulltext/fulltext.json"]));
    }

    [Fact]
    public async Task By_default_it_is_written_where_the_server_looks()
    {
        using var legal = new Legal();

        await legal.SucceedAsync("import", Legal.Statutes);

        Assert.True(File.Exists(legal["data/fulltext/fulltext.json"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_with_the_reason_and_costs_only_itself()
    {
        using var legal = new Legal();
        legal.WriteLaw("source/好.md", "好办法", "2020年1月2日", "第一条 好。");
        File.WriteAllBytes(legal["source/乱.md"], [0xC0, 0xAF, 0xFF, 0xFE]);
        legal.Write("source/sub/空.md", "");
        legal.Write("source/坏.docx", "not a word file");

        var output = await legal.SucceedAsync("import", "source", "--out", "fulltext");

        Assert.Contains("files=4 laws=1 versions=1 articles=1 whole_documents=0 skipped=3", output, StringComparison.Ordinal);
        Assert.Contains("乱.md: text.notUtf8", output, StringComparison.Ordinal);
        Assert.Contains("sub/空.md: text.empty", output, StringComparison.Ordinal);
        Assert.Contains("坏.docx: docx.broken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_readable_leaves_the_full_text_from_before_as_it_was()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");
        var before = await File.ReadAllTextAsync(legal["fulltext/fulltext.json"]);
        legal.Write("empty/note.txt", "nothing");

        await legal.FailAsync("import", "empty", "--out", "fulltext");

        Assert.Equal(before, await File.ReadAllTextAsync(legal["fulltext/fulltext.json"]));
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "first");
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "second");

        Assert.Equal(Content(legal["first"]), Content(legal["second"]));
    }

    [Fact]
    public async Task A_new_import_takes_the_place_of_the_one_before()
    {
        using var legal = new Legal();
        legal.WriteLaw("source/井水法.md", "井水法", "2020年1月2日", "第一条 旧。");
        await legal.SucceedAsync("import", "source", "--out", "fulltext");
        legal.WriteLaw("source/井水法.md", "井水法", "2020年1月2日", "第一条 新的井水要清。");
        await legal.SucceedAsync("import", "source", "--out", "fulltext");

        Assert.Contains(
            "新的井水要清。", await legal.SucceedAsync("ask", "井水法第一条", "--corpus", Legal.Corpus, "fulltext"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_things_in_the_folder_are_left_alone()
    {
        using var legal = new Legal();
        legal.Write("fulltext/keep.txt", "mine");
        legal.Write("fulltext/laws/keep/mine.txt", "mine");

        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");

        Assert.True(File.Exists(legal["fulltext/keep.txt"]));
        Assert.True(File.Exists(legal["fulltext/laws/keep/mine.txt"]));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_named()
    {
        using var legal = new Legal();

        var outcome = await legal.RunAsync("import", "nowhere");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("nowhere", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_text_that_was_damaged_is_named_in_one_line()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");
        foreach (var law in Directory.GetFiles(legal["fulltext/laws"], "*.json", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(law, "{", Encoding.UTF8);

        Assert.Contains("fulltext", await legal.FailAsync("ask", "井水法第一条", "--corpus", Legal.Corpus, "fulltext"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<(string Name, string Text)> Content(string folder) =>
        [.. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file)))];
}
