using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.WeChat;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class RenderingTests
{
    private static readonly Uri Page = new("https://falv.example.gov.cn/");

    private static readonly WeChatTexts Texts = new() { Choices = "回复数字：", Citations = "依据：", PlacesFound = "最近的：", PlacesNone = "没有" };

    [Theory]
    [InlineData("**先**找*劳动监察*，再`仲裁`。", "先找劳动监察，再仲裁。")]
    [InlineData("# 怎么办\n\n去投诉。", "怎么办\n去投诉。")]
    [InlineData("- 欠条\n- 工资表", "· 欠条\n· 工资表")]
    [InlineData("2. 投诉\n3. 仲裁", "2. 投诉\n3. 仲裁")]
    [InlineData("看[第五十条](/articles/劳动法/第五十条)。", "看第五十条（https://falv.example.gov.cn/articles/%E5%8A%B3%E5%8A%A8%E6%B3%95/%E7%AC%AC%E4%BA%94%E5%8D%81%E6%9D%A1）。")]
    [InlineData("> 工资应当按月支付", "工资应当按月支付")]
    [InlineData("第一行\n第二行", "第一行\n第二行")]
    public void Markdown_becomes_plain_words(string markdown, string expected) => Assert.Equal(expected, PlainText.OfMarkdown(markdown, Page));

    [Fact]
    public void Plain_text_stays_as_it_is() =>
        Assert.Equal("3*5=15，_下划线_", Render(Activity.Message("3*5=15，_下划线_")).Text);

    [Fact]
    public void Several_messages_become_one_text() =>
        Assert.Equal("一\n\n二", Render(Activity.Message("一"), Activity.Message("二")).Text);

    [Fact]
    public void What_XML_cannot_carry_is_left_out() => Assert.Equal("ab\nc😀\uFFFD", PlainText.Clean("a\u0000b\r\nc😀\u001B\uD83D"));

    [Fact]
    public void Choices_are_numbered_and_remembered_by_what_they_say()
    {
        var rendered = Render(Activity.Message("您要问哪一个？") with { SuggestedActions = new SuggestedActions([CardAction.Say("工资", "老板拖欠工资怎么办"), CardAction.Say("工伤")]) });
        Assert.Equal("您要问哪一个？\n\n回复数字：\n1. 工资\n2. 工伤", rendered.Text);
        Assert.Equal(["老板拖欠工资怎么办", "工伤"], rendered.Choices);
    }

    [Fact]
    public void Links_and_numbers_to_dial_are_lines_of_their_own()
    {
        var actions = new SuggestedActions([CardAction.Open("网上申请", "/services/legal-aid"), new CardAction(ActionTypes.Call, "打 12348 公共法律服务热线", JsonSerializer.SerializeToElement("tel:12348"))]);
        var activity = Activity.Message("可以申请。") with { SuggestedActions = actions };
        Assert.Equal("可以申请。\n\n网上申请：https://falv.example.gov.cn/services/legal-aid\n打 12348 公共法律服务热线", Render(activity).Text);
        Assert.Equal("可以申请。\n\n打 12348 公共法律服务热线", new WeChatRendering(Texts, null).Render([activity]).Text);
    }

    [Fact]
    public void The_articles_of_an_answer_are_named_once()
    {
        var activity = Activity.Message("按《劳动法》第五十条，工资按月付。") with
        {
            Entities = [Claim("《劳动法》第五十条"), Claim("《劳动合同法》第三十条"), Entity.Of("legalService/answer", new { name = "x" })],
        };
        Assert.Equal("按《劳动法》第五十条，工资按月付。\n\n依据：\n《劳动合同法》第三十条", Render(activity).Text);
    }

    [Fact]
    public void A_card_is_told_in_words()
    {
        var card = Activity.Message("请核对") with { Attachments = [Attachment.Of(new HeroCard("预约单", "司法局", "周三 9:00", [CardAction.Say("对")]))] };
        Assert.Equal("请核对\n\n预约单\n司法局\n周三 9:00\n\n回复数字：\n1. 对", Render(card).Text);
    }

    [Fact]
    public void Typing_says_nothing() => Assert.Equal("", Render(new Activity { Type = ActivityTypes.Typing }).Text);

    [Fact]
    public void Service_points_are_told_with_their_distance()
    {
        var text = new WeChatRendering(Texts, Page).Places([new("服务中心", "城关镇", "0000-1", 444, "9:00 开门"), new("司法所", "东乡", null, 12_345, null)]);
        Assert.Equal("最近的：\n\n1. 服务中心（约 440 米）\n地址：城关镇\n电话：0000-1\n9:00 开门\n\n2. 司法所（约 12.3 公里）\n地址：东乡", text);
        Assert.Equal("没有", new WeChatRendering(Texts, Page).Places([]));
    }

    private static Entity Claim(string name) => Entity.Of("https://schema.org/Claim", new { name });

    private static Rendered Render(params Activity[] activities) => new WeChatRendering(Texts, Page).Render(activities);
}
