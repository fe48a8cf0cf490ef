using System.Globalization;
using System.Text;
using System.Text.Json;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

/// <summary>Whatever editor a clerk writes with.</summary>
public sealed class FileFormTests
{
    [Theory]
    [InlineData("statutes/水井法.md", SampleTexts.WellNotes)]
    [InlineData("faq/水井.md", SampleTexts.WellFaq)]
    [InlineData("lexicon/水井.md", SampleTexts.Lexicon)]
    public async Task Windows_line_ends_and_a_byte_order_mark_change_nothing(string file, string text)
    {
        using var unix = new CorpusFolder().Write(file, text);
        using var windows = new CorpusFolder().Write(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))]);

        var (expected, corpus) = (await unix.ReadAsync(), await windows.ReadAsync());

        Assert.Empty(corpus.Problems);
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(corpus));
    }

    [Theory]
    [InlineData("statutes/坏.md", SampleTexts.WellNotes)]
    [InlineData("faq/坏.md", SampleTexts.WellFaq)]
    [InlineData("lexicon/坏.md", SampleTexts.Lexicon)]
    public async Task A_file_that_is_not_UTF_8_is_named_and_the_others_load(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[bytes.Length / 2] = 0xFF;
        using var folder = CorpusFolder.Sample().Write(file, bytes);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal((file, 0, "file.notUtf8"), (problem.File, problem.Line, problem.Code));
        Assert.Equal((1, 1, 2), (corpus.Notes.Count, corpus.Faq.Count, corpus.Lexicon.Count));
    }

    [Fact]
    public async Task A_huge_file_loads_whole()
    {
        var text = new StringBuilder("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-05-01\n---\n");
        foreach (var number in Enumerable.Range(1, 3000))
            text.Append(CultureInfo.InvariantCulture, $"\n## 第{number}条 打水\n\n{new string('水', 400)}{number}。\n\n问：\n- 第{number}个问题\n\n标签：打水\n");
        using var folder = new CorpusFolder().Write("statutes/水井法.md", text.ToString());

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        var notes = Assert.Single(corpus.Notes).Notes;
        Assert.Equal(Enumerable.Range(1, 3000), notes.Select(note => note.Number.Number));
        Assert.All(notes, note => Assert.EndsWith($"水{note.Number.Number}。", note.Gist, StringComparison.Ordinal));
    }

    [Fact]
    public async Task READMEs_and_files_of_other_kinds_are_left_alone()
    {
        using var folder = CorpusFolder.Sample()
            .Write("statutes/README.md", "# 说明").Write("faq/README.md", "").Write("lexicon/README.md", "").Write("faq/草稿.txt", "x").Write("别的/水井.md", "x");

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.Single(corpus.Faq);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        var exception = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => CorpusFolder.ReadAsync("/没有/这个文件夹"));
        Assert.Contains("/没有/这个文件夹", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_an_empty_corpus()
    {
        using var folder = new CorpusFolder();

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.Empty(corpus.Notes);
        Assert.Empty(corpus.Statutes);
        Assert.Empty(corpus.Faq);
        Assert.Empty(corpus.Lexicon);
        Assert.Null(corpus.Answers);
    }
}
