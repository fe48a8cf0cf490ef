using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Notifications;

public sealed class RequestNotificationTests : IDisposable
{
    private readonly SmsSite _site = new();
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_citizen_is_told_each_step_of_a_request_in_the_conversation_that_follows_it(StoreProvider provider)
    {
        await using var host = await NotificationHost.StartAsync(provider, _channel, configure: _site.Set());
        var request = await host.SubmitAsync();
        await host.Get<ChannelLinks>().FollowAsync($"request/{request.Number}", "wechat", "openid-1", CancellationToken.None);
        await host.AskAsync(request);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.DispatchAsync();
        var supplemented = await host.Get<CitizenRequests>().SupplementAsync(
            request.Number, request.Code, new Supplement(null, [], "微信上有工钱的记录。"), CancellationToken.None);
        Assert.True(supplemented.Succeeded, supplemented.Failure?.Code);
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.DispatchAsync();

        var told = (await host.ListAsync($"request/{request.Number}")).Select(row => row.Kind);
        Assert.Equal([NotificationKinds.RequestReceived, NotificationKinds.RequestIncomplete, NotificationKinds.RequestAccepted], told);
        Assert.Equal(3, _channel.Received.Count);
        Assert.Empty(_site.Requests);
        var asked = _channel.Received.Single(message => message.Kind == NotificationKinds.RequestIncomplete).Text;
        Assert.Contains("法律援助申请", asked, StringComparison.Ordinal);
        Assert.Contains("工资条或者考勤记录，没有的写个说明", asked, StringComparison.Ordinal);
        Assert.Matches(@"请在\d+月\d+日（周.）结束前", asked);
        Assert.All(_channel.Received, message => Assert.DoesNotContain("王小明", message.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Without_a_conversation_the_phone_of_the_request_is_told_without_its_matter(StoreProvider provider)
    {
        await using var host = await NotificationHost.StartAsync(provider, _channel, configure: _site.Set());
        var request = await host.SubmitAsync();

        await host.DispatchAsync();

        var body = Assert.Single(_site.Requests).Body!;
        Assert.Contains("13800138000", body, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(body);
        var text = json.RootElement.GetProperty("text").GetString()!;
        Assert.Contains(request.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain("援助", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_another_language_is_told_in_it_where_somebody_has_translated_it()
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-texts-").FullName;
        foreach (var path in Directory.GetFiles(Path.Combine(CaseworkHost.CorpusFolder, "notifications")))
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        Directory.CreateDirectory(Path.Combine(folder, "mn"));
        await File.WriteAllTextAsync(Path.Combine(folder, "mn", "requests.yaml"), "request.received:\n  sms: SAMPLE {number}\n");
        await using var host = await NotificationHost.StartAsync(StoreProvider.Sqlite, _channel, configure: services =>
        {
            _site.Set()(services);
            services.Configure<CorpusOptions>(options => options.NotificationsFolder = folder);
        });
        var mongolian = await host.SubmitAsync(Aid.Wages().With("assistance", AnswerJson.Of(["mongolian"])));
        var chinese = await host.SubmitAsync(Aid.Wages(name: "李四", person: 2, phone: "13900139000"));

        await host.DispatchAsync();

        Assert.Contains($"SAMPLE {mongolian.Number}", Assert.Single(_site.Requests, request => request.Body!.Contains(mongolian.Number, StringComparison.Ordinal)).Body!, StringComparison.Ordinal);
        Assert.DoesNotContain("SAMPLE", Assert.Single(_site.Requests, request => request.Body!.Contains(chinese.Number, StringComparison.Ordinal)).Body!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_asked_for_is_not_asked_for_any_more_once_the_request_is_withdrawn(StoreProvider provider)
    {
        await using var host = await NotificationHost.StartAsync(provider, _channel, configure: _site.Set());
        // 22:00 in Beijing: nothing goes out before the morning.
        host.Time.Advance(TimeSpan.FromHours(13));
        var request = await host.SubmitAsync();
        await host.AskAsync(request);
        await host.Get<CitizenRequests>().WithdrawAsync(request.Number, request.Code, CancellationToken.None);
        host.Time.Advance(TimeSpan.FromHours(11));
        await host.DispatchAsync();

        var rows = await host.ListAsync($"request/{request.Number}");
        Assert.Equal(
            [(NotificationKinds.RequestReceived, NotificationState.Sent), (NotificationKinds.RequestIncomplete, NotificationState.Cancelled), (NotificationKinds.RequestWithdrawn, NotificationState.Sent)],
            rows.Select(row => (row.Kind, row.State)));
    }

    [Fact]
    public async Task About_a_discreet_matter_nothing_of_law_is_said()
    {
        await using var host = await NotificationHost.StartAsync(StoreProvider.Sqlite, _channel, configure: services =>
        {
            _site.Set()(services);
            services.Configure<RequestOptions>(options => options.DiscreetMatters.Add("wages"));
        });
        await host.SubmitAsync();

        await host.DispatchAsync();

        using var json = System.Text.Json.JsonDocument.Parse(Assert.Single(_site.Requests).Body!);
        Assert.StartsWith("【示例县便民服务】您提交的内容收到了", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_erased_leaves_no_address_and_no_conversation(StoreProvider provider)
    {
        await using var host = await NotificationHost.StartAsync(provider, _channel);
        var request = await host.SubmitAsync();
        await host.Get<ChannelLinks>().FollowAsync($"request/{request.Number}", "wechat", "openid-1", CancellationToken.None);
        await host.Get<CitizenRequests>().WithdrawAsync(request.Number, request.Code, CancellationToken.None);
        await host.DispatchAsync();

        var erased = await host.Get<CitizenRequests>().EraseAsync(request.Number, request.Code, CancellationToken.None);

        Assert.True(erased.Succeeded, erased.Failure?.Code);
        var left = await host.Get<CaseworkStore>().ReadAsync(
            async (context, token) => await context.Set<OutboxMessage>().CountAsync(message => message.Content != null, token) + await context.Set<ChannelLink>().CountAsync(token), CancellationToken.None);
        Assert.Equal(0, left);
    }

    public void Dispose() => _site.Dispose();
}
