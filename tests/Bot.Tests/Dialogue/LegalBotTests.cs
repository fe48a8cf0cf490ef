using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue;
using LegalService.Bot.Tests.Support;

namespace LegalService.Bot.Tests.Dialogue;

public sealed class LegalBotTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Canal = "邻居把水渠堵了怎么办";

    [Fact]
    public async Task Who_comes_is_greeted_with_questions_to_begin_with() => await Script.With(host.Bot)
        .Join().Expect("您好", "这是法律信息，不是律师意见").ExpectButton(Canal);

    [Fact]
    public async Task A_question_is_answered_with_its_articles_and_what_to_do_next() => await Script.With(host.Bot)
        .Say(Canal)
        .Expect(answer =>
        {
            Assert.Contains("三天内挖开", answer.Text, StringComparison.Ordinal);
            Assert.Equal(TextFormats.Plain, answer.TextFormat);
            var claims = answer.Entities!.Where(entity => entity.Type == AnswerActivity.ClaimType).Select(entity => entity.Properties!).ToList();
            Assert.Equal(["《水渠条例》第四条", "《水渠条例》第四条之一"], claims.Select(claim => claim["name"].GetString()));
            Assert.All(claims, claim => Assert.StartsWith("/articles/", claim["url"].GetString(), StringComparison.Ordinal));
            Assert.All(claims, claim => Assert.Equal("inForce", claim["status"].GetString()));
            Assert.Equal("answered", answer.Entities!.Single(entity => entity.Type == AnswerActivity.AnswerType).Properties!["outcome"].GetString());
            Assert.Contains(answer.SuggestedActions!.Actions, action => action.Type == ActionTypes.Call && action.Value?.GetString() == "tel:12345");
            Assert.Equal("1", answer.ReplyToId);
        });

    [Fact]
    public async Task Danger_comes_before_everything() => await Script.With(host.Bot)
        .Say($"{Canal}，他打我").Expect(answer => Assert.StartsWith("先打 110", answer.Text, StringComparison.Ordinal));

    [Fact]
    public async Task Who_wants_a_person_gets_numbers_to_call_and_the_channel_is_told() => await Script.With(host.Bot)
        .Say("转人工")
        .Expect(answer =>
        {
            Assert.Contains("下一位就是您", answer.Text, StringComparison.Ordinal);
            Assert.Equal(CardTypes.Hero, Assert.Single(answer.Attachments!).ContentType);
        })
        .Expect(signal => Assert.Equal((ActivityTypes.Event, "handoff.initiate"), (signal.Type, signal.Name)));

    [Fact]
    public async Task Thanks_are_answered_and_strange_things_too() => await Script.With(host.Bot)
        .Say("谢谢").Expect("不客气")
        .Say("？？？").ExpectAnything()
        .Say("   ").ExpectAnything()
        .Say(new string('长', 2001)).Expect("2000")
        .Send(new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { ContentType = "image/png" }] }).Expect("文件收到了")
        .Send(new Activity { Type = ActivityTypes.Event, Name = "webchat/join" }).ExpectSilence();

    [Fact]
    public async Task A_pressed_button_that_sends_its_value_unseen_is_heard() => await Script.With(host.Bot)
        .Send(new Activity { Type = ActivityTypes.Message, Value = JsonSerializer.SerializeToElement(Canal) }).Expect("三天内挖开");
}
