using LegalService.Server.Tests.Hosting;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

public sealed class FormTests(SharedAccount shared) : IClassFixture<SharedAccount>
{
    [Fact]
    public async Task A_form_is_filled_in_with_numbers_and_words_and_the_receipt_comes_as_text()
    {
        Assert.Contains("1. 工钱、工伤、社保", await SayAsync("我想预约法律咨询"), StringComparison.Ordinal);
        Assert.Contains("3. 不清楚", await SayAsync("1"), StringComparison.Ordinal);
        Assert.Contains("把想问的说一说", await SayAsync("2"), StringComparison.Ordinal);
        Assert.Contains("对方是谁", await SayAsync("老板欠我三个月工资不给"), StringComparison.Ordinal);
        Assert.Contains("传不了照片", await SayAsync("1"), StringComparison.Ordinal);
        Assert.Contains("怎么跟律师谈", await SayAsync("跳过"), StringComparison.Ordinal);
        await SayAsync("2");
        await SayAsync("1");
        await SayAsync("巴特尔");
        await SayAsync("13900000101");
        var review = await SayAsync("1");
        Assert.Contains("电话：13900000101", review, StringComparison.Ordinal);
        Assert.Contains("有进展会在这个对话里告诉您", review, StringComparison.Ordinal);
        var receipt = await SayAsync("1");
        Assert.Contains("编号：R", receipt, StringComparison.Ordinal);
        Assert.Contains("取件码", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("**", receipt, StringComparison.Ordinal);
        Assert.Contains("1. 约个时间", receipt, StringComparison.Ordinal);
    }

    /// <summary>The reply; on a slow machine what is sent instead of it a little later.</summary>
    private async Task<string> SayAsync(string text)
    {
        var before = shared.Site.Sent.Count;
        if (await shared.Client.SayAsync(WeChatAccount.Text("o-form", text)) is { } reply)
            return reply;
        var sent = await Eventually.ReadAsync(() => Task.FromResult(shared.Site.Sent.Skip(before).ToList()), messages => messages.Count > 0);
        return string.Join('\n', sent.Select(message => message.Text));
    }
}
