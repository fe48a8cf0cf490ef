using LegalService.Bot.Handovers;
using LegalService.Casework;
using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Knowledge.Law;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Conversations that wait for a person or have one, and calls that were promised.</summary>
internal static class ConversationsEndpoints
{
    public static void MapConversations(this RouteGroupBuilder api)
    {
        var conversations = api.MapGroup("conversations").RequireAuthorization(StaffPolicies.Conversations);
        conversations.MapGet("", InboxAsync).WithName("staffConversations").WithSummary("What waits for a person, the longest first, and what clerks have");
        conversations.MapGet("{id:guid}", ReadAsync).WithName("staffConversation").WithSummary("What was said, with the articles of each answer; the look is in the audit trail");
        conversations.MapPost("{id:guid}/take", (Guid id, ClerkDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(Clerk.Of(context.User)!, clerk => desk.TakeAsync(id, clerk.Actor, clerk.DisplayName, cancellation))).WithName("staffConversationTake").WithSummary("Takes a waiting conversation");
        conversations.MapPost("{id:guid}/messages", (Guid id, ClerkMessage message, ClerkDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(Clerk.Of(context.User)!, clerk => SayAsync(desk, id, message, clerk, cancellation))).WithName("staffConversationSay").WithSummary("Says something to the citizen");
        conversations.MapPost("{id:guid}/hand-back", (Guid id, ClerkDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(Clerk.Of(context.User)!, clerk => desk.HandBackAsync(id, clerk.Actor, clerk.DisplayName, cancellation))).WithName("staffConversationHandBack").WithSummary("Gives it back to the bot");
        conversations.MapPost("{id:guid}/close", (Guid id, ClerkDesk desk, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(Clerk.Of(context.User)!, clerk => desk.CloseAsync(id, clerk.Actor, clerk.DisplayName, cancellation))).WithName("staffConversationClose").WithSummary("Ends it");
        conversations.MapGet("callbacks", CallbacksAsync).WithName("staffCallbacks").WithSummary("Calls that are to be made; the look at the numbers is in the audit trail");
        conversations.MapPost("callbacks/{id:guid}", CalledAsync).WithName("staffCallbackMade").WithSummary("Notes that a call was made");
    }

    private static async Task<Ok<IReadOnlyList<ConversationRow>>> InboxAsync(HandoverDesk desk, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<ConversationRow>>([.. (await desk.InboxAsync(cancellation)).Select(ConversationRow.Of)]);

    private static async Task<Results<Ok<IReadOnlyList<SpokenLine>>, ProblemHttpResult>> ReadAsync(
        Guid id, long? after, HandoverDesk desk, Transcripts transcripts, HttpContext context, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { Conversation.Length: > 0 } status)
            return new Failure(HandoverCodes.NotFound, "没有找到这次对话，可能居民已经删除了。").AsResult();
        var lines = after is > 0 and { } line
            ? await transcripts.SinceAsync(status.Conversation, line, cancellation)
            : await transcripts.ReadAsync(status.Conversation, Clerk.Of(context.User)!.Actor, cancellation);
        return TypedResults.Ok<IReadOnlyList<SpokenLine>>([.. lines.Select(SpokenLine.Of)]);
    }

    private static async Task<Result<HandoverStatus>> SayAsync(ClerkDesk desk, Guid id, ClerkMessage message, Clerk clerk, CancellationToken cancellation)
    {
        var articles = new List<ArticleKey>();
        foreach (var text in message.Articles ?? [])
        {
            if (!ArticleKey.TryParse(text, out var key))
                return new Failure("article.unknown", $"“{text}”不是“法律名 第几条”。");
            articles.Add(key);
        }

        return await desk.SayAsync(id, clerk.Actor, clerk.DisplayName, message.Text ?? "", articles, cancellation);
    }

    private static async Task<Ok<IReadOnlyList<CallbackEntry>>> CallbacksAsync(CallbackDesk desk, HttpContext context, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.DueAsync(Clerk.Of(context.User)!.Actor, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> CalledAsync(Guid id, CallMade made, CallbackDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var noted = await desk.CalledAsync(id, made.Reached, Clerk.Of(context.User)!.Actor, cancellation);
        return noted.Succeeded ? TypedResults.NoContent() : noted.Failure.AsResult();
    }

    private static async Task<Results<Ok<ConversationRow>, ProblemHttpResult>> AnswerAsync(Clerk clerk, Func<Clerk, Task<Result<HandoverStatus>>> act)
    {
        var status = await act(clerk);
        return status.Succeeded ? TypedResults.Ok(ConversationRow.Of(status.Value)) : status.Failure.AsResult();
    }
}

/// <summary>A conversation with a person.</summary>
/// <param name="Id">By which it is taken.</param>
/// <param name="Conversation">The citizen's conversation; empty once he had it removed.</param>
/// <param name="Channel">Such as "wechat".</param>
/// <param name="State">waiting, taken, handedBack, closed, cancelled or missed.</param>
/// <param name="AskedAt">Since when the citizen waits.</param>
/// <param name="Clerk">Who has it, as "staff/USER"; null while nobody has taken it.</param>
/// <param name="Unanswered">True when the citizen wrote something that the clerk has not answered.</param>
internal sealed record ConversationRow(Guid Id, string Conversation, string Channel, string State, DateTimeOffset AskedAt, string? Clerk, bool Unanswered)
{
    public static ConversationRow Of(HandoverStatus status) => new(
        status.Id, status.Conversation, status.Channel, status.State.Name(), status.AskedAt, status.Clerk, status.IsUnanswered);
}

/// <summary>Something that was said.</summary>
/// <param name="Sequence">Its number in the conversation.</param>
/// <param name="At">When.</param>
/// <param name="Speaker">citizen, bot or clerk.</param>
/// <param name="Name">The speaker's name as the citizen saw it; null when there was none.</param>
/// <param name="Text">What was said.</param>
/// <param name="Outcome">What kind of answer of the bot it is; null for what is none.</param>
/// <param name="Sources">The articles it rests on.</param>
internal sealed record SpokenLine(long Sequence, DateTimeOffset At, string Speaker, string? Name, string Text, string? Outcome, IReadOnlyList<TranscriptSource> Sources)
{
    public static SpokenLine Of(TranscriptLine line) =>
        new(line.Sequence, line.At, line.Speaker.Name(), line.Name, line.Text, line.Outcome, line.Sources);
}

/// <summary>What a clerk says.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Articles">The articles it rests on, each as 法律名 第几条; null for none.</param>
internal sealed record ClerkMessage(string? Text, IReadOnlyList<string>? Articles = null);

/// <summary>A call that was made.</summary>
/// <param name="Reached">Whether the citizen answered.</param>
internal sealed record CallMade(bool Reached);
