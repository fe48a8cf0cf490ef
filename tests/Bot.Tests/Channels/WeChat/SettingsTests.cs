using LegalService.Bot.Channels.WeChat;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class SettingsTests
{
    private static readonly string Shipped = Path.Combine(WeChatHost.Corpus, "answers");

    [Fact]
    public void Without_an_account_nothing_is_demanded() => Assert.Empty(Faults(new WeChatOptions()));

    [Fact]
    public void A_whole_account_is_accepted() => Assert.Empty(Faults(Account(_ => { })));

    public static TheoryData<string, Action<WeChatOptions>> Wrong => new()
    {
        { "WeChat:Token", options => options.Token = "" },
        { "WeChat:Token", options => options.Token = "a b" },
        { "WeChat:AppId", options => options.AppId = "" },
        { "WeChat:EncodingAesKey", options => options.EncodingAesKey = "short" },
        { "WeChat:RequireEncryption", options => (options.RequireEncryption, options.EncodingAesKey) = (true, "") },
        { "WeChat:ApiBase", options => options.ApiBase = new Uri("ftp://x/") },
        { "WeChat:PageUrl", options => options.PageUrl = new Uri("relative", UriKind.Relative) },
        { "WeChat:AnswerWithin", options => options.AnswerWithin = TimeSpan.FromSeconds(5) },
        { "WeChat:AnswerLaterWithin", options => options.AnswerLaterWithin = TimeSpan.FromSeconds(1) },
        { "WeChat:OldestTimestamp", options => options.OldestTimestamp = TimeSpan.Zero },
        { "WeChat:RememberMessages", options => options.RememberMessages = TimeSpan.FromMinutes(6) },
        { "WeChat:LargestBody", options => options.LargestBody = 1_000_000 },
        { "WeChat:LongestText", options => options.LongestText = 4096 },
        { "WeChat:NearestPlaces", options => options.NearestPlaces = 0 },
        { "WeChat:AttemptTimeout", options => options.AttemptTimeout = TimeSpan.Zero },
        { "WeChat:Retries", options => options.Retries = -1 },
        { "WeChat:RetryDelay", options => options.RetryDelay = TimeSpan.FromHours(1) },
        { "WeChat:Templates:appointment.booked", options => options.Templates["appointment.booked"] = new WeChatTemplate() },
        { "WeChat:SendEvery", options => options.SendEvery = TimeSpan.Zero },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_by_its_path_in_Chinese(string path, Action<WeChatOptions> change)
    {
        var fault = Assert.Single(Faults(Account(change)));
        Assert.StartsWith(path + "：", fault);
        Assert.Contains(fault, character => character is >= '\u4E00' and <= '\u9FFF');
    }

    [Fact]
    public void The_shipped_texts_and_menu_are_whole()
    {
        Assert.Contains("12348", WeChatFiles.ReadTexts(Shipped, null).Subscribe);
        Assert.Empty(WeChatFiles.ReadMenu(Shipped).Faults());
    }

    [Fact]
    public void A_line_with_the_page_is_said_only_where_there_is_one()
    {
        Assert.Contains("https://falv.example.gov.cn/", WeChatFiles.ReadTexts(Shipped, new Uri("https://falv.example.gov.cn")).Subscribe);
        Assert.DoesNotContain("网页", WeChatFiles.ReadTexts(Shipped, null).Subscribe);
    }

    [Theory]
    [InlineData("buttons: []", "buttons")]
    [InlineData("buttons: [{name: 一, key: a, say: b}, {name: 二, key: a, say: b}]", "写了两次")]
    [InlineData("buttons: [{name: 名字实在太长了, key: a, say: b}]", "16 个字节")]
    [InlineData("buttons: [{name: 一, key: a}]", "要么写 key 和 say")]
    [InlineData("buttons: [{name: 一, page: /, key: a, say: b}]", "要么写 key 和 say")]
    [InlineData("buttons: [{name: 一, key: a, say: b, children: [{name: 二, page: /}]}]", "就不能再写")]
    [InlineData("buttons: [{name: 一, children: [{name: 二, children: [{name: 三, page: /}]}]}]", "不能再有 children")]
    [InlineData("buttons: [{nmae: 一}]", "wechat-menu.yaml(1)")]
    public void A_menu_that_WeChat_would_refuse_is_refused_with_what_is_wrong(string yaml, string told)
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-menu-").FullName;
        File.WriteAllText(Path.Combine(folder, "wechat-menu.yaml"), yaml);
        Assert.Contains(told, Assert.Throws<InvalidDataException>(() => WeChatFiles.ReadMenu(folder)).Message);
        Directory.Delete(folder, recursive: true);
    }

    private static WeChatOptions Account(Action<WeChatOptions> change)
    {
        var options = new WeChatOptions { Token = "legal2026", AppId = "wx1", AppSecret = "s", EncodingAesKey = new string('a', 43) };
        change(options);
        return options;
    }

    private static IEnumerable<string> Faults(WeChatOptions options) => new WeChatOptionsValidator().Validate(null, options).Failures ?? [];
}
