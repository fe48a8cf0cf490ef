using System.Text;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

public sealed class MarkdownImportTests
{
    [Fact]
    public async Task A_law_is_read_with_headings_paragraphs_and_items()
    {
        using var folder = new SourceFolder().WriteLaw(
            "渡船法(2019-05-01).md", "中华人民共和国渡船法", "2019年5月1日 第九届全国人民代表大会常务委员会第二次会议通过\n2019年7月1日 施行",
            """
            ## 第一章 总则

            第一条 渡船应当按时开。

            渡船遇有下列情形的，可以不开：

            （一）大风；

            （二）大雾。

            天晴以后照常开。

            ## 第二章 船工

            ### 第一节 资格

            第二条　船工应当会游泳。
            """);

        var version = await folder.OneAsync();

        Assert.Equal("中华人民共和国渡船法", version.Title);
        Assert.Equal(["第一章 总则"], version.Articles[0].Headings);
        Assert.Equal(["渡船应当按时开。", "渡船遇有下列情形的，可以不开：", "天晴以后照常开。"], version.Articles[0].Paragraphs.Select(p => p.Text));
        Assert.Equal(["（一）大风；", "（二）大雾。"], version.Articles[0].Paragraphs[1].Items);
        Assert.Equal(["第二章 船工", "第一节 资格"], version.Articles[1].Headings);
        Assert.Equal("船工应当会游泳。", version.Articles[1].Text);
        Assert.Equal(2, version.History.Count);
        Assert.Equal("渡船法(2019-05-01).md", version.Source);
    }

    [Fact]
    public async Task Articles_are_recognised_however_their_number_is_written()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "水井规定", "", "第1条 甲。\n\n第二条　乙。\n\n第三条丙应当守规矩。\n\n第三条之一 丁。\n\n第４条 不是条文。\n\n第四条\n\n戊。");

        var version = await folder.OneAsync();

        Assert.Equal(["第一条", "第二条", "第三条", "第三条之一", "第四条"], version.Articles.Select(a => a.Number.ToString()));
        Assert.Equal("丙应当守规矩。", version.Articles[2].Text);
        Assert.Equal("丁。\n第４条 不是条文。", version.Articles[3].Text);
        Assert.Equal("戊。", version.Articles[4].Text);
    }

    [Fact]
    public async Task A_reference_at_the_start_of_a_line_is_text()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "水井规定", "", "第一条 甲。\n\n第二条 乙。\n\n第一条规定的井，除外。\n\n第三条规定的水，除外。\n\n第一条 也算正文。\n\n第三条 丙。");

        var report = await folder.ImportAsync();
        var version = await folder.OneAsync();

        Assert.Equal(3, version.Articles.Count);
        Assert.Equal("乙。\n第一条规定的井，除外。\n第三条规定的水，除外。\n第一条 也算正文。", version.Articles[1].Text);
        Assert.Equal("statute.articlesOutOfOrder", Assert.Single(report.Problems, p => p.Code != "statute.unclearDate").Code);
    }

    [Fact]
    public async Task Articles_that_run_together_in_one_line_are_told_apart()
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井规定", "", "第一条 甲。 第二条 乙见第一条。 第三条 丙。\n\n第四条 丁。");

        var version = await folder.OneAsync();

        Assert.Equal(["甲。", "乙见第一条。", "丙。", "丁。"], version.Articles.Select(a => a.Text));
    }

    [Fact]
    public async Task A_gap_is_reported_and_nothing_else_is_lost()
    {
        using var folder = new SourceFolder().WriteLaw("水井(2020-01-01).md", "水井规定", "", "第一条 甲。\n\n第二条 乙。\n\n第五条 丙。");

        var problem = Assert.Single((await folder.ImportAsync()).Problems);

        Assert.Equal("statute.articlesMissing", problem.Code);
        Assert.Contains("第三条、第四条", problem.Reason, StringComparison.Ordinal);
        Assert.False(problem.FileSkipped);
        Assert.Equal(3, (await folder.OneAsync()).Articles.Count);
    }

    [Fact]
    public async Task Articles_of_another_law_that_an_amendment_spells_out_are_text()
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井规定修正案", "", "第三条 增加两条：\n\n第九十条 新的一条。\n\n第九十一条 又一条。");

        var version = await folder.OneAsync();

        Assert.Equal("增加两条：\n第九十条 新的一条。\n第九十一条 又一条。", Assert.Single(version.Articles).Text);
    }

    [Fact]
    public async Task An_annex_goes_into_the_body_with_its_own_articles()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "水井规定", "", "为了井水，制定本规定。\n\n第一条 甲。\n\n附加费也要付。\n\n附件1：\n\n井盖样式\n\n第一条 井盖是圆的。");

        var version = await folder.OneAsync();

        Assert.Equal("甲。\n附加费也要付。", Assert.Single(version.Articles).Text);
        Assert.Equal(["为了井水，制定本规定。", "附件1：", "井盖样式", "第一条 井盖是圆的。"], version.Body);
    }

    [Fact]
    public async Task A_law_that_is_published_anew_below_the_decision_on_it_has_articles()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "最高人民法院关于审理水井案件的解释", "", "一、删去第二条。\n\n附：\n\n关于审理水井\n\n案件的解释\n\n第一条 甲。\n\n第二条 乙。");

        var version = await folder.OneAsync();

        Assert.Equal(2, version.Articles.Count);
        Assert.Equal(4, version.Body.Count);
    }

    [Fact]
    public async Task A_heading_that_was_broken_in_two_or_lost_its_marker_is_still_a_heading()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "水井规定", "",
            "## 第一章 井和\n\n井盖\n\n第一条 甲。\n\n取水的规矩\n\n第二条 乙。\n\n## 第三章\n\n附 则\n\n第三条 丙：\n\n（一）丁。\n\n第四条 戊。");

        var version = await folder.OneAsync();

        Assert.Equal(["第一章 井和井盖", "取水的规矩", "第三章 附 则", "第三章 附 则"], version.Articles.Select(a => string.Join('/', a.Headings)));
        Assert.Empty(version.Body);
    }

    [Fact]
    public async Task A_document_without_articles_is_kept_whole()
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "关于水井的批复", "2001年2月3日 国务院发布", "## 关于井\n\n一、井要有盖。\n\n二、盖要常关。");

        var report = await folder.ImportAsync();
        var version = await folder.OneAsync();

        Assert.Equal(1, report.WholeDocuments);
        Assert.Empty(version.Articles);
        Assert.Equal(["关于井", "一、井要有盖。", "二、盖要常关。"], version.Body);
    }

    [Fact]
    public async Task The_parts_of_a_code_become_one_law_in_the_order_of_its_articles()
    {
        const string Title = "# 中华人民共和国水法典\n\n";
        using var folder = new SourceFolder()
            .Write("水法典/乙编.md", Title + "# 乙编\n\n2020年5月28日 第三届全国人民代表大会第三次会议通过\n\n<!-- INFO END -->\n\n## 第一章 井\n\n第二条 乙。")
            .Write("水法典/甲编.md", Title + "# 甲编\n\n2020年5月28日 第三届全国人民代表大会第三次会议通过\n\n2021年1月1日 施行\n\n<!-- INFO END -->\n\n第一条 甲。");

        var report = await folder.ImportAsync();
        var version = await folder.OneAsync();

        Assert.Empty(report.Problems);
        Assert.Equal([new ArticleNumber(1), new ArticleNumber(2)], version.Articles.Select(a => a.Number));
        Assert.Equal(["乙编", "第一章 井"], version.Articles[1].Headings);
        Assert.Equal(new DateOnly(2021, 1, 1), version.InForceFrom);
        Assert.Equal("水法典", version.Source);
    }

    [Theory]
    [InlineData(new byte[] { 0xC4, 0xE3, 0xBA, 0xC3 }, "text.notUtf8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x23, 0x00 }, "text.notUtf8")]
    [InlineData(new byte[] { 0x23, 0x20, 0x00, 0x41 }, "text.binary")]
    [InlineData(new byte[] { 0x0A, 0x20, 0x0A }, "text.empty")]
    [InlineData(new byte[0], "text.empty")]
    [InlineData(new byte[] { 0x41, 0x42 }, "statute.noTitle")]
    public async Task A_file_that_cannot_be_read_costs_only_itself(byte[] bytes, string code)
    {
        using var folder = new SourceFolder().Write("坏.md", bytes).WriteLaw("好(2020-01-01).md", "水井规定", "", "第一条 甲。");

        var report = await folder.ImportAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("坏.md", code, true), (problem.File, problem.Code, problem.FileSkipped));
        Assert.Equal(1, report.Laws);
    }

    [Fact]
    public async Task A_byte_order_mark_and_characters_without_width_are_no_text()
    {
        using var folder = new SourceFolder().Write("a.md", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("# 水井规定\n\n\u200B\n\n第一条 甲。\u200B\n")]);

        Assert.Equal("甲。", Assert.Single((await folder.OneAsync()).Articles).Text);
    }
}
