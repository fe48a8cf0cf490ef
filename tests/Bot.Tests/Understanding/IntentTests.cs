using LegalService.Bot.Activities;
using LegalService.Bot.Tests.Support;
using LegalService.Casework.Handovers;
using LegalService.Casework.Unanswered;

namespace LegalService.Bot.Tests.Understanding;

public sealed class IntentTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Canal = "邻居把水渠堵了怎么办";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Service_points_are_named_with_what_is_open_now() => await Script.With(host.Bot)
        .Say("附近的服务点在哪里").Expect("示例县24小时法律服务自助区", "现在开着", "还有")
        .Say("示例北苏木的服务点在哪").Expect(answer =>
        {
            Assert.Contains("示例北苏木公共法律服务工作站", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("示例街道", answer.Text, StringComparison.Ordinal);
        });

    [Fact]
    public async Task Who_tells_where_he_is_gets_the_nearest_first() => await Script.With(host.Bot)
        .Send(Activity.Message("最近的服务点") with { Entities = [Entity.Of("GeoCoordinates", new { latitude = 43.52, longitude = 115.62 })] })
        .Expect(answer => Assert.Matches("^离您近的服务点：\n\n示例县(公共法律服务中心|24小时).*（约 [0-9]+ 米）", answer.Text));

    [Fact]
    public async Task The_number_of_the_matter_is_named_or_all_of_them() => await Script.With(host.Bot)
        .Say("有哪些热线电话").Expect("12348", "110", "12345")
        .Say("12345是干什么的").Expect(answer => Assert.DoesNotContain("12348 ", answer.Text, StringComparison.Ordinal));

    [Fact]
    public async Task Who_asks_what_can_be_had_here_gets_the_services() => await Script.With(host.Bot)
        .Say("你能干什么").Expect("不是律师意见").ExpectButton("申请法律援助").ExpectButton("转人工");

    [Fact]
    public async Task A_useless_answer_is_noted_for_who_writes_the_corpus()
    {
        await Script.With(host.Bot)
            .Say(Canal).Expect("三天内挖开")
            .Say("答非所问").Expect("记下来").ExpectButton("转人工");

        var noted = Assert.Single(await host.Get<UnansweredQuestions>().ListAsync(new UnansweredFilter { Kind = UnansweredKind.ThumbsDown }, None));
        Assert.Equal(Canal, noted.Question);
        Assert.Contains("《水渠条例》第四条", noted.Articles);
    }

    [Fact]
    public async Task Who_wants_to_be_called_says_his_number_or_changes_his_mind()
    {
        await Script.With(host.Bot)
            .Say("给我回电话").Expect("请发您的手机号", "同意").ExpectButton("算了")
            .Say("算了").Expect("没有留号码")
            .Say("给我回电话").Expect("请发您的手机号")
            .Say("我的电话是1390000").Expect("号码不对")
            .Say("139 0000 0001").Expect("139****0001", "下午5:30之前");

        Assert.Contains(await host.Get<CallbackDesk>().DueAsync(Casework.Audit.Actor.System, None), entry => entry.Phone == "13900000001");
    }

    [Fact]
    public async Task A_question_in_the_place_of_the_number_is_answered() => await Script.With(host.Bot)
        .Say("给我回电话").Expect("请发您的手机号")
        .Say(Canal).Expect("三天内挖开");

    [Fact]
    public async Task Nothing_is_removed_without_a_plain_yes() => await Script.With(host.Bot)
        .Say("删除我的记录").Expect("删了找不回来").ExpectButton("确认删除")
        .Say("不删").Expect("什么也没删")
        .Say("删除我的记录").Expect("删了找不回来")
        .Say(Canal).Expect("什么也没删").Expect("三天内挖开")
        .Say("删除我的记录").Expect("删了找不回来")
        .Say("确认删除").Expect("删好了", "申请和预约还在");

    [Theory]
    [InlineData("他找人打我")]
    [InlineData("公司要删除我的考勤记录怎么办")]
    [InlineData("骚扰电话天天打给我")]
    [InlineData("老板让工作人员打人")]
    public void A_matter_of_law_is_no_wish(string message) => Assert.Null(host.Get<Knowledge.Hosting.KnowledgeBase>().Current!.Answerer.SpotIntent(message));
}
