using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Knowledge.Answering.FollowUps;

namespace LegalService.Bot.Understanding;

/// <summary>By the rules of the corpus and what the index knows; needs no language model.</summary>
internal sealed class IndexFollowUps : IFollowUpRewriter
{
    public ValueTask<FollowUp?> RewriteAsync(BotTurn turn, string message, IReadOnlyList<Exchange> recent, CancellationToken cancellation)
    {
        var last = recent[^1];
        var topic = last.Topic ?? last.Question;
        return ValueTask.FromResult(turn.Knowledge.Answerer.ReadFollowUp(message, topic, turn.Today) is { } followUp
            ? followUp with { Told = recent.LastOrDefault(exchange => (exchange.Topic ?? exchange.Question) == topic && exchange.Faq is not null)?.Faq, ToldArticles = last.Articles }
            : null);
    }
}
