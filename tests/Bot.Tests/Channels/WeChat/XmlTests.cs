using System.Text;
using System.Xml.Linq;
using LegalService.Bot.Channels.WeChat;
using LegalService.Support;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class XmlTests
{
    public static TheoryData<string> Hostile =>
    [
        "",
        " ",
        "null",
        "{\"xml\":1}",
        "<xml>",
        "<xml></xml></xml>",
        "<xml/><xml/>",
        "<html><Content>1</Content></html>",
        "<xml><a>1</a><a>2</a></xml>",
        "<xml>words<a>1</a></xml>",
        "<xml><a>1</b></xml>",
        "<xml><a>\u0001</a></xml>",
        "<xml><a>&#0;</a></xml>",
        "<xml><a>&unknown;</a></xml>",
        "<!DOCTYPE xml><xml><a>1</a></xml>",
        "<!DOCTYPE xml [<!ENTITY e \"1\">]><xml><a>&e;</a></xml>",
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><a>&e;</a></xml>",
        "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><a>1</a></xml>",
        "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]><xml><a>&c;</a></xml>",
        "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;]><xml/>",
        "<xml><a><![CDATA[1]]></xml>",
        "<?xml version=\"2.0\"?><xml/>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_or_broken_XML_is_refused(string xml)
    {
        Assert.Null(WeChatXml.ReadFields(Encoding.UTF8.GetBytes(xml), out var refusal));
        Assert.Equal(WeChatRefusal.Xml, refusal);
    }

    [Fact]
    public void Deep_nesting_neither_breaks_the_reader_nor_is_used()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 8000)) + string.Concat(Enumerable.Repeat("</a>", 8000));
        var fields = WeChatXml.ReadFields(Encoding.UTF8.GetBytes($"<xml><ScanCodeInfo>{deep}</ScanCodeInfo><b>2</b></xml>"), out _);
        Assert.Equal("2", fields!["b"]);
        Assert.Equal("", fields["ScanCodeInfo"]);
    }

    [Theory]
    [InlineData(new byte[] { 0x3C, 0x78, 0x6D, 0x6C, 0x3E, 0xC4, 0xE3, 0x3C, 0x2F, 0x78, 0x6D, 0x6C, 0x3E })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3C, 0x00, 0x78, 0x00 })]
    [InlineData(new byte[] { 0x3C, 0x78, 0x6D, 0x6C, 0x3E, 0xED, 0xA0, 0x80, 0x3C, 0x2F, 0x78, 0x6D, 0x6C, 0x3E })]
    [InlineData(new byte[] { 0xC0, 0xBC })]
    public void What_is_no_UTF8_is_refused_as_that(byte[] body)
    {
        Assert.Null(WeChatXml.ReadFields(body, out var refusal));
        Assert.Equal(WeChatRefusal.Encoding, refusal);
    }

    [Fact]
    public void A_text_message_is_read()
    {
        var message = Read(WeChatAccount.Text("o-1", "老板<不>给&工钱]]]]><![CDATA[>", "77"))!;
        Assert.Equal(("gh_county", "o-1", 1795485600L, "text", "77"), (message.ToUserName, message.FromUserName, message.CreateTime, message.MsgType, message.MsgId));
        Assert.Equal("老板<不>给&工钱]]>", message.Content);
    }

    [Fact]
    public void Fields_may_be_escaped_instead_of_quoted() =>
        Assert.Equal("a<b>&\"", Read(WeChatAccount.Message("o", "text", "<MsgId>1</MsgId><Content>a&lt;b&gt;&amp;&quot;</Content>"))!.Content);

    [Fact]
    public void A_location_is_read()
    {
        var message = Read(WeChatAccount.Message("o", "location", "<MsgId>1</MsgId><Location_X>42.27</Location_X><Location_Y>118.95</Location_Y><Scale>20</Scale>"))!;
        Assert.Equal((42.27, 118.95), (message.Latitude, message.Longitude));
    }

    [Theory]
    [InlineData("ToUserName")]
    [InlineData("FromUserName")]
    [InlineData("CreateTime")]
    [InlineData("MsgType")]
    [InlineData("MsgId")]
    [InlineData("Content")]
    public void A_text_message_without_one_of_its_fields_is_refused(string field)
    {
        var xml = XElement.Parse(WeChatAccount.Text("o", "在吗"));
        xml.Element(field)!.Remove();
        Assert.Null(Read(xml.ToString()));
    }

    [Theory]
    [InlineData("location", "<MsgId>1</MsgId><Location_X>42</Location_X>")]
    [InlineData("location", "<MsgId>1</MsgId><Location_X>91</Location_X><Location_Y>1</Location_Y>")]
    [InlineData("location", "<MsgId>1</MsgId><Location_X>NaN</Location_X><Location_Y>1</Location_Y>")]
    [InlineData("event", "")]
    [InlineData("event", "<Event> </Event>")]
    [InlineData("image", "")]
    public void Messages_without_what_they_need_are_refused(string type, string fields) => Assert.Null(Read(WeChatAccount.Message("o", type, fields)));

    [Fact]
    public void A_reply_carries_any_text_to_the_citizen()
    {
        var message = Read(WeChatAccount.Text("o-1", "在吗"))!;
        const string Text = "《民法典》<第1条>&]]>\n“好”😀";
        var reply = XElement.Parse(WeChatXml.Reply(message, Text, DateTimeOffset.FromUnixTimeSeconds(5)));
        Assert.Equal(("o-1", "gh_county", "5", "text", Text), (
            reply.Element("ToUserName")!.Value, reply.Element("FromUserName")!.Value, reply.Element("CreateTime")!.Value, reply.Element("MsgType")!.Value, reply.Element("Content")!.Value));
    }

    [Fact]
    public void Tries_of_one_message_have_a_key_in_common_and_others_have_not()
    {
        var first = Read(WeChatAccount.Text("o-1", "在吗", "1"))!;
        Assert.Equal(first.RepetitionKey, (first with { Content = "x" }).RepetitionKey);
        Assert.NotEqual(first.RepetitionKey, (first with { MsgId = "2" }).RepetitionKey);
        var entry = Read(WeChatAccount.Event("o-1", "CLICK", "a", 1))!;
        Assert.Equal(entry.RepetitionKey, Read(WeChatAccount.Event("o-1", "CLICK", "a", 1))!.RepetitionKey);
        Assert.NotEqual(entry.RepetitionKey, Read(WeChatAccount.Event("o-1", "CLICK", "a", 2))!.RepetitionKey);
        Assert.NotEqual(entry.RepetitionKey, Read(WeChatAccount.Event("o-2", "CLICK", "a", 1))!.RepetitionKey);
    }

    private static WeChatMessage? Read(string xml) => WeChatXml.ReadMessage(WeChatXml.ReadFields(Encoding.UTF8.GetBytes(xml), out _)!);
}
