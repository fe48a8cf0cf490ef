using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Articles;

public sealed class ArticleReadingTests(SharedFullTextServer shared) : IClassFixture<SharedFullTextServer>
{
    [Fact]
    public async Task An_article_with_a_note_has_exactly_the_properties_of_the_contract()
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/水渠条例/第四条");

        Assert.Equal(
            [
                "article", "caption", "gist", "gistIsStale", "headings", "inForceFrom", "issuer", "law", "next", "previous", "status", "title", "url",
                "versions"
            ],
            article.Names().Order());
        Assert.Equal(("水渠条例", "第四条", "中华人民共和国水渠条例"), (article.Text("law"), article.Text("article"), article.Text("title")));
        Assert.Equal(("水渠委员会", "inForce", "2018-06-01"), (article.Text("issuer"), article.Text("status"), article.Text("inForceFrom")));
        Assert.Equal("堵渠要恢复", article.Text("caption"));
        Assert.False(article.GetProperty("gistIsStale").GetBoolean());
    }

    [Fact]
    public async Task An_article_with_full_text_has_its_text_its_headings_and_no_gist_that_nobody_wrote()
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/井水法/第二条");

        Assert.Equal(
            "取井水每天不得超过二十桶。\n前款规定不适用于下列情形：\n（一）救火；\n（二）井边有人生病。",
            article.Text("text"));
        Assert.Equal(["第一章 总则"], article.List("headings").Select(heading => heading.GetString()));
        Assert.DoesNotContain("gist", article.Names());
        Assert.DoesNotContain("caption", article.Names());
    }

    [Fact]
    public async Task An_article_names_the_one_before_and_the_one_after_and_both_can_be_read()
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/井水法/第二条");

        Assert.Equal("第一条", article.GetProperty("previous").Text("article"));
        Assert.Equal("第三条", article.GetProperty("next").Text("article"));
        foreach (var neighbour in (JsonElement[])[article.GetProperty("previous"), article.GetProperty("next")])
            Assert.Equal(neighbour.Text("article"), (await shared.Client.ReadAsync("/api/v1" + neighbour.Text("url"))).Text("article"));
    }

    [Theory]
    [InlineData("第一条", "previous")]
    [InlineData("第四条", "next")]
    public async Task Before_the_first_and_after_the_last_article_there_is_none(string number, string neighbour)
    {
        Assert.DoesNotContain(neighbour, (await shared.Client.ReadAsync($"/api/v1/articles/井水法/{number}")).Names());
    }

    [Fact]
    public async Task An_inserted_article_stands_after_the_one_whose_number_it_bears()
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/水渠条例/第四条");

        Assert.Equal("第四条之一", article.GetProperty("next").Text("article"));
        Assert.Equal("堵渠的罚款", article.GetProperty("next").Text("caption"));
    }

    [Fact]
    public async Task Every_version_is_listed_oldest_first_with_its_days()
    {
        var versions = (await shared.Client.ReadAsync("/api/v1/articles/井水法/第二条")).List("versions");

        Assert.Equal(
            [("2010-01-15", "2010-03-01", "amended"), ("2020-05-20", "2020-07-01", "inForce")],
            versions.Select(version => (version.Text("passed"), version.Text("inForceFrom"), version.Text("status"))));
        Assert.Equal("2020-06-30", versions[0].Text("inForceTo"));
        Assert.DoesNotContain("inForceTo", versions[1].Names());
    }

    [Fact]
    public async Task The_address_of_a_version_leads_to_its_text()
    {
        var versions = (await shared.Client.ReadAsync("/api/v1/articles/井水法/第三条")).List("versions");

        var texts = new List<string>();
        foreach (var version in versions)
            texts.Add((await shared.Client.ReadAsync("/api/v1" + version.Text("url"))).Text("text"));

        Assert.Equal(["多取一桶，罚五元。", "多取一桶，罚八元。"], texts);
    }

    [Theory]
    [InlineData("2010-02-28", "notYetInForce", "多取一桶，罚五元。")]
    [InlineData("2010-03-01", "inForce", "多取一桶，罚五元。")]
    [InlineData("2020-06-30", "inForce", "多取一桶，罚五元。")]
    [InlineData("2020-07-01", "inForce", "多取一桶，罚八元。")]
    public async Task An_article_is_read_as_of_a_day(string day, string status, string text)
    {
        var article = await shared.Client.ReadAsync($"/api/v1/articles/井水法/第三条?asOf={day}");

        Assert.Equal((status, text), (article.Text("status"), article.Text("text")));
        Assert.EndsWith($"?asOf={day}", article.Text("url"), StringComparison.Ordinal);
        Assert.EndsWith($"?asOf={day}", article.GetProperty("previous").Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repealed_article_can_be_read_and_says_that_it_is_repealed()
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/土井办法/第一条");

        Assert.Equal(("repealed", "2020-06-30"), (article.Text("status"), article.Text("inForceTo")));
        Assert.Equal("土井的井口要盖木板。", article.Text("text"));
    }

    [Fact]
    public async Task A_law_that_is_not_in_force_yet_can_be_read_and_says_so()
    {
        Assert.Equal("notYetInForce", (await shared.Client.ReadAsync("/api/v1/articles/羊圈办法/第二条")).Text("status"));
    }

    [Theory]
    [InlineData("水渠条例/第四条之一")]
    [InlineData("水渠条例/4条之一")]
    [InlineData("水渠条例/第4条之1")]
    [InlineData("中华人民共和国水渠条例/第四条之一")]
    [InlineData("《水渠条例》/第四条之一")]
    public async Task An_article_is_found_however_its_address_is_written(string address)
    {
        var article = await shared.Client.ReadAsync("/api/v1/articles/" + address);

        Assert.Equal(("水渠条例", "第四条之一"), (article.Text("law"), article.Text("article")));
        Assert.Equal("/articles/水渠条例/第四条之一", Uri.UnescapeDataString(article.Text("url")));
    }
}
