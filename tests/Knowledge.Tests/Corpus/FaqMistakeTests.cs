using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

public sealed class FaqMistakeTests
{
    private const string Head = "---\ntopic: 水井\n---\n\n";
    private const string Ways = "别的问法：\n- 井没了\n\n";
    private const string Sound = "## 井被填了 {#well}\n\n" + Ways + "回答：\n挖开。\n\n依据：\n- 水井法 第三条\n\n";

    [Theory]
    [InlineData("## 井脏了\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n", "faq.noId")]
    [InlineData("## 井脏了 {#Well_Dirty}\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n", "faq.noId")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "依据：\n- 水井法 第四条\n", "faq.noAnswer")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "回答：\n\n依据：\n- 水井法 第四条\n", "faq.noAnswer")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "回答：\n淘。\n", "faq.noCitation")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法\n", "faq.citation")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n- 第五条\n", "faq.citation")]
    [InlineData("## 井脏了 {#dirty}\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条、第五条\n", "faq.citation")]
    [InlineData("## 井脏了 {#dirty}\n\n先淘。\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n", "faq.unlabelled")]
    [InlineData("## 井脏了 {#dirty}\n\n办法：先淘。\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n", "faq.unlabelled")]
    [InlineData("## 又填了 {#well}\n\n" + Ways + "回答：\n淘。\n\n依据：\n- 水井法 第四条\n", "faq.duplicateId")]
    public async Task An_entry_with_a_mistake_is_named_and_the_others_load(string section, string code)
    {
        using var folder = new CorpusFolder().Write("faq/水井.md", Head + Sound + section);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("faq/水井.md", 16, code), (problem.File, problem.Line, problem.Code));
        Assert.Equal(("well", "挖开。"), (Assert.Single(corpus.Faq).Id, corpus.Faq[0].Answer));
    }

    [Fact]
    public async Task An_entry_without_other_ways_of_asking_is_named()
    {
        using var folder = new CorpusFolder().Write("faq/水井.md", Head + "## 井脏了 {#dirty}\n\n回答：\n淘。\n\n依据：\n- 水井法 第四条\n");

        var problem = Assert.Single((await folder.ReadAsync()).Problems);

        Assert.Equal(("faq/水井.md", 5, "faq.noOtherWays"), (problem.File, problem.Line, problem.Code));
    }

    [Theory]
    [InlineData("", "file.noFrontMatter")]
    [InlineData(Sound, "file.noFrontMatter")]
    [InlineData("---\ntopic:\n---\n\n" + Sound, "file.frontMatter")]
    [InlineData("---\ntopic: \"  \"\n---\n\n" + Sound, "file.frontMatter")]
    [InlineData("---\ntopic: 水井\nlaw: 水井法\n---\n\n" + Sound, "file.frontMatter")]
    [InlineData("---\n- 水井\n---\n\n" + Sound, "file.frontMatter")]
    public async Task A_file_whose_head_is_wrong_is_named_and_the_other_files_load(string text, string code)
    {
        using var folder = new CorpusFolder().Write("faq/坏.md", text).Write("faq/好.md", Head + Sound);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("faq/坏.md", code), (problem.File, problem.Code));
        Assert.Equal("faq/好.md", Assert.Single(corpus.Faq).File);
    }

    [Fact]
    public async Task An_id_used_in_two_files_of_a_folder_is_named_in_the_later_one()
    {
        using var folder = new CorpusFolder().Write("faq/1.md", Head + Sound).Write("faq/2.md", Head + Sound.Replace("挖开", "填上", StringComparison.Ordinal));

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("faq/2.md", 5, "faq.duplicateId"), (problem.File, problem.Line, problem.Code));
        Assert.Contains("faq/1.md", problem.Reason, StringComparison.Ordinal);
        Assert.Equal("挖开。", Assert.Single(corpus.Faq).Answer);
    }

    [Fact]
    public async Task Blocks_without_blank_lines_between_them_are_told_apart()
    {
        using var folder = new CorpusFolder().Write(
            "faq/水井.md", Head + "## 井脏了 {#dirty}\n别的问法：\n- 甲\n- 乙\n回答：\n淘。\n怎么做：\n1. 一\n2. 二\n依据：\n- 水井法 第四条\n服务：\n- 12345\n");

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        var entry = Assert.Single(corpus.Faq);
        Assert.Equal(["甲", "乙"], entry.OtherWays);
        Assert.Equal("淘。", entry.Answer);
        Assert.Equal(["一", "二"], entry.Steps);
        Assert.Equal("《水井法》第四条", Assert.Single(entry.Citations).ToString());
        Assert.Equal(["12345"], entry.Services);
    }
}
