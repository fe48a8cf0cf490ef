using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Tests.Support;
using LegalService.Bot.Turns;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Bot.Tests.Turns;

public sealed class MiddlewareTests(BotHost host) : IClassFixture<BotHost>
{
    private static readonly IOptions<BotOptions> Options = Microsoft.Extensions.Options.Options.Create(new BotOptions());

    [Fact]
    public async Task Steps_run_from_the_outside_in_and_back()
    {
        var order = new List<string>();
        var bot = new FunctionBot(async turn =>
        {
            order.Add("bot");
            await turn.SendActivityAsync("答");
        });

        await Script.With(bot, new Step("a", order), new Step("b", order)).Say("问").Expect("答");

        Assert.Equal(["a in", "b in", "bot", "a out: 答", "b out: 答", "b back", "a back"], order);
    }

    [Fact]
    public async Task A_bot_that_takes_its_time_shows_that_it_is_writing_and_stops_with_the_answer()
    {
        var time = new FakeTimeProvider();
        var adapter = new RecordingAdapter([new TypingMiddleware(Options, time)]);
        var answer = new TaskCompletionSource();
        var turn = adapter.RunAsync(Activity.Message("问"), new FunctionBot(async turn =>
        {
            await answer.Task;
            await turn.SendActivityAsync("答");
        }));
        for (var seconds = 0; seconds < 4; seconds++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }

        answer.SetResult();
        await turn;
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([ActivityTypes.Typing, ActivityTypes.Typing, ActivityTypes.Message], adapter.Sent.Select(activity => activity.Type));
    }

    [Fact]
    public async Task A_turn_that_breaks_says_what_to_do() => await Script
        .With(new FunctionBot(_ => throw new InvalidOperationException("broken")), new FailureMiddleware(Options, NullLogger<FailureMiddleware>.Instance))
        .Say("问").Expect("12348");

    [Fact]
    public async Task A_turn_that_another_one_overtook_is_run_again_and_says_only_what_it_says_then()
    {
        var store = host.Get<ConversationStore>();
        var adapter = new RecordingAdapter([new MemoryMiddleware(store)]);
        var tries = 0;
        var bot = new FunctionBot(async turn =>
        {
            var memory = turn.TurnState.Get<ConversationMemory>()!;
            await turn.SendActivityAsync($"知道 {memory.Recent.Count} 件");
            if (++tries == 1)
                await OvertakeAsync(store, turn.Activity.Conversation!.Id!);
            memory.Recent = [.. memory.Recent, new Exchange("问", "Answered", [])];
        });

        await adapter.RunAsync(Activity.Message("问") with { Conversation = new ConversationAccount("overtaken"), ChannelId = "test" }, bot);

        Assert.Equal(["知道 1 件"], adapter.Sent.Select(activity => activity.Text));
        Assert.Equal(2, ConversationMemory.Read((await store.RecallAsync("overtaken", CancellationToken.None)).Content).Recent.Count);
    }

    private static async Task OvertakeAsync(ConversationStore store, string conversation)
    {
        var kept = await store.RecallAsync(conversation, CancellationToken.None);
        var memory = ConversationMemory.Read(kept.Content);
        memory.Recent = [new Exchange("别的", "Answered", [])];
        Assert.True((await store.RememberAsync(conversation, kept with { Content = memory.Write() }, CancellationToken.None)).Succeeded);
    }

    private sealed class FunctionBot(Func<ITurnContext, Task> answer) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => answer(turnContext);
    }

    private sealed class Step(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add($"{name} in");
            turnContext.OnSendActivities((_, activities, send) =>
            {
                order.Add($"{name} out: {activities[0].Text}");
                return send(activities);
            });
            await next(cancellationToken);
            order.Add($"{name} back");
        }
    }

    private sealed class RecordingAdapter(IEnumerable<IMiddleware> middleware) : BotAdapter(middleware)
    {
        public List<Activity> Sent { get; } = [];

        public Task RunAsync(Activity activity, IBot bot) => RunPipelineAsync(new TurnContext(this, activity), bot.OnTurnAsync, CancellationToken.None);

        public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
            ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
        {
            Sent.AddRange(activities);
            return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(_ => new ResourceResponse(null))]);
        }
    }
}
