using System.Net;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

public sealed class ConversationTests(SharedAccount shared) : IClassFixture<SharedAccount>
{
    private const string Question = "邻居把水渠堵了怎么办";

    [Fact]
    public async Task The_server_check_gives_back_what_it_brought()
    {
        var query = Citizen.Account.Plain(TimeProvider.System.GetUtcNow());
        query["echostr"] = "5921 &<b>";
        Assert.Equal("5921 &<b>", await shared.Client.GetStringAsync(Citizen.Address(query)));
    }

    [Fact]
    public async Task The_server_check_of_somebody_else_is_refused_without_a_word()
    {
        var query = Citizen.Account.Plain(TimeProvider.System.GetUtcNow());
        (query["echostr"], query["nonce"]) = ("1", "another");
        using var response = await shared.Client.GetAsync(Citizen.Address(query));
        Assert.Equal((HttpStatusCode.Forbidden, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_question_is_answered_with_its_article_and_without_Markdown()
    {
        var answer = await shared.Client.SayAsync(WeChatAccount.Text("o-question", Question));
        Assert.Contains("水渠", answer);
        Assert.Contains("第四条", answer);
        Assert.DoesNotContain("**", answer);
        Assert.DoesNotContain("](", answer);
    }

    [Fact]
    public async Task The_same_question_in_safe_mode_gets_the_same_answer_encrypted() => Assert.Equal(
        await shared.Client.SayAsync(WeChatAccount.Text("o-plain", Question)), await shared.Client.SaySafelyAsync(WeChatAccount.Text("o-safe", Question)));

    [Fact]
    public async Task Spoken_words_are_answered_like_written_ones() => Assert.Equal(
        await shared.Client.SayAsync(WeChatAccount.Text("o-writes", Question)),
        await shared.Client.SayAsync(WeChatAccount.Message("o-speaks", "voice", $"<MsgId>{WeChatAccount.NewId()}</MsgId><Recognition><![CDATA[{Question}]]></Recognition>")));

    [Fact]
    public async Task Danger_is_answered_with_the_number_to_call_first() =>
        Assert.Contains("110", await shared.Client.SayAsync(WeChatAccount.Text("o-danger", "他正在打我")));

    [Fact]
    public async Task Who_begins_to_follow_is_greeted() => Assert.Contains("12348", await shared.Client.SayAsync(WeChatAccount.Event("o-new", "subscribe")));

    [Fact]
    public async Task A_location_is_answered_with_service_points() => Assert.Contains(
        "公里", await shared.Client.SayAsync(WeChatAccount.Message("o-here", "location", $"<MsgId>{WeChatAccount.NewId()}</MsgId><Location_X>43.0</Location_X><Location_Y>115.0</Location_Y>")));

    [Fact]
    public async Task Three_tries_get_one_answer()
    {
        var message = WeChatAccount.Text("o-tries", Question);
        var answers = await Task.WhenAll(shared.Client.SayAsync(message), shared.Client.SaySafelyAsync(message), shared.Client.SayAsync(message));
        Assert.Single(answers.Distinct());
        Assert.NotNull(answers[0]);
    }

    [Fact]
    public async Task A_thousand_messages_in_safe_mode_go_there_and_back()
    {
        foreach (var batch in Enumerable.Range(1, 1000).Chunk(20))
        {
            await Task.WhenAll(batch.Select(async number =>
                Assert.NotNull(await shared.Client.SaySafelyAsync(WeChatAccount.Text($"o-{number % 50}", new string('谢', number % 90) + "谢谢")))));
        }
    }

    [Fact]
    public async Task What_citizens_write_and_who_they_are_stands_in_no_log_file_or_metric()
    {
        await shared.Client.SayAsync(WeChatAccount.Text("o-zhang-san-feng", "张三丰堵了我的水渠怎么办"));
        await shared.Client.SaySafelyAsync(WeChatAccount.Event("o-zhang-san-feng", "CLICK", "张三丰"));
        var metrics = await shared.Client.GetStringAsync("/metrics");
        // As it is shipped, the framework logs from warnings on.
        var lines = shared.Server.Log.Lines.Where(line => !line.StartsWith("Trace Microsoft", StringComparison.Ordinal) && !line.StartsWith("Debug Microsoft", StringComparison.Ordinal)
            && !line.StartsWith("Information Microsoft", StringComparison.Ordinal)).ToList();
        Assert.Contains("wechat_received", metrics);
        foreach (var secret in new[] { "张三丰", "zhang-san-feng" })
        {
            Assert.DoesNotContain(secret, metrics);
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.GetFiles(shared.Server.Data, "*", SearchOption.AllDirectories))
                Assert.DoesNotContain(secret, await File.ReadAllTextAsync(file));
        }
    }
}
