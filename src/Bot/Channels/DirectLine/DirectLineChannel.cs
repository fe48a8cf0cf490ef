using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>The Direct Line 3.0 protocol without its transport: conversations, activities, streams. Thread safe.</summary>
public sealed class DirectLineChannel
{
    private const string UserPrefix = "dl_";
    private const int LongestUser = 64;
    private const int LongestMark = 200;
    private const int IdBytes = 18;
    private const int IdleFactor = 4;
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    private readonly ConversationStore _store;
    private readonly DirectLineTokens _tokens;
    private readonly DirectLineAdapter _adapter;
    private readonly ConversationSignals _signals;
    private readonly DirectLineOptions _options;
    private readonly BotOptions _bot;
    private readonly TimeProvider _time;

    internal DirectLineChannel(
        ConversationStore store, DirectLineTokens tokens, DirectLineAdapter adapter, ConversationSignals signals, IOptions<DirectLineOptions> options, IOptions<BotOptions> bot,
        TimeProvider time) =>
        (_store, _tokens, _adapter, _signals, _options, _bot, _time) = (store, tokens, adapter, signals, options.Value, bot.Value, time);

    /// <summary>An id for a citizen who brings none; it cannot be guessed.</summary>
    public static string NewUser() => UserPrefix + Random();

    /// <summary>A token for a conversation that is still to be started.</summary>
    /// <param name="user">Who it speaks for; null lets the activities say so.</param>
    /// <returns>Or <see cref="DirectLineFailure.BadUser"/>.</returns>
    public Reply<DirectLineConversation> Generate(string? user) =>
        user is not null && (!user.StartsWith(UserPrefix, StringComparison.Ordinal) || user.Length > LongestUser)
            ? DirectLineFailure.BadUser
            : Given(Random(), user);

    /// <summary>A new token for the caller's conversation.</summary>
    public Reply<DirectLineConversation> Refresh(DirectLineCaller caller) =>
        caller.Conversation is { } conversation ? Given(conversation, caller.User) : DirectLineFailure.BadToken;

    /// <summary>A token for an earlier conversation of the citizen; <see cref="DirectLineFailure.NoConversation"/> when it is not his, or over.</summary>
    public async Task<Reply<DirectLineConversation>> ResumeAsync(string conversation, string user, CancellationToken cancellation) =>
        await _store.IsOfAsync(conversation, DirectLineOptions.Channel, user, cancellation) ? Given(conversation, user) : DirectLineFailure.NoConversation;

    /// <summary>Starts the caller's conversation, greets, and gives what is needed to go on. Done twice it is the same conversation.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="user">Who the activities will be from, where the caller's token does not say; may be null.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Reply<DirectLineConversation>> StartAsync(DirectLineCaller caller, string? user, CancellationToken cancellation)
    {
        var conversation = caller.Conversation ?? Random();
        var owner = caller.User ?? user ?? "";
        var isNew = await _store.StartAsync(conversation, DirectLineOptions.Channel, owner, cancellation);
        if (isNew)
        {
            var joined = new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount(owner.Length == 0 ? "user" : owner)] };
            await KeepAndAnswerAsync(conversation, Addressed(joined, conversation, owner), mark: null, cancellation);
        }

        return Streaming(Given(conversation, caller.User) with { IsNew = isNew }, caller.User);
    }

    /// <summary>A stream and a fresh token for a conversation that was started before.</summary>
    public async Task<Reply<DirectLineConversation>> ReconnectAsync(string conversation, DirectLineCaller caller, CancellationToken cancellation) =>
        await _store.ReadAsync(conversation, long.MaxValue, 1, cancellation) is null
            ? DirectLineFailure.NoConversation
            : Streaming(Given(conversation, caller.User), caller.User);

    /// <summary>Takes an activity and has it answered. A repetition (the same <c>channelData.clientActivityID</c>) is answered once.</summary>
    /// <returns>Its id.</returns>
    public async Task<Reply<string>> PostAsync(string conversation, DirectLineCaller caller, Activity activity, CancellationToken cancellation)
    {
        if (Sender(caller, activity) is not { } sender)
            return DirectLineFailure.BadSender;
        if (string.IsNullOrEmpty(activity.Type))
            return DirectLineFailure.BadActivity;
        // That a citizen is writing is of no use to a program, and who joins is for the channel to say.
        if (activity.Type is ActivityTypes.Typing or ActivityTypes.ConversationUpdate)
            return DirectLineAdapter.Id(conversation, 0);
        return await KeepAndAnswerAsync(conversation, Addressed(activity, conversation, sender), Mark(activity), cancellation) is { } sequence
            ? DirectLineAdapter.Id(conversation, sequence)
            : DirectLineFailure.NoConversation;
    }

    /// <summary>What was said after a watermark; null or empty is the beginning.</summary>
    public async Task<Reply<ActivitySet>> ReadAsync(string conversation, string? watermark, CancellationToken cancellation)
    {
        long after = 0;
        if (!string.IsNullOrEmpty(watermark) && watermark != "-" && !long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return DirectLineFailure.BadWatermark;
        if (await _store.ReadAsync(conversation, after, _options.MaxActivities, cancellation) is not { } kept)
            return DirectLineFailure.NoConversation;
        var last = kept.Count > 0 ? kept[^1].Sequence : after;
        var activities = kept.Select(one => Shown(conversation, one)).Where(activity => activity.Type != ActivityTypes.ConversationUpdate);
        return new ActivitySet([.. activities], last.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether this server can hold another stream.</summary>
    public bool HasRoomForStream => _signals.Count < _options.MaxStreams;

    /// <summary>Every set of activities after a watermark as it comes, null for each silence that asks for a sign of life. Ends with the conversation.</summary>
    public async IAsyncEnumerable<ActivitySet?> StreamAsync(
        string conversation, string? watermark, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watch = _signals.Open(conversation);
        var (silence, quiet) = (TimeSpan.Zero, TimeSpan.Zero);
        var often = TimeSpan.FromMilliseconds(_options.LookEveryMilliseconds);
        while ((await ReadAsync(conversation, watermark, cancellation)).Value is { } set)
        {
            if (set.Watermark != (watermark ?? ""))
            {
                watermark = set.Watermark;
                (silence, quiet) = (TimeSpan.Zero, TimeSpan.Zero);
                if (set.Activities.Count > 0)
                    yield return set;
                if (set.Activities.Count >= _options.MaxActivities)
                    continue;
            }

            // Most open pages are idle: what another server keeps for them may be found a little later.
            var look = quiet < IdleAfter ? often : often * IdleFactor;
            await watch.WaitAsync(look, cancellation);
            (silence, quiet) = (silence + look, quiet + look);
            if (silence < TimeSpan.FromSeconds(_options.KeepAliveSeconds))
                continue;
            silence = TimeSpan.Zero;
            yield return null;
        }
    }

    private Activity Shown(string conversation, KeptActivity kept)
    {
        var activity = DirectLineAdapter.Kept(conversation, kept);
        return kept.At < _time.GetUtcNow() - TimeSpan.FromMinutes(_options.MaskAfterMinutes) ? PersonalMask.Apply(activity) : activity;
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    private async Task<long?> KeepAndAnswerAsync(string conversation, Activity activity, string? mark, CancellationToken cancellation)
    {
        var received = await _store.ReceiveAsync(conversation, ActivityJson.Write(activity), mark, cancellation);
        if (!received.Succeeded)
            return null;
        _signals.Signal(conversation);
        await _adapter.AnswerWaitingAsync(conversation, received.Value.Sequence, cancellation);
        return received.Value.Sequence;
    }

    private DirectLineConversation Given(string conversation, string? user) =>
        new(conversation, _tokens.Give(TokenUse.Conversation, conversation, user), _options.TokenSeconds);

    private DirectLineConversation Streaming(DirectLineConversation given, string? user) =>
        given with { StreamToken = _tokens.Give(TokenUse.Stream, given.ConversationId, user) };

    /// <summary>Who it is from; null when that is somebody else, or the bot.</summary>
    private string? Sender(DirectLineCaller caller, Activity activity)
    {
        var said = activity.From?.Id;
        if (caller.User is { } user)
            return said is null || said.Length == 0 || said == user ? user : null;
        return said is { Length: > 0 and <= LongestUser } && said != _bot.Id && !said.StartsWith(UserPrefix, StringComparison.Ordinal) ? said : null;
    }

    private Activity Addressed(Activity activity, string conversation, string sender) => activity with
    {
        Id = null,
        Timestamp = null,
        ChannelId = DirectLineOptions.Channel,
        ServiceUrl = null,
        Conversation = new ConversationAccount(conversation),
        From = (activity.From ?? new ChannelAccount()) with { Id = sender, Role = RoleTypes.User },
        Recipient = new ChannelAccount(_bot.Id, _bot.Name) { Role = RoleTypes.Bot },
    };

    private static string? Mark(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var mark) && mark.ValueKind == JsonValueKind.String && mark.GetString() is { Length: > 0 and <= LongestMark } text
            ? text
            : null;
}
