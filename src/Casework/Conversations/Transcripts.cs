using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;

namespace LegalService.Casework.Conversations;

/// <summary>What was said in conversations, for the clerk who goes on with the matter. Every look is in the audit trail. Thread safe.</summary>
public sealed class Transcripts
{
    private const int Most = 1000;

    private readonly CaseworkStore _store;
    private readonly ConversationStore _conversations;
    private readonly ChannelLinks _links;
    private readonly AuditTrail _audit;

    internal Transcripts(CaseworkStore store, ConversationStore conversations, ChannelLinks links, AuditTrail audit) =>
        (_store, _conversations, _links, _audit) = (store, conversations, links, audit);

    /// <summary>The conversation; empty when it is over and removed.</summary>
    /// <param name="conversation">Its id.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<TranscriptLine>> ReadAsync(string conversation, Actor by, CancellationToken cancellation)
    {
        var lines = await SinceAsync(conversation, 0, cancellation);
        if (lines.Count > 0)
            await ViewedAsync($"conversation/{conversation}", by, cancellation);
        return lines;
    }

    /// <summary>What was said after a line, for who has the conversation open: no further look is noted.</summary>
    public async Task<IReadOnlyList<TranscriptLine>> SinceAsync(string conversation, long after, CancellationToken cancellation) =>
        [.. (await _conversations.ReadAsync(conversation, after, Most, cancellation) ?? []).Select(Line).OfType<TranscriptLine>()];

    /// <summary>
    /// The conversation that led to a request or goes along with it (the last one that follows it); empty when there was none, or its time is over.
    /// </summary>
    /// <param name="subject">Such as <c>request/2611-0042</c>.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<TranscriptLine>> OfMatterAsync(string subject, Actor by, CancellationToken cancellation)
    {
        foreach (var link in await _links.OfAsync(subject, null, cancellation))
        {
            var lines = await SinceAsync(link.Address, 0, cancellation);
            if (lines.Count == 0)
                continue;
            await ViewedAsync(subject, by, cancellation);
            return lines;
        }

        return [];
    }

    private Task<bool> ViewedAsync(string subject, Actor by, CancellationToken cancellation) => _store.WriteAsync(
        (context, _) =>
        {
            _audit.Record(context, by, "conversation.viewed", subject);
            return Task.FromResult(true);
        },
        cancellation);

    /// <summary>Null for what is no message.</summary>
    private static TranscriptLine? Line(KeptActivity kept)
    {
        using var document = JsonDocument.Parse(kept.Content);
        var activity = document.RootElement;
        if (Text(activity, "type") != "message" || (Text(activity, "text") is null && !activity.TryGetProperty("attachments", out _)))
            return null;
        var entities = activity.TryGetProperty("entities", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        var from = activity.TryGetProperty("from", out var sender) ? sender : default;
        return new TranscriptLine(kept.Sequence, kept.At, SpeakerOf(from, entities), Words(activity))
        {
            Name = Text(from, "name"),
            Files = activity.TryGetProperty("attachments", out var files) && files.ValueKind == JsonValueKind.Array
                ? files.EnumerateArray().Count(file => Text(file, "contentUrl") is not null)
                : 0,
            Outcome = entities.Select(entity => Text(entity, "outcome")).FirstOrDefault(outcome => outcome is not null),
            Sources = [.. entities.Where(entity => Text(entity, "law") is not null && Text(entity, "article") is not null)
                .Select(entity => new TranscriptSource(Text(entity, "law")!, Text(entity, "article")!, Text(entity, "gist") ?? Text(entity, "text")))],
        };
    }

    /// <summary>What a channel shows as Markdown is spoken as it was said.</summary>
    private static string Words(JsonElement activity) => (Text(activity, "textFormat") == "markdown" ? Text(activity, "speak") : null) ?? Text(activity, "text") ?? "";

    private static Speaker SpeakerOf(JsonElement from, List<JsonElement> entities)
    {
        if (Text(from, "role") == "user")
            return Speaker.Citizen;
        return entities.Any(entity => Text(entity, "type") == TranscriptLine.ClerkMark) ? Speaker.Clerk : Speaker.Bot;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Who said something.</summary>
public enum Speaker
{
    /// <summary>The citizen.</summary>
    Citizen,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A member of staff.</summary>
    Clerk,
}

/// <summary>Something that was said.</summary>
/// <param name="Sequence">Its number in the conversation.</param>
/// <param name="At">When it was said.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">Personal data; empty for a file without words.</param>
public sealed record TranscriptLine(long Sequence, DateTimeOffset At, Speaker Speaker, string Text)
{
    /// <summary>Type of the entity by which an activity is known to be a member of staff's.</summary>
    public const string ClerkMark = "legalService/clerk";

    /// <summary>The speaker's name as the citizen saw it; null when there was none.</summary>
    public string? Name { get; init; }

    /// <summary>How many files came with it.</summary>
    public int Files { get; init; }

    /// <summary>What kind of answer it is, such as "answered" or "no_answer"; null for what is no answer.</summary>
    public string? Outcome { get; init; }

    /// <summary>The articles it rests on.</summary>
    public IReadOnlyList<TranscriptSource> Sources { get; init; } = [];

    /// <summary>Its number: a log may hold it.</summary>
    public override string ToString() => $"{Sequence}";
}

/// <summary>An article that something said rests on.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Article">Such as 第四十七条.</param>
/// <param name="Gist">What it says, in short; null when that was not told.</param>
public sealed record TranscriptSource(string Law, string Article, string? Gist);
