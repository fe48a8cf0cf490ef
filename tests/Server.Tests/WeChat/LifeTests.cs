using System.Diagnostics;
using System.Net;
using LegalService.Bot.Tests.Channels.WeChat;
using LegalService.Server.Tests.Hosting;
using LegalService.Server.Tests.Processes;
using LegalService.Support;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace LegalService.Server.Tests.WeChat;

public sealed class LifeTests(ITestOutputHelper output) : IDisposable
{
    private const string Question = "邻居把水渠堵了怎么办";

    private readonly WeChatSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Without_an_account_there_is_no_such_address()
    {
        await using var server = await LegalServer.StartAsync();
        using var response = await server.Client.PostAsync(Citizen.Account.Plain(TimeProvider.System.GetUtcNow()), WeChatAccount.Text("o", "在吗"));
        await response.AssertProblemAsync(HttpStatusCode.NotFound, "route.notFound");
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_its_path()
    {
        await using var server = LegalServer.Prepare(Citizen.Settings(_site, ("WeChat:Token", "令牌"), ("WeChat:AnswerWithin", "00:00:09")));
        Directory.CreateDirectory(server.Corpus);
        var failure = Assert.ThrowsAny<Exception>(server.Start);
        Assert.Contains("WeChat:Token：", failure.ToString());
        Assert.Contains("WeChat:AnswerWithin：", failure.ToString());
        Assert.IsType<OptionsValidationException>(failure.GetBaseException());
    }

    [Fact]
    public async Task A_server_that_takes_only_encrypted_messages_refuses_plain_ones()
    {
        await using var server = await LegalServer.StartAsync(Citizen.Settings(_site, ("WeChat:RequireEncryption", "true")));
        using var plain = await server.Client.PostAsync(Citizen.Account.Plain(TimeProvider.System.GetUtcNow()), WeChatAccount.Text("o", "谢谢"));
        Assert.Equal(HttpStatusCode.Forbidden, plain.StatusCode);
        Assert.NotNull(await server.Client.SaySafelyAsync(WeChatAccount.Text("o", "谢谢")));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_for_the_reply_is_sent_once()
    {
        await using var server = await LegalServer.StartAsync(Citizen.Settings(_site, ("WeChat:AnswerWithin", "00:00:00.0000001")));
        var message = WeChatAccount.Text("o-late", Question);
        Assert.Null(await server.Client.SayAsync(message));
        Assert.Null(await server.Client.SayAsync(message));
        var sent = await _site.SentAsync(1);
        Assert.Equal("o-late", sent[0].OpenId);
        Assert.Contains("第四条", sent[0].Text);
        Assert.Null(await server.Client.SayAsync(message));
        await Task.Delay(600);
        Assert.Single(_site.Sent);
    }

    [Fact]
    public async Task Two_servers_on_one_PostgreSQL_answer_a_message_once()
    {
        var connection = await PostgresServer.NewDatabaseAsync();
        var settings = Citizen.Settings(_site, ("Storage:Provider", "PostgreSql"), ("ConnectionStrings:Default", connection));
        await using var one = await LegalServer.StartAsync(settings);
        await using var two = await LegalServer.StartAsync(settings);
        using Counted first = new(one, "wechat_replies"), second = new(two, "wechat_replies");
        Counted[] counts = [first, second];
        for (var round = 0; round < 10; round++)
        {
            var message = WeChatAccount.Text($"o-{round}", Question);
            var answers = await Task.WhenAll(one.Client.SayAsync(message), two.Client.SaySafelyAsync(message), one.Client.SayAsync(message));
            Assert.Single(answers.Distinct());
            Assert.Contains("第四条", answers[0]);
        }

        Assert.Empty(_site.Sent);
        Assert.Equal(10, counts.SelectMany(count => count.Values).Count(kind => kind == "answer"));
    }

    [Fact]
    public async Task Two_hundred_citizens_at_once_are_all_answered_once()
    {
        using var process = new ServerProcess(["--urls=http://127.0.0.1:0", .. Citizen.Settings(_site).Select(setting => $"--{setting.Key}={setting.Value}")]);
        using var client = new HttpClient { BaseAddress = await process.AddressAsync() };
        await Eventually.ReadAsync(() => client.GetAsync("/health/ready"), response => response.StatusCode == HttpStatusCode.OK);
        for (var number = 0; number < 20; number++)
            await client.SaySafelyAsync(WeChatAccount.Text($"o-warm-{number}", Question));
        var before = _site.Sent.Count;
        var calls = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await client.SaySafelyAsync(WeChatAccount.Text($"o-{number}", Question));
            return (Citizen: $"o-{number}", Answer: answer, Seconds: Stopwatch.GetElapsedTime(start).TotalSeconds);
        }));
        var later = calls.Where(call => call.Answer is null).Select(call => call.Citizen).ToList();
        var times = calls.Select(call => call.Seconds).Order().ToList();
        output.WriteLine($"in the reply {200 - later.Count}, later {later.Count}; median {times[100]:0.00} s, last {times[^1]:0.00} s");
        Assert.All(calls.Where(call => call.Answer is not null), call => Assert.Contains("第四条", call.Answer));
        var sent = (await _site.SentAsync(before + later.Count)).Skip(before).Select(message => message.OpenId);
        Assert.Equal(later.Order(), sent.Order());
    }

    [Fact]
    public async Task The_menu_is_set_by_a_command()
    {
        using var process = new ServerProcess(["wechat-menu", .. Citizen.Settings(_site).Select(setting => $"--{setting.Key}={setting.Value}")]);
        Assert.True(await process.ExitCodeAsync() == 0, process.Output);
        Assert.Contains("菜单已经发布", process.Output);
        Assert.Equal("/cgi-bin/menu/create", Assert.Single(_site.Calls).Path);
    }

    [Fact]
    public async Task The_command_tells_what_is_wrong_and_what_to_do()
    {
        _site.Fail(48001);
        using var process = new ServerProcess(["wechat-menu", .. Citizen.Settings(_site).Select(setting => $"--{setting.Key}={setting.Value}")]);
        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains("wechat.notPermitted", process.Output);
        Assert.Contains("请先认证", process.Output);
        using var without = new ServerProcess(["wechat-menu"]);
        Assert.Equal(1, await without.ExitCodeAsync());
        Assert.Contains("没有设置公众号", without.Output);
    }
}
