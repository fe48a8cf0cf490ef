using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class ReceiptTests : IDisposable
{
    private const string Token = "receipt-token";

    private readonly SmsSite _site = new();
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_receipt_says_that_a_message_arrived_however_often_it_comes(StoreProvider provider)
    {
        await using var host = await SentAsync(provider);
        var id = (await host.OnlyOneAsync()).Id;

        foreach (var name in new[] { id.ToString(), id.ToString("N"), "g-77", "g-77" })
            Assert.Equal(NotificationState.Delivered, (await ReceiptAsync(host, name, ReceiptState.Delivered)).Value);

        Assert.Equal(NotificationState.Delivered, (await ReceiptAsync(host, "g-77", ReceiptState.Failed)).Value);
        Assert.Equal(NotificationState.Delivered, (await host.OnlyOneAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_message_that_did_not_arrive_is_for_a_clerk_until_it_arrives_after_all(StoreProvider provider)
    {
        await using var host = await SentAsync(provider);

        Assert.Equal(NotificationState.Failed, (await ReceiptAsync(host, "g-77", ReceiptState.Failed)).Value);
        Assert.Equal("receipt.failed", Assert.Single(await host.Get<NotificationDesk>().ToCallAsync(10, CancellationToken.None)).Reason);
        await ReceiptAsync(host, "g-77", ReceiptState.Delivered);

        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Delivered, null), (row.State, row.Reason));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_message_whose_receipt_came_although_its_try_seemed_to_fail_is_not_sent_again(StoreProvider provider)
    {
        _site.Answers(500);
        await using var host = await StartAsync(provider, _channel, configure: _site.Set(options => options.ReceiptToken = Token));
        await host.AddAsync(About(NotificationKinds.RequestReceived, ByPhone));
        await host.DispatchAsync();
        var id = (await host.OnlyOneAsync()).Id;

        await ReceiptAsync(host, id.ToString("N"), ReceiptState.Delivered);
        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await host.DispatchAsync());
        Assert.Equal(NotificationState.Delivered, (await host.OnlyOneAsync()).State);
    }

    [Theory]
    [InlineData("wrong", "g-77", "receipt.forbidden")]
    [InlineData("", "g-77", "receipt.forbidden")]
    [InlineData(null, "g-77", "receipt.forbidden")]
    [InlineData(Token, "g-78", "receipt.unknown")]
    [InlineData(Token, "0199a000-0000-7000-8000-000000000001", "receipt.unknown")]
    public async Task A_receipt_without_the_secret_or_of_no_message_changes_nothing(string? token, string id, string code)
    {
        await using var host = await SentAsync(StoreProvider.Sqlite);

        var result = await host.Get<SmsReceipts>().ReceiptAsync(token, id, ReceiptState.Delivered, CancellationToken.None);

        Assert.Equal(code, result.Failure!.Code);
        Assert.Equal(NotificationState.Sent, (await host.OnlyOneAsync()).State);
    }

    [Fact]
    public async Task Without_a_secret_in_the_settings_no_receipt_is_taken()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());

        Assert.Equal("receipt.forbidden", (await host.Get<SmsReceipts>().ReceiptAsync("", "g", ReceiptState.Delivered, CancellationToken.None)).Failure!.Code);
    }

    public void Dispose() => _site.Dispose();

    private static Task<Result<NotificationState>> ReceiptAsync(CaseworkHost host, string id, ReceiptState state) =>
        host.Get<SmsReceipts>().ReceiptAsync(Token, id, state, CancellationToken.None);

    private async Task<CaseworkHost> SentAsync(StoreProvider provider)
    {
        _site.Answers(200, """{"msgId":"g-77"}""");
        var host = await StartAsync(
            provider, _channel, configure: _site.Set(options => (options.ReceiptToken, options.ForeignIdPattern) = (Token, "\"msgId\":\"([^\"]+)\"")));
        await host.AddAsync(About(NotificationKinds.RequestIncomplete, ByPhone));
        await host.DispatchAsync();
        return host;
    }
}
