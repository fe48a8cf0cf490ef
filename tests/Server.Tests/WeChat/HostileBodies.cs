using System.Text;
using System.Xml.Linq;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

/// <summary>Bodies that somebody who had the account's token might send.</summary>
internal static class HostileBodies
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Texts().Select(Encoding.UTF8.GetBytes), .. Bytes()];

    private static IEnumerable<string> Texts()
    {
        foreach (var doctype in new[]
        {
            "<!DOCTYPE xml>",
            "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE xml PUBLIC \"-//X\" \"file:///etc/passwd\">",
            "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE xml [<!ENTITY e \"x\">]>",
            "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>",
            "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
            "<!DOCTYPE xml [<!ATTLIST xml a CDATA \"x\">]>",
        })
        {
            yield return doctype + WeChatAccount.Text("o", "在吗");
            yield return doctype + WeChatAccount.Text("o", "在吗").Replace("<![CDATA[在吗]]>", "&e;&c;", StringComparison.Ordinal);
        }

        foreach (var field in new[] { "ToUserName", "FromUserName", "CreateTime", "MsgType", "MsgId", "Content" })
        {
            var missing = XElement.Parse(WeChatAccount.Text("o", "在吗"));
            missing.Element(field)!.Remove();
            yield return missing.ToString();
            yield return WeChatAccount.Text("o", "在吗").Replace("</xml>", $"<{field}>2</{field}></xml>", StringComparison.Ordinal);
        }

        foreach (var time in new[] { "", "x", "-5", "1e9", "99999999999999999999999999" })
            yield return WeChatAccount.Text("o", "在吗").Replace("1795485600", time, StringComparison.Ordinal);
        foreach (var id in new[] { "", " ", new string('o', 200), "a\tb" })
            yield return WeChatAccount.Text(id, "在吗");
        foreach (var place in new[] { "<Location_X>1</Location_X>", "<Location_X>91</Location_X><Location_Y>0</Location_Y>", "<Location_X>∞</Location_X><Location_Y>0</Location_Y>" })
            yield return WeChatAccount.Message("o", "location", "<MsgId>1</MsgId>" + place);
        string[] broken =
        [
            "", " ", "null", "{}", "<xml>", "</xml>", "<xml/>", "<xml></xml><xml></xml>", "<XML></XML>", "<xml>&#0;</xml>", "<xml>&nbsp;</xml>", "<xml><![CDATA[", "plain words",
            "<xml xmlns='http://x/'><a>1</a></xml>", WeChatAccount.Event("o", ""), WeChatAccount.Text("o", "在吗") + "<!-- -->x", "<soap:Envelope/>",
        ];
        foreach (var text in broken)
            yield return text;
        yield return "<xml>" + string.Concat(Enumerable.Repeat("<a>", 9000)) + "</xml>";
        yield return "<xml " + string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"a{number}=''")) + "/>";
    }

    private static IEnumerable<byte[]> Bytes()
    {
        yield return [0xFF, 0xFE, 0x3C, 0x00];
        yield return [0x00];
        yield return [0xC0, 0x80];
        yield return Encoding.Unicode.GetBytes(WeChatAccount.Text("o", "在吗"));
        yield return Encoding.BigEndianUnicode.GetBytes(WeChatAccount.Text("o", "在吗"));
        var cut = Encoding.UTF8.GetBytes(WeChatAccount.Text("o", "在"));
        yield return [.. cut.Select(value => value == 0xE5 ? (byte)0x80 : value)];
    }
}
