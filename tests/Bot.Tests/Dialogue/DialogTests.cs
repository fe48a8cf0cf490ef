using System.Text.Json;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Bot.Tests.Dialogue;

public sealed class DialogTests
{
    [Fact]
    public async Task A_dialog_goes_on_over_a_question_in_its_middle_and_over_danger()
    {
        var host = await BotHost.StartAsync(configure: services => services.AddSingleton<IDialog, CountingDialog>().AddSingleton<IIntent, BeginIntent>());
        var bot = new LegalBot(
            [.. host.Get<IEnumerable<IIntent>>().OfType<BeginIntent>(), .. host.Get<IEnumerable<IIntent>>()],
            host.Get<Dialogs>(),
            host.Get<Knowledge.Hosting.KnowledgeBase>(),
            host.Get<Microsoft.Extensions.Options.IOptions<BotOptions>>(),
            host.Time);

        await Script.With(bot)
            .Say("开始数").Expect("一")
            .Say("数").Expect("2")
            .Say("邻居把水渠堵了怎么办").Expect("三天内挖开")
            .Say("数").Expect("3")
            .Say("他打我").Expect("110")
            .Say("数").Expect("4")
            .Say("停").Expect("不数了")
            .Say("数").Expect(answer => Assert.DoesNotContain("5", answer.Text, StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public void What_a_newer_server_remembers_survives_an_older_one()
    {
        var memory = ConversationMemory.Read("""{"dialog":{"id":"form","state":{"page":2}},"recent":[],"mood":"good"}""");
        Assert.Equal("form", memory.Dialog!.Id);
        Assert.Contains("\"mood\":\"good\"", memory.Write(), StringComparison.Ordinal);
        Assert.Null(new ConversationMemory().Write());
    }

    [Fact]
    public async Task A_dialog_that_cannot_be_read_any_more_does_not_silence_the_bot()
    {
        var host = await BotHost.StartAsync();
        var citizen = new Talker(host) { Memory = """{"dialog":{"id":"interview","state":{"page":2}},"recent":[]}""" };

        Assert.Contains("三天内挖开", await citizen.SayAsync("邻居把水渠堵了怎么办"), StringComparison.Ordinal);
        Assert.DoesNotContain("interview", citizen.Memory, StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    private sealed class BeginIntent : IIntent
    {
        public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
        {
            if (turn.Text != "开始数")
                return false;
            turn.Memory.Dialog = new ActiveDialog("counting", JsonSerializer.SerializeToElement(1));
            await turn.Context.SendActivityAsync("一", cancellation);
            return true;
        }
    }

    private sealed class CountingDialog : IDialog
    {
        public string Id => "counting";

        public async Task<DialogStep> ContinueAsync(BotTurn turn, JsonElement state, CancellationToken cancellation)
        {
            if (turn.Text is not ("数" or "停"))
                return new DialogStep(DialogStepKind.NotMine, state);
            var isOver = turn.Text == "停";
            var next = state.GetInt32() + 1;
            await turn.Context.SendActivityAsync(isOver ? "不数了" : $"{next}", cancellation);
            return new DialogStep(isOver ? DialogStepKind.Ended : DialogStepKind.Waits, JsonSerializer.SerializeToElement(next));
        }
    }
}
