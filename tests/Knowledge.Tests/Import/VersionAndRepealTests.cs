using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

public sealed class VersionAndRepealTests
{
    [Fact]
    public async Task A_version_ends_on_the_day_before_the_next_one_starts()
    {
        using var folder = new SourceFolder()
            .WriteLaw("b(2020-01-02).md", "水井法", "2020年1月2日 国务院发布\n2020年3月1日 施行", "第一条 新。")
            .WriteLaw("a(2001-01-01).md", "中华人民共和国水井法", "2001年1月1日 国务院发布", "第一条 旧。");

        var versions = Assert.Single(await folder.ImportedAsync()).Versions;

        Assert.Equal(["旧。", "新。"], versions.Select(v => v.Articles[0].Text));
        Assert.Equal([new DateOnly(2020, 2, 29), null], versions.Select(v => v.InForceTo));
    }

    [Fact]
    public async Task Of_one_version_in_two_files_the_fuller_is_kept_with_what_only_the_other_states()
    {
        using var folder = new SourceFolder()
            .WriteLaw("短.md", "水井法", "2020年1月2日 国务院发布\n2020年3月1日 施行", "第一条 甲。")
            .WriteLaw("长.md", "水井法", "2020年1月2日 国务院发布", "第一条 甲。\n\n第二条 乙。");

        var report = await folder.ImportAsync();
        var version = await folder.OneAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("短.md", "statute.duplicate", false), (problem.File, problem.Code, problem.FileSkipped));
        Assert.Equal(2, version.Articles.Count);
        Assert.Equal(new DateOnly(2020, 3, 1), version.InForceFrom);
    }

    [Theory]
    [InlineData("本法自2020年3月1日起施行。《中华人民共和国水车条例》同时废止。")]
    [InlineData("本法自2020年3月1日起施行。1990年1月1日国务院发布的《水车条例》、《水桶条例》同时废止。")]
    [InlineData("《水车条例》（水发〔1990〕3号）自本法施行之日起废止。")]
    [InlineData("自本法施行之日起，《水车条例》即行废止。")]
    [InlineData("根据《水利法》，《水车条例》予以废止。")]
    [InlineData("《水车条例》自2020年3月1日起废止。")]
    public async Task A_repealed_law_ends_on_the_day_before_the_repealing_one_starts(string provision)
    {
        var repealed = await AfterRepealAsync("水车条例", provision);

        Assert.Equal((new DateOnly(2020, 2, 29), "水井法"), (repealed.InForceTo, repealed.RepealedBy));
    }

    [Theory]
    [InlineData("《水车条例》部分废止。")]
    [InlineData("《水车条例》与本法不一致的规定同时废止。")]
    [InlineData("《水车条例》与本法不一致的，以本法为准。")]
    [InlineData("《水车条例》第三条同时废止。")]
    [InlineData("《水车条例》中有关水桶的规定同时废止。")]
    [InlineData("条文改为“《水车条例》同时废止”。")]
    [InlineData("《水车条例》（试行）同时废止。")]
    [InlineData("根据《水车条例》，《水桶条例》予以废止。")]
    [InlineData("《水车条例》修改和废止的程序，另行规定。")]
    [InlineData("《水车条例实施办法》同时废止。")]
    public async Task What_is_no_clear_repeal_ends_nothing(string provision)
    {
        var other = await AfterRepealAsync("水车条例", provision);

        Assert.Equal((null, null), (other.InForceTo, other.RepealedBy));
    }

    [Fact]
    public async Task A_judicial_interpretation_is_found_without_the_name_of_its_court()
    {
        var repealed = await AfterRepealAsync(
            "最高人民法院关于审理《中华人民共和国水法》案件的解释", "本法施行后，《关于审理〈中华人民共和国水法〉案件的解释》（法释〔1990〕3号）同时废止。");

        Assert.Equal("水井法", repealed.RepealedBy);
    }

    [Fact]
    public async Task A_law_does_not_repeal_itself_nor_one_that_starts_later()
    {
        using var folder = new SourceFolder()
            .WriteLaw("a.md", "水井法", "2020年1月2日 国务院发布", "第一条 1990年的《水井法》和《水车条例》同时废止。")
            .WriteLaw("b.md", "水车条例", "2021年1月2日 国务院发布", "第一条 甲。");

        Assert.All((await folder.ImportedAsync()).SelectMany(law => law.Versions), version => Assert.Null(version.RepealedBy));
    }

    [Fact]
    public async Task A_law_repealed_by_the_first_version_of_an_amended_law_ended_with_that_one()
    {
        using var folder = new SourceFolder()
            .WriteLaw("a.md", "水井法", "2000年1月2日 国务院发布\n2018年1月2日 修订", "第一条 本法自2000年5月1日起施行。《水车条例》同时废止。")
            .WriteLaw("b.md", "水车条例", "1990年1月2日 国务院发布", "第一条 甲。");

        var repealed = (await folder.ImportedAsync()).Single(law => law.Law == "水车条例").Versions[0];

        Assert.Equal(new DateOnly(2000, 4, 30), repealed.InForceTo);
    }

    private static async Task<StatuteVersion> AfterRepealAsync(string title, string provision)
    {
        using var folder = new SourceFolder()
            .WriteLaw("a.md", "水井法", "2020年1月2日 国务院发布\n2020年3月1日 施行", "第一条 甲。\n\n第二条 " + provision)
            .WriteLaw("b.md", title, "1990年1月2日 国务院发布", "第一条 甲。");
        return (await folder.ImportedAsync()).Single(law => law.Law != "水井法").Versions[0];
    }
}
