using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Casework.Unanswered;
using LegalService.Knowledge.Answering;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Understanding;

/// <summary>Answers one question of a conversation, with what was said before where it leans on that, and remembers it. Thread safe.</summary>
internal sealed class QuestionAnswering(IFollowUpRewriter rewriter, UnansweredQuestions unanswered, IOptions<BotOptions> options)
{
    /// <summary>Answers a question and remembers it for what is asked next.</summary>
    public async Task<Answer> AnswerAsync(BotTurn turn, string question, CancellationToken cancellation)
    {
        var (answer, topic) = await FindAsync(turn, question, cancellation);
        if (answer.Outcome is AnswerOutcome.SmallTalk or AnswerOutcome.NotLegal or AnswerOutcome.Unreadable)
            return answer;
        var articles = answer.Citations.Select(citation => citation.Entry.Key.ToString()).ToList();
        var exchange = new Exchange(question, answer.Outcome.ToString(), articles) { Topic = topic, Faq = answer.Faq };
        turn.Memory.Recent = [.. turn.Memory.Recent.Append(exchange).TakeLast(options.Value.RememberedExchanges)];
        turn.Memory.Choices = answer.Outcome == AnswerOutcome.Clarify
            ? [.. AnswerActivity.Of(answer).SuggestedActions?.Actions.Where(action => action.Type == Activities.ActionTypes.ImBack).Select(action => action.Value?.GetString() ?? action.Title) ?? []]
            : [];
        if (answer.Outcome is AnswerOutcome.NoAnswer or AnswerOutcome.Clarify)
            await NoteAsync(turn, exchange, answer.Outcome == AnswerOutcome.Clarify ? UnansweredKind.Unclear : UnansweredKind.NoAnswer, answer.Confidence, cancellation);
        return answer;
    }

    /// <summary>Notes a question for who writes the corpus.</summary>
    public Task NoteAsync(BotTurn turn, Exchange exchange, UnansweredKind kind, double confidence, CancellationToken cancellation) => unanswered.NoteAsync(
        new OpenQuestion(kind, exchange.Topic is { } topic && topic != exchange.Question ? $"{topic} / {exchange.Question}" : exchange.Question, turn.Context.Activity.ChannelId ?? "")
        {
            Conversation = turn.Context.Activity.Conversation?.Id,
            Turn = $"{turn.Context.Activity.Id}/{exchange.Question}",
            Articles = exchange.Articles,
            Confidence = confidence,
        },
        cancellation);

    private async Task<(Answer Answer, string? Topic)> FindAsync(BotTurn turn, string question, CancellationToken cancellation)
    {
        var answerer = turn.Knowledge.Answerer;
        if (turn.Memory.Recent.Count == 0 || answerer.SpotSmallTalk(question) is not null || answerer.SpotDanger(question) is not null)
            return (await answerer.AnswerAsync(question, turn.Today, turn.Today, turn.Patience, cancellation), null);
        if (await rewriter.RewriteAsync(turn, question, turn.Memory.Recent, cancellation) is not { } followUp)
            return (await answerer.AnswerAsync(question, turn.Today, turn.Today, turn.Patience, cancellation), null);
        var joined = await answerer.FollowAsync(followUp, turn.Today, turn.Today, turn.Patience, cancellation);
        if (joined.Outcome == AnswerOutcome.Answered)
            return (joined, followUp.Topic);
        // Not understood together with what came before: perhaps it stood on its own after all.
        var alone = await answerer.AnswerAsync(question, turn.Today, turn.Today, turn.Patience, cancellation);
        return alone.Outcome == AnswerOutcome.Answered ? (alone, null) : (joined, followUp.Topic);
    }
}
