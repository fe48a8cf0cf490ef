using LegalService.Bot.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Everything else is a question, small talk included: the corpus answers it, and says so when it cannot. The last intent.</summary>
internal sealed class QuestionIntent(IOptions<BotOptions> options) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        var answer = await turn.Knowledge.Answerer.AnswerAsync(turn.Text, turn.Today, turn.Today, cancellation);
        await turn.Context.SendActivityAsync(AnswerActivity.Of(answer), cancellation);
        if (answer.Citations.Count > 0)
        {
            var exchange = new Exchange(turn.Text, answer.Outcome.ToString(), [.. answer.Citations.Select(citation => citation.Entry.Key.ToString())]);
            turn.Memory.Recent = [.. turn.Memory.Recent.Append(exchange).TakeLast(options.Value.RememberedExchanges)];
        }

        return true;
    }
}
