using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Knowledge.Answering.FollowUps;
using LegalService.Knowledge.LanguageModel;

namespace LegalService.Bot.Understanding;

/// <summary>
/// Whether a message leans on the one before the index tells; a language model, where there is one, only says it in one sentence. Without one, and when it fails,
/// the two are joined as they are.
/// </summary>
internal sealed class ModelFollowUps(IndexFollowUps index, IQuestionRewriter? model = null) : IFollowUpRewriter
{
    public async ValueTask<FollowUp?> RewriteAsync(BotTurn turn, string message, IReadOnlyList<Exchange> recent, CancellationToken cancellation)
    {
        var followUp = await index.RewriteAsync(turn, message, recent, cancellation);
        if (followUp is null || model is null)
            return followUp;
        var before = recent.Select(exchange => exchange.Topic ?? exchange.Question).Distinct(StringComparer.Ordinal).ToList();
        return followUp with { Rewritten = await model.RewriteAsync(turn.Knowledge.Index.Corpus.Prompts, message, before, turn.Patience, cancellation) };
    }
}
