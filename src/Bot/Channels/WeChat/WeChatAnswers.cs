using System.Globalization;
using LegalService.Bot.Activities;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What is said to a message or an event. Never fails: what goes wrong is told the citizen, with whom to call instead.</summary>
internal sealed class WeChatAnswers(
    WeChatAdapter adapter,
    WeChatContent content,
    INearestPlaces places,
    OutgoingMessages outgoing,
    IOptions<WeChatOptions> options,
    TimeProvider time,
    ILogger<WeChatAnswers> logger)
{
    private static readonly Rendered Nothing = new("", []);

    /// <summary>The answer; empty says nothing.</summary>
    public async Task<Rendered> ToAsync(WeChatMessage message, Arrival arrival, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Value.AnswerLaterWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await AnswerAsync(message, arrival, both.Token);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(exception, "A message of type {Type} could not be answered", message.MsgType == "event" ? "event" : "message");
            return Says(content.Texts.Failed);
        }
    }

    private static Rendered Says(string text) => new(text, []);

    private async Task<Rendered> AnswerAsync(WeChatMessage message, Arrival arrival, CancellationToken cancellation) => message switch
    {
        { MsgType: "text" } => await AskAsync(Chosen(message.Content!, arrival.Choices), message, arrival, cancellation),
        { MsgType: "voice", Recognition: { } heard } => await AskAsync(heard, message, arrival, cancellation),
        { MsgType: "voice" } => Says(content.Texts.Voice),
        { MsgType: "image" } => Says(content.Texts.Image),
        { MsgType: "location" } => await NearAsync(message, cancellation),
        { MsgType: "event" } => await OnEventAsync(message, arrival, cancellation),
        _ => Says(content.Texts.Unsupported),
    };

    private async Task<Rendered> OnEventAsync(WeChatMessage message, Arrival arrival, CancellationToken cancellation)
    {
        switch (message.Event)
        {
            case "subscribe" or "SCAN":
                return Says(content.Texts.Subscribe);
            case "unsubscribe":
                await outgoing.ForgetAsync(arrival.ConversationId, cancellation);
                return Nothing;
            case "CLICK":
                return content.Menu.Said(message.EventKey) is { } said ? await AskAsync(said, message, arrival, cancellation) : Says(content.Texts.UnknownMenu);
            default:
                return Nothing;
        }
    }

    private async Task<Rendered> NearAsync(WeChatMessage message, CancellationToken cancellation) => Says(content.Rendering.Places(
        await places.FindAsync(message.Latitude!.Value, message.Longitude!.Value, options.Value.NearestPlaces, cancellation)));

    private async Task<Rendered> AskAsync(string text, WeChatMessage message, Arrival arrival, CancellationToken cancellation)
    {
        // An id of WeChat's is personal data: the bot and its steps see the conversation's own.
        var activity = Activity.Message(text) with
        {
            Id = arrival.Id,
            ChannelId = WeChatAdapter.Channel,
            Timestamp = time.GetUtcNow(),
            LocalTimestamp = message.CreateTime <= int.MaxValue ? DateTimeOffset.FromUnixTimeSeconds(message.CreateTime) : null,
            From = new ChannelAccount(arrival.ConversationId) { Role = RoleTypes.User },
            Recipient = new ChannelAccount("bot") { Role = RoleTypes.Bot },
            Conversation = new ConversationAccount(arrival.ConversationId),
        };
        return content.Rendering.Render(await adapter.AskAsync(activity, cancellation));
    }

    /// <summary>What a number stands for; every other text as it is.</summary>
    private static string Chosen(string text, IReadOnlyList<string> choices) =>
        int.TryParse(text.Trim().TrimEnd('.', '。', '、').Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= choices.Count ? choices[number - 1] : text;
}
