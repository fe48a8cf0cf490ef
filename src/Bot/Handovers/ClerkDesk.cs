using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Handovers;

/// <summary>
/// What a clerk does in a conversation: takes it, says something with the articles it rests on, gives it back. The citizen reads it in the same conversation,
/// whichever server and channel that is on. Thread safe.
/// </summary>
public sealed class ClerkDesk
{
    /// <summary>Longest message, in characters.</summary>
    public const int LongestText = 2000;

    private readonly HandoverDesk _desk;
    private readonly KnowledgeBase _knowledge;
    private readonly ConversationSignals _signals;
    private readonly IEnumerable<IPushedChannel> _channels;
    private readonly BotOptions _bot;
    private readonly TimeProvider _time;

    internal ClerkDesk(
        HandoverDesk desk, KnowledgeBase knowledge, ConversationSignals signals, IEnumerable<IPushedChannel> channels, IOptions<BotOptions> bot, TimeProvider time) =>
        (_desk, _knowledge, _signals, _channels, _bot, _time) = (desk, knowledge, signals, channels, bot.Value, time);

    /// <summary>Takes a waiting conversation. Failures: <see cref="HandoverCodes"/>, <c>knowledge.loading</c>.</summary>
    /// <param name="id">The handover.</param>
    /// <param name="clerk">Who acts.</param>
    /// <param name="name">What the citizen sees of the clerk.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Result<HandoverStatus>> TakeAsync(Guid id, Actor clerk, string name, CancellationToken cancellation) =>
        ActAsync(id, conversation => [Status("accepted"), Note(conversation, "personTaken", name)], (words, token) => _desk.TakeAsync(id, clerk, words, token), cancellation);

    /// <summary>Says something. Failures: <see cref="HandoverCodes"/>, <c>text.required</c>, <c>article.unknown</c> (none in force today), <c>knowledge.loading</c>.</summary>
    /// <param name="id">The handover.</param>
    /// <param name="clerk">Who acts; the one who has the conversation.</param>
    /// <param name="name">What the citizen sees of the clerk.</param>
    /// <param name="text">Plain text of at most <see cref="LongestText"/> characters.</param>
    /// <param name="articles">The articles that it rests on; may be empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<HandoverStatus>> SayAsync(Guid id, Actor clerk, string name, string text, IReadOnlyList<ArticleKey> articles, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return new Failure("text.required", $"请写要说的话，不要超过 {LongestText} 个字。");
        var today = _time.Today();
        var entries = articles.Select(key => (Key: key, Entry: _knowledge.Current?.Index.Articles.InForce(key, today))).ToList();
        if (entries.Find(pair => pair.Entry is null) is { Key: { } unknown } && entries.Exists(pair => pair.Entry is null))
            return new Failure("article.unknown", $"现在没有在施行的{unknown}，请换一条。");
        var citations = entries.Select(pair => new Citation(pair.Entry!, CitationStatus.InForce)).ToList();
        return await ActAsync(id, _ => [Said(text.Trim(), name, citations)], (words, token) => _desk.SayAsync(id, clerk, words, token), cancellation);
    }

    /// <summary>Gives the conversation back to the bot. Failures: <see cref="HandoverCodes"/>, <c>knowledge.loading</c>.</summary>
    public Task<Result<HandoverStatus>> HandBackAsync(Guid id, Actor clerk, string name, CancellationToken cancellation) =>
        ActAsync(id, conversation => [Status("completed"), Note(conversation, "personBack", name)], (words, token) => _desk.HandBackAsync(id, clerk, words, token), cancellation);

    /// <summary>Ends the conversation with a person. Failures: <see cref="HandoverCodes"/>, <c>knowledge.loading</c>.</summary>
    public Task<Result<HandoverStatus>> CloseAsync(Guid id, Actor clerk, string name, CancellationToken cancellation) =>
        ActAsync(id, conversation => [Status("completed"), Note(conversation, "personClosedByClerk", name)], (words, token) => _desk.CloseAsync(id, clerk, words, token), cancellation);

    /// <summary>Tells those whom nobody came to before the office closed. Gives how many there were.</summary>
    internal async Task<int> MissAsync(CancellationToken cancellation)
    {
        if (_knowledge.Current is null)
            return 0;
        var missed = 0;
        foreach (var waiting in (await _desk.InboxAsync(cancellation)).Where(one => one.State == HandoverState.Waiting))
        {
            var words = Words(waiting, [Status("failed"), Note(waiting, "personMissed", "")]);
            if ((await _desk.MissAsync(waiting.Id, words, cancellation)).Succeeded)
            {
                await WakeAsync(waiting, cancellation);
                missed++;
            }
        }

        return missed;
    }

    private async Task<Result<HandoverStatus>> ActAsync(
        Guid id, Func<HandoverStatus, IReadOnlyList<Activity>> say, Func<SpokenWords, CancellationToken, Task<Result<HandoverStatus>>> act, CancellationToken cancellation)
    {
        if (_knowledge.Current is null)
            return new Failure("knowledge.loading", "法律资料正在装入，请过几秒再试。");
        // Of one that is not there the desk says so.
        var words = await _desk.FindAsync(id, cancellation) is { } status ? Words(status, say(status)) : new SpokenWords([], []);
        var done = await act(words, cancellation);
        if (done.Value is { } changed)
            await WakeAsync(changed, cancellation);
        return done;
    }

    private SpokenWords Words(HandoverStatus status, IReadOnlyList<Activity> activities)
    {
        var addressed = activities.Select(activity => activity with { ChannelId = status.Channel, Conversation = new ConversationAccount(status.Conversation) }).ToList();
        var kept = status.Channel == DirectLineOptions.Channel ? addressed.Select(CitationMarkdown.Apply) : addressed;
        return new SpokenWords([.. kept.Select(ActivityJson.Write)], Channel(status)?.Texts(addressed) ?? []);
    }

    private async Task WakeAsync(HandoverStatus status, CancellationToken cancellation)
    {
        _signals.Signal(status.Conversation);
        if (Channel(status) is { } channel)
            await channel.SendAsync(status.Conversation, cancellation);
    }

    private IPushedChannel? Channel(HandoverStatus status) => _channels.FirstOrDefault(channel => channel.Name == status.Channel);

    private static Activity Status(string state) =>
        new() { Type = ActivityTypes.Event, Name = HandoverEvents.Status, Value = JsonSerializer.SerializeToElement(new { state }) };

    private Activity Note(HandoverStatus status, string key, string name) =>
        Activity.Message(_knowledge.Current!.Index.Corpus.Answers!.Intents.Text(key, ("clerk", name), ("state", status.State))) with { From = Sender(_bot.Name) };

    private Activity Said(string text, string name, IReadOnlyList<Citation> citations) => Activity.Message(text) with
    {
        From = Sender(name),
        InputHint = InputHints.AcceptingInput,
        Entities = [Entity.Of(TranscriptLine.ClerkMark, new { name }), .. AnswerActivity.Claims(citations)],
    };

    private ChannelAccount Sender(string name) => new(_bot.Id, name) { Role = RoleTypes.Bot };
}
