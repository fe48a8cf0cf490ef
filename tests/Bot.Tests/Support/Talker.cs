using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;

namespace LegalService.Bot.Tests.Support;

/// <summary>Talks to the bot turn by turn, in a conversation of its own; what the bot remembers can be looked at, and put back.</summary>
/// <param name="host">The bot.</param>
/// <param name="channel">Name of the channel.</param>
internal sealed class Talker(BotHost host, string channel = "script") : BotAdapter([])
{
    private readonly List<Activity> _said = [];

    /// <summary>Id of the conversation.</summary>
    public string Conversation { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What the bot remembers, written down; null when that is nothing.</summary>
    public string? Memory { get; set; }

    /// <summary>How many turns there were; the next one's id counts on.</summary>
    public int Turns { get; set; }

    /// <summary>What the bot says to it, one under the other.</summary>
    public async Task<string> SayAsync(string text)
    {
        _said.Clear();
        var turn = new TurnContext(this, Activity.Message(text) with
        {
            Id = $"{Conversation}-{++Turns}",
            ChannelId = channel,
            Conversation = new ConversationAccount(Conversation),
            From = new ChannelAccount("dl_citizen") { Role = RoleTypes.User },
            Recipient = new ChannelAccount("bot") { Role = RoleTypes.Bot },
        });
        var memory = ConversationMemory.Read(Memory);
        turn.TurnState.Set(memory);
        await RunPipelineAsync(turn, host.Bot.OnTurnAsync, CancellationToken.None);
        Memory = memory.Write();
        return string.Join('\n', _said.Select(activity => activity.Text));
    }

    /// <summary>Says several things, and gives what came back to the last.</summary>
    public async Task<string> SayAllAsync(params string[] texts)
    {
        var said = "";
        foreach (var text in texts)
            said = await SayAsync(text);
        return said;
    }

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        _said.AddRange(activities.Where(activity => activity.Type == ActivityTypes.Message));
        return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(_ => new ResourceResponse(null))]);
    }
}
