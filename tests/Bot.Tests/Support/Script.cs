using System.Runtime.CompilerServices;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;

namespace LegalService.Bot.Tests.Support;

/// <summary>
/// A scripted conversation: <c>await Script.With(bot).Say("老板拖欠工资怎么办").Expect("劳动监察").Expect(...)</c>. Each <c>Say</c> is a turn; each
/// <c>Expect</c> takes the next thing the bot said. At the end nothing unexpected may be left.
/// </summary>
internal sealed class Script
{
    private const string User = "dl_citizen";

    private readonly IBot _bot;
    private readonly ScriptAdapter _adapter;
    private readonly List<Func<Task>> _steps = [];
    private readonly Queue<Activity> _said = new();

    private string? _memory;
    private int _turns;

    private Script(IBot bot, IEnumerable<IMiddleware> middleware) => (_bot, _adapter) = (bot, new ScriptAdapter(middleware, _said));

    public static Script With(IBot bot, params IEnumerable<IMiddleware> middleware) => new(bot, middleware);

    /// <summary>The citizen says something.</summary>
    public Script Say(string text) => Send(Activity.Message(text));

    /// <summary>The citizen comes into the conversation.</summary>
    public Script Join() => Send(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount(User)] });

    /// <summary>Something else comes in.</summary>
    public Script Send(Activity activity) => Step(async () =>
    {
        AssertNothingIsLeft();
        var incoming = activity with
        {
            Id = $"{++_turns}",
            ChannelId = "script",
            Conversation = new ConversationAccount("script-1"),
            From = new ChannelAccount(User) { Role = RoleTypes.User },
            Recipient = new ChannelAccount("bot") { Role = RoleTypes.Bot },
        };
        // Between turns only what can be written down is remembered.
        var memory = ConversationMemory.Read(_memory);
        await _adapter.ProcessAsync(incoming, memory, _bot);
        _memory = memory.Write();
    });

    /// <summary>The bot answers with a message that has these words.</summary>
    public Script Expect(params string[] words) => Expect(activity =>
    {
        Assert.Equal(ActivityTypes.Message, activity.Type);
        Assert.All(words, word => Assert.Contains(word, activity.Text, StringComparison.Ordinal));
    });

    /// <summary>The bot answers with an activity that passes the check.</summary>
    public Script Expect(Action<Activity> check) => Step(() =>
    {
        Assert.True(_said.TryDequeue(out var activity), "The bot said nothing more");
        check(activity);
        return Task.CompletedTask;
    });

    /// <summary>The bot says something, whatever it is.</summary>
    public Script ExpectAnything() => Expect(_ => { });

    /// <summary>The bot offers a button of that title.</summary>
    public Script ExpectButton(string title) => Step(() =>
    {
        Assert.Contains(_adapter.Last?.SuggestedActions?.Actions ?? [], action => action.Title == title);
        return Task.CompletedTask;
    });

    /// <summary>The bot says nothing.</summary>
    public Script ExpectSilence() => Step(() =>
    {
        AssertNothingIsLeft();
        return Task.CompletedTask;
    });

    public TaskAwaiter GetAwaiter() => RunAsync().GetAwaiter();

    private async Task RunAsync()
    {
        foreach (var step in _steps)
            await step();
        // Awaited once more it goes on from here.
        _steps.Clear();
        AssertNothingIsLeft();
    }

    private Script Step(Func<Task> step)
    {
        _steps.Add(step);
        return this;
    }

    private void AssertNothingIsLeft() => Assert.True(_said.Count == 0, $"Not expected: {_said.FirstOrDefault()?.Text}");

    private sealed class ScriptAdapter(IEnumerable<IMiddleware> middleware, Queue<Activity> said) : BotAdapter(middleware)
    {
        public Activity? Last { get; private set; }

        public Task ProcessAsync(Activity activity, ConversationMemory memory, IBot bot)
        {
            var turn = new TurnContext(this, activity);
            turn.TurnState.Set(memory);
            return RunPipelineAsync(turn, bot.OnTurnAsync, CancellationToken.None);
        }

        public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
            ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
        {
            foreach (var activity in activities)
                said.Enqueue(Last = activity);
            return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select((_, place) => new ResourceResponse($"{place}"))]);
        }
    }
}
