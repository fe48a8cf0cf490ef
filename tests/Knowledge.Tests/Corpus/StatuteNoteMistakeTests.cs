using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

public sealed class StatuteNoteMistakeTests
{
    private const string Head = "---\nlaw: 水井法\ntitle: 中华人民共和国水井法\npassed: 2020-05-01\n---\n\n";
    private const string Sound = "## 第九条 好的\n\n好好打水。\n\n问：\n- 能打水吗\n\n标签：打水\n\n";

    [Theory]
    [InlineData("## 打水\n\n大意。\n", "note.noNumber")]
    [InlineData("## 第条 打水\n\n大意。\n", "note.noNumber")]
    [InlineData("## 第零条 打水\n\n大意。\n", "note.noNumber")]
    [InlineData("## 第99999条 打水\n\n大意。\n", "note.noNumber")]
    [InlineData("## 第三条 打水\n\n", "note.noGist")]
    [InlineData("## 第三条 打水\n\n问：\n- 能打水吗\n\n标签：打水\n", "note.noGist")]
    [InlineData("## 第九条 又来\n\n大意。\n", "note.duplicate")]
    [InlineData("## 第9条 又来\n\n大意。\n", "note.duplicate")]
    public async Task A_note_with_a_mistake_is_named_and_the_others_load(string section, string code)
    {
        using var folder = new CorpusFolder().Write("statutes/甲/水井法.md", Head + Sound + section);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("statutes/甲/水井法.md", 16, code), (problem.File, problem.Line, problem.Code));
        Assert.NotEqual("", problem.Reason);
        Assert.Equal($"statutes/甲/水井法.md(16): {code} {problem.Reason}", problem.ToString());
        var note = Assert.Single(Assert.Single(corpus.Notes).Notes);
        Assert.Equal((new ArticleNumber(9), "好好打水。"), (note.Number, note.Gist));
    }

    [Theory]
    [InlineData("", 1, "file.noFrontMatter")]
    [InlineData("   \n\n", 1, "file.noFrontMatter")]
    [InlineData(Sound, 1, "file.noFrontMatter")]
    [InlineData("---\n---\n\n" + Sound, 1, "file.noFrontMatter")]
    [InlineData("---\nlaw: 水井法\npassed: 2020-05-01\n---\n\n" + Sound, 1, "file.frontMatter")]
    [InlineData("---\ntitle: 水井法\npassed: 2020-05-01\n---\n\n" + Sound, 1, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\n---\n\n" + Sound, 1, "file.frontMatter")]
    [InlineData("---\nlaw: 《中华人民共和国》\ntitle: 水井法\npassed: 2020-05-01\n---\n\n" + Sound, 1, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-13-01\n---\n\n" + Sound, 4, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-02-30\n---\n\n" + Sound, 4, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 去年\n---\n\n" + Sound, 4, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-05-01\narticles: 很多\n---\n\n" + Sound, 5, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-05-01\nauthor: 我\n---\n\n" + Sound, 5, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: [水井法\n---\n\n" + Sound, null, "file.frontMatter")]
    [InlineData("---\nlaw: 水井法\ntitle: 水井法\npassed: 2020-05-01\ninForceFrom: 2021-01-01\ninForceTo: 2020-12-31\n---\n\n" + Sound, 1, "file.frontMatter")]
    public async Task A_file_whose_head_is_wrong_is_named_and_the_other_files_load(string text, int? line, string code)
    {
        using var folder = new CorpusFolder().Write("statutes/坏.md", text).Write("statutes/好.md", Head + Sound);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("statutes/坏.md", code), (problem.File, problem.Code));
        Assert.Equal(line ?? problem.Line, problem.Line);
        Assert.Equal("statutes/好.md", Assert.Single(corpus.Notes).File);
    }

    [Fact]
    public async Task Several_mistakes_in_one_file_are_all_named()
    {
        using var folder = new CorpusFolder().Write("statutes/水井法.md", Head + "## 甲\n\n大意。\n\n## 第二条\n\n" + Sound + "## 第九条\n\n大意。\n");

        var corpus = await folder.ReadAsync();

        Assert.Equal(
            [(7, "note.noNumber"), (11, "note.noGist"), (22, "note.duplicate")], corpus.Problems.Select(problem => (problem.Line, problem.Code)));
        Assert.Single(Assert.Single(corpus.Notes).Notes);
    }

    [Fact]
    public async Task A_label_nobody_knows_is_plain_text_and_none_of_it_is_lost()
    {
        using var folder = new CorpusFolder().Write("statutes/水井法.md", Head + "## 第三条 打水\n\n注意：别掉下去。\n\n标签：打水\n");

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.Equal("注意：别掉下去。", Assert.Single(corpus.Notes).Notes[0].Gist);
    }

    [Fact]
    public async Task A_label_without_a_blank_line_before_it_is_still_a_label()
    {
        using var folder = new CorpusFolder().Write("statutes/水井法.md", Head + "## 第三条 打水\n\n大意。\n问：\n- 甲问\n- 乙问\n标签：打水、井\n");

        var note = Assert.Single((await folder.ReadAsync()).Notes).Notes[0];

        Assert.Equal("大意。", note.Gist);
        Assert.Equal(["甲问", "乙问"], note.Questions);
        Assert.Equal(["打水", "井"], note.Tags);
    }

    [Fact]
    public async Task A_question_on_two_lines_is_one_question_without_a_gap()
    {
        using var folder = new CorpusFolder().Write("statutes/水井法.md", Head + "## 第三条 打水\n\n大意，\n还有。\n\n问：\n- 甲问\n  接着问\n- 乙问\n");

        var note = Assert.Single((await folder.ReadAsync()).Notes).Notes[0];

        Assert.Equal("大意，还有。", note.Gist);
        Assert.Equal(["甲问接着问", "乙问"], note.Questions);
    }

    [Fact]
    public async Task The_parts_of_a_code_in_several_files_are_one_law()
    {
        using var folder = new CorpusFolder().WriteAnswers()
            .Write("statutes/水井法/一.md", Head + "## 第一条 甲\n\n甲的大意。\n")
            .Write("statutes/水井法/二.md", Head + "## 第二条 乙\n\n乙的大意。\n");

        using var index = await folder.IndexAsync();

        Assert.Equal("水井法", Assert.Single(index.Articles.Laws).Law);
        Assert.Equal([1, 2], index.Articles.Entries.Select(entry => entry.Key.Number.Number));
    }

    [Fact]
    public async Task An_alias_of_signs_alone_does_not_stop_the_corpus()
    {
        using var folder = new CorpusFolder().WriteAnswers()
            .Write("statutes/水井法.md", Head.Replace("---\n\n", "aliases: [\"★★\", \"  \", 井规]\n---\n\n", StringComparison.Ordinal) + Sound);

        var answerer = await folder.AnswererAsync();

        Assert.Equal(["《水井法》第九条"], answerer.Ask("井规第九条").Cited());
    }
}
