namespace LegalService.Knowledge.Tests.Import;

public sealed class DateTests
{
    [Theory]
    [InlineData("2019年5月1日 国务院第3次常务会议通过\n2019年6月2日 中华人民共和国国务院令第7号公布\n2019年9月1日 施行", "2019-06-02", "2019-09-01")]
    [InlineData("（2019年5月1日国务院令第7号公布　自公布之日起施行）", "2019-05-01", "2019-05-01")]
    [InlineData("２０１９年５月１日 国务院发布，\n２０１９年９月１日 起施行", "2019-05-01", "2019-09-01")]
    [InlineData("一九八四年二月二十七日 国务院发布", "1984-02-27", null)]
    [InlineData("1999年5月1日 国务院发布\n1999年9月1日 施行\n2010年3月4日 《国务院关于修改〈水井规定〉的决定》修订", "2010-03-04", null)]
    [InlineData("1999年5月1日 国务院公告公布施行", "1999-05-01", "1999-05-01")]
    [InlineData("2019年2月30日 国务院发布", null, null)]
    public async Task The_header_says_when_a_law_was_passed_and_came_into_force(string history, string? passed, string? inForceFrom)
    {
        using var folder = new SourceFolder().WriteLaw("a.md", "水井规定", history, "第一条 甲。");

        var version = await folder.OneAsync();

        Assert.Equal(passed is null ? null : DateOnly.Parse(passed, null), version.Passed);
        Assert.Equal(inForceFrom is null ? null : DateOnly.Parse(inForceFrom, null), version.InForceFrom);
    }

    [Theory]
    [InlineData("第二条 本规定自2020年3月1日起施行。", "2020-03-01")]
    [InlineData("第二条 本规定自公布之日起施行。", "2020-01-02")]
    [InlineData("第二条 本规定自1990年3月1日起施行。", null)]
    [InlineData("第二条 第一条自2020年3月1日起施行，其余自2020年5月1日起施行。", null)]
    [InlineData("第二条 《水车规定》自2020年3月1日起施行以后，不再适用。", null)]
    public async Task The_last_article_says_when_a_law_came_into_force_unless_that_was_an_older_version(string article, string? inForceFrom)
    {
        using var folder = new SourceFolder().WriteLaw("水井规定(2020-01-02).md", "水井规定", "", "第一条 甲。\n\n" + article);

        var version = await folder.OneAsync();

        Assert.Equal(new DateOnly(2020, 1, 2), version.Passed);
        Assert.Equal(inForceFrom is null ? null : DateOnly.Parse(inForceFrom, null), version.InForceFrom);
    }

    [Fact]
    public async Task An_amended_law_did_not_come_into_force_on_its_publication_again()
    {
        using var folder = new SourceFolder().WriteLaw(
            "水井规定(2020-01-02).md", "水井规定", "1990年1月1日 国务院发布\n2020年1月2日 《关于修改〈水井规定〉的决定》修订", "第一条 本规定自发布之日起施行。");

        Assert.Null((await folder.OneAsync()).InForceFrom);
    }

    [Fact]
    public async Task Brackets_below_the_marked_header_belong_to_the_header()
    {
        using var folder = new SourceFolder().WriteLaw(
            "a.md", "水井规定", "", "（最高人民法院审判委员会第9次会议通过 2008年4月17日最高人民法院公告公布 自2008年4月23日起施行）\n\n第一条 甲。");

        var version = await folder.OneAsync();

        Assert.Single(version.History);
        Assert.Empty(version.Body);
        Assert.Equal((new DateOnly(2008, 4, 17), new DateOnly(2008, 4, 23)), (version.Passed, version.InForceFrom));
    }

    [Fact]
    public async Task An_amended_text_whose_header_stops_early_is_not_in_force_before_the_day_in_its_file_name()
    {
        using var folder = new SourceFolder().WriteLaw(
            "水井规定(2020-01-02).md", "水井规定", "1990年1月1日 国务院发布", "第一条 甲。\n\n第二条 本规定自1990年3月1日起施行。");

        Assert.Equal("statute.unclearDate", Assert.Single((await folder.ImportAsync()).Problems).Code);
        var version = await folder.OneAsync();
        Assert.Equal((new DateOnly(2020, 1, 2), null), (version.Passed, version.InForceFrom));
    }

    [Theory]
    [InlineData("最高人民法院、最高人民检察院关于水井的解释", "", "最高人民法院、最高人民检察院")]
    [InlineData("最高人民法院  最高人民检察院关于水井的解释", "", "最高人民法院、最高人民检察院")]
    [InlineData("人民检察院水井规则", "2001年1月1日 最高人民检察院第九届检察委员会第3次会议通过", "最高人民检察院")]
    [InlineData("国务院关于水井的决定", "", "国务院")]
    [InlineData("水井条例", "2001年1月1日 国务院批准\n2001年2月1日 水利部令第3号发布", "水利部")]
    [InlineData("水井条例", "2001年1月1日 中华人民共和国国务院、中华人民共和国中央军事委员会令第3号公布", "国务院、中央军事委员会")]
    [InlineData("水井法", "2001年1月1日 第九届全国人民代表大会第二次会议通过\n2005年1月1日 第十届全国人民代表大会常务委员会第三次会议修订", "全国人民代表大会")]
    [InlineData("水井法", "2001年1月1日 第九届全国人民代表大会常务委员会第二次会议通过", "全国人民代表大会常务委员会")]
    [InlineData("最高人民法院大楼管理规定", "", null)]
    [InlineData("水井条例", "", null)]
    public async Task The_issuer_is_named_only_when_title_or_header_says_so(string title, string history, string? issuer)
    {
        using var folder = new SourceFolder().WriteLaw("a.md", title, history, "第一条 甲。");

        Assert.Equal(issuer, (await folder.OneAsync()).Issuer);
    }
}
