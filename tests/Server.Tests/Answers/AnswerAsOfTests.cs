using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class AnswerAsOfTests(SharedFullTextServer shared) : IClassFixture<SharedFullTextServer>
{
    [Theory]
    [InlineData("2012-01-01", "取井水每天不得超过十桶。", "2010-03-01")]
    [InlineData("2020-06-30", "取井水每天不得超过十桶。", "2010-03-01")]
    [InlineData("2020-07-01", "取井水每天不得超过二十桶。", "2020-07-01")]
    [InlineData(null, "取井水每天不得超过二十桶。", "2020-07-01")]
    public async Task An_article_is_shown_as_it_stood_on_the_asked_day(string? asOf, string text, string inForceFrom)
    {
        var answer = await shared.Client.AskAsync("井水法第二条", asOf);

        Assert.Contains(text, answer.Text("text"), StringComparison.Ordinal);
        var citation = Assert.Single(answer.List("citations"));
        Assert.Equal(("inForce", inForceFrom), (citation.Text("status"), citation.Text("inForceFrom")));
        Assert.StartsWith(text, citation.Text("quote"), StringComparison.Ordinal);
        Assert.Equal(asOf is null ? "/articles/井水法/第二条" : $"/articles/井水法/第二条?asOf={asOf}", Uri.UnescapeDataString(citation.Text("url")));
    }

    [Fact]
    public async Task An_answer_by_the_law_of_another_day_says_so_first()
    {
        var answer = await shared.Client.AskAsync("取井水每天不得超过多少桶", "2012-01-01");

        Assert.Equal("answered", answer.Text("outcome"));
        Assert.StartsWith("下面按2012年1月1日那时的法律来说。", answer.Text("text"), StringComparison.Ordinal);
        Assert.Contains("十桶", answer.Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("二十桶", answer.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_by_the_law_of_today_does_not_speak_of_another_day()
    {
        var answer = await shared.Client.AskAsync("取井水每天不得超过多少桶");

        Assert.StartsWith("《井水法》第二条规定：“取井水每天不得超过二十桶。", answer.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repealed_law_is_never_cited_for_today()
    {
        var answer = await shared.Client.AskAsync("土井的井口要不要盖木板");

        Assert.DoesNotContain(answer.List("citations"), citation => citation.Text("law") == "土井办法");
    }

    [Fact]
    public async Task A_repealed_law_is_cited_for_a_day_on_which_it_stood()
    {
        var answer = await shared.Client.AskAsync("土井的井口要不要盖木板", "2015-01-01");

        Assert.Equal("土井办法", answer.List("citations")[0].Text("law"));
    }

    [Fact]
    public async Task Who_asks_for_a_repealed_article_is_told_until_when_it_stood_and_what_took_its_place()
    {
        var answer = await shared.Client.AskAsync("土井办法第一条");

        Assert.Equal("not_in_force", answer.Text("outcome"));
        Assert.Equal("《土井办法》第一条到2020年6月30日为止，后来被《井水法》代替。", answer.Text("text"));
        Assert.Equal("repealed", Assert.Single(answer.List("citations")).Text("status"));
    }

    [Theory]
    [InlineData("\"2020-02-30\"")]
    [InlineData("\"gestern\"")]
    [InlineData("\"\"")]
    [InlineData("20200101")]
    [InlineData("\"2020-01-01T00:00:00Z\"")]
    public async Task A_day_that_is_none_is_refused(string asOf)
    {
        using var response = await shared.Client.PostBodyAsync($$"""{"question":"井水法第二条","asOf":{{asOf}}}""");

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task The_first_and_the_last_day_of_the_calendar_can_be_asked_for(string asOf)
    {
        Assert.NotEmpty((await shared.Client.AskAsync("井水法第二条", asOf)).Text("text"));
    }
}
