using System.Text.Json;

namespace LegalService.Contracts.Tests;

public sealed class JsonRoundTripTests
{
    [Fact]
    public void A_request_keeps_every_field()
    {
        RoundTrip.AssertSame(new AnswerRequest("水渠\n“堵了”😀", "c-1", new DateOnly(2020, 2, 29)));
        RoundTrip.AssertSame(new AnswerRequest(null));
    }

    [Fact]
    public void An_answer_keeps_every_field()
    {
        RoundTrip.AssertSame(new AnswerResponse(
            "answered",
            "第一行\n第二行",
            [
                new CitationResponse(
                    "水渠条例", "第四条", "中华人民共和国水渠条例", "inForce", new DateOnly(2018, 6, 1), "原文", "大意", "/articles/a/b", "标题"),
                new CitationResponse("水渠条例", "全文", "水渠条例", "repealed", null, null, null, "/articles/a/c", null),
            ],
            [new NextStepResponse("援助", Service: "legal-aid"), new NextStepResponse("看", Url: "/#q=a"), new NextStepResponse("打", Phone: "12348")],
            0.735,
            "faq"));
    }

    [Fact]
    public void An_article_keeps_every_field()
    {
        RoundTrip.AssertSame(new ArticleResponse(
            "水渠条例", "第四条", "中华人民共和国水渠条例", "水渠委员会", "amended", new DateOnly(2018, 6, 1), new DateOnly(2020, 1, 1), ["第一章 总则"], "堵渠", "大意", true,
            "原文", [new ArticleVersionResponse(new DateOnly(2018, 3, 1), null, new DateOnly(2020, 1, 1), "amended", "/v")],
            new NeighbourResponse("第三条", null, "/p"), new NeighbourResponse("第五条", "标题", "/n"), "/u"));
        RoundTrip.AssertSame(new ArticleResponse("法", "全文", "法", null, "inForce", null, null, [], null, null, false, null, [], null, null, "/u"));
    }

    [Fact]
    public void A_welcome_keeps_every_field()
    {
        RoundTrip.AssertSame(new WelcomeResponse("说明", ["问题"], [new HotlineResponse("12348", "热线", "随时")]));
    }

    [Fact]
    public void A_field_that_this_version_does_not_know_is_passed_over()
    {
        var step = JsonSerializer.Deserialize<NextStepResponse>("""{"label":"打","phone":"110","colour":{"red":[1]} }""", RoundTrip.Json);

        Assert.Equal(new NextStepResponse("打", Phone: "110"), step);
    }

    [Fact]
    public void Days_are_written_as_iso_8601()
    {
        Assert.Contains("\"asOf\":\"2020-02-09\"", JsonSerializer.Serialize(new AnswerRequest("a", AsOf: new DateOnly(2020, 2, 9)), RoundTrip.Json), StringComparison.Ordinal);
    }
}
