using LegalService.Bot.Activities;
using LegalService.Bot.Tests.Support;
using LegalService.Bot.Understanding;
using LegalService.Knowledge.Hosting;

namespace LegalService.Bot.Tests.Understanding;

public sealed class QuestionTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Canal = "邻居把水渠堵了怎么办";
    private const string Sheep = "浇地放水要不要先登记";

    [Fact]
    public async Task Several_questions_are_answered_one_by_one_and_each_with_its_articles() => await Script.With(host.Bot)
        .Say($"{Canal}？{Sheep}？")
        .Expect(first =>
        {
            Assert.StartsWith($"1. {Canal}", first.Text, StringComparison.Ordinal);
            Assert.Null(first.SuggestedActions);
            Assert.DoesNotContain("不是律师意见", first.Text, StringComparison.Ordinal);
        })
        .Expect(second =>
        {
            Assert.StartsWith($"2. {Sheep}", second.Text, StringComparison.Ordinal);
            Assert.Contains("不是律师意见", second.Text, StringComparison.Ordinal);
            Assert.Contains(second.SuggestedActions!.Actions, action => action.Type == ActionTypes.Call);
        });

    [Fact]
    public async Task What_is_more_than_is_answered_at_once_is_not_lost() => await Script.With(host.Bot)
        .Say($"1.{Canal} 2.{Sheep} 3.水渠谁来修 4.羊圈能盖在水渠边上吗")
        .Expect("1. ").Expect("2. ").Expect("3. ").Expect("羊圈能盖在水渠边上吗").ExpectButton("羊圈能盖在水渠边上吗");

    [Theory]
    [InlineData("老板欠我三个月工资不给，怎么办？", 1)]
    [InlineData("我在工地干了半年，老板跑了。工资能要回来吗？合法吗？", 1)]
    [InlineData("离婚孩子归谁？财产怎么分？要去哪里办？", 3)]
    [InlineData("我想问三个问题：1、离婚孩子归谁 2、彩礼要不要退 3、抚养费给多少", 3)]
    [InlineData("第一，老板欠薪怎么办；第二，没签合同能要双倍工资吗", 2)]
    [InlineData("欠我2.5万元不还怎么办", 1)]
    [InlineData("劳动合同法第四十七条怎么规定的", 1)]
    [InlineData("房东不退押金怎么办 还有物业费能不交吗", 1)]
    [InlineData("房东不退押金怎么办，还有，物业费能不交吗", 2)]
    public void A_message_asks_as_many_things_as_it_does(string message, int count) =>
        Assert.Equal(count, host.Get<KnowledgeBase>().Current!.Answerer.Split(message).Count);

    [Fact]
    public async Task A_message_that_leans_on_the_one_before_is_answered_about_it() => await Script.With(host.Bot)
        .Say(Canal).Expect("三天内挖开")
        .Say("那要是不挖呢").Expect(answer => Assert.Contains(
            answer.Entities!.Where(entity => entity.Type == Bot.Dialogue.AnswerActivity.ClaimType), claim => claim.Properties!["law"].GetString() == "水渠条例"));

    [Theory]
    [InlineData("2", "二")]
    [InlineData("第２个。", "二")]
    [InlineData("选一", "一")]
    [InlineData("是第3件吧", "三")]
    [InlineData("4", null)]
    [InlineData("2个月没发工资", null)]
    public void A_choice_is_taken_by_its_place(string message, string? choice) => Assert.Equal(choice, Choice.Of(message, ["一", "二", "三"]));
}
