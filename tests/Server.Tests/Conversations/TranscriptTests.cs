using LegalService.Server.Tests.DirectLine;

namespace LegalService.Server.Tests.Conversations;

public sealed class TranscriptTests(ConversationServer shared) : IClassFixture<ConversationServer>
{
    private static readonly string[] Said =
    [
        "我要申请法律援助", "低保", "不知道", "在本旗县", "给自己", "巴特尔", "152223196001010014", "13900000091", "不对，电话是139 0000 0092", "我填了什么",
    ];

    [Fact]
    public async Task What_is_read_again_later_has_no_whole_phone_or_identity_number()
    {
        shared.Time.GoTo(MovedTime.Begin);
        var (id, token) = await shared.Server.StartConversationAsync();
        foreach (var text in Said)
            (await shared.Server.SayAsync(id, token, text)).Dispose();

        var now = await TextAsync(id);
        shared.Time.GoOn(TimeSpan.FromMinutes(30));
        var later = await TextAsync(id);

        Assert.All((string[])["152223196001010014", "13900000091", "139 0000 0092", "13900000092"], number => Assert.Contains(number, now, StringComparison.Ordinal));
        Assert.All((string[])["152223196001010014", "13900000091", "139 0000 0092", "13900000092"], number => Assert.DoesNotContain(number, later, StringComparison.Ordinal));
        Assert.All((string[])["152***********0014", "139****0092", "12348"], text => Assert.Contains(text, later, StringComparison.Ordinal));
        Assert.DoesNotContain(shared.Server.Log.Lines, line => line.Contains("152223196001010014", StringComparison.Ordinal) || line.Contains("13900000092", StringComparison.Ordinal));
    }

    private async Task<string> TextAsync(string id)
    {
        using var response = await shared.Server.CallAsync(HttpMethod.Get, $"/conversations/{id}/activities", DirectLineServer.Secret);
        return await response.Content.ReadAsStringAsync();
    }
}
