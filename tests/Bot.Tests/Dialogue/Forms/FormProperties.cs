using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Bot.Tests.Support;
using LegalService.Casework.Requests;

namespace LegalService.Bot.Tests.Dialogue.Forms;

/// <summary>Whatever a citizen says on his way through a form: back, change, stop, nonsense, a question, tomorrow.</summary>
public sealed class FormProperties(BotHost host) : IClassFixture<BotHost>
{
    [Property(MaxTest = 80)]
    public void Nothing_typed_is_lost_and_what_is_sent_is_what_the_review_says(PositiveInt seed) => WalkAsync("我想预约法律咨询", seed.Get).GetAwaiter().GetResult();

    [Property(MaxTest = 8)]
    public void The_same_holds_for_a_long_form_with_questions_that_come_and_go(PositiveInt seed) => WalkAsync("我要申请法律援助", seed.Get).GetAwaiter().GetResult();

    private async Task WalkAsync(string begin, int seed)
    {
        var citizen = new RandomCitizen(host, begin, seed);
        await citizen.SayAsync(begin);
        await citizen.WanderAsync(turns: 25);
        var review = await citizen.FinishAsync();

        var said = await citizen.SayAsync("提交");

        var (number, code) = RandomCitizen.ReceiptIn(said);
        var data = await host.Get<CitizenRequests>().MyDataAsync(number, code, CancellationToken.None);
        Assert.True(data.Succeeded, data.Failure?.Message);
        Assert.Equal(review, data.Value!.Review.Select(line => $"{line.Label}：{line.Display}"));
    }
}
