using LegalService.Bot.Activities;
using LegalService.Bot.Understanding;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>
/// Everything else is a question, or several, small talk included: the corpus answers each, and says so when it cannot. The last intent.
/// </summary>
internal sealed class QuestionIntent(QuestionAnswering answering, OfferedForms offered) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        var asked = Choice.Of(turn.Text, turn.Memory.Choices) ?? turn.Text;
        var questions = turn.Knowledge.Answerer.SpotSmallTalk(asked) is null ? turn.Knowledge.Answerer.Split(asked) : [asked];
        if (questions.Count == 1)
            await turn.Context.SendActivityAsync(offered.Under(await answering.AnswerAsync(turn, asked, cancellation)), cancellation);
        else
            await AnswerAllAsync(turn, questions, cancellation);
        return true;
    }

    /// <summary>One message for each question. What is more than is answered at once stands on buttons, so that nothing is lost.</summary>
    private async Task AnswerAllAsync(BotTurn turn, IReadOnlyList<string> questions, CancellationToken cancellation)
    {
        var texts = turn.Knowledge.Index.Corpus.Answers!;
        var now = questions.Take(texts.Intents.Several.Most).ToList();
        var said = new List<Activity>();
        foreach (var (place, question) in now.Index())
        {
            var answer = offered.Under(await answering.AnswerAsync(turn, question, cancellation));
            var isLast = place == now.Count - 1;
            var text = isLast ? answer.Text! : answer.Text!.Replace("\n" + texts.Outcomes.Disclaimer, "", StringComparison.Ordinal);
            said.Add(answer with { Text = texts.Intents.Text("partOf", ("number", place + 1), ("question", question)) + "\n" + text });
        }

        var left = questions.Skip(now.Count).ToList();
        if (left.Count > 0)
            said.Add(Activity.Message(Left(texts.Intents, left)) with { InputHint = InputHints.AcceptingInput });
        var actions = left.Select(question => CardAction.Say(question)).Concat(said.SelectMany(activity => activity.SuggestedActions?.Actions ?? []).DistinctBy(action => action.Title, StringComparer.Ordinal));
        await turn.Context.SendActivitiesAsync(
            [.. said.Select((activity, place) => activity with { SuggestedActions = place == said.Count - 1 ? new SuggestedActions([.. actions]) : null })], cancellation);
    }

    private static string Left(IntentRules intents, List<string> left) =>
        intents.Text("partsLeft", ("most", intents.Several.Most)) + "\n" + string.Join('\n', left.Select(question => $"· {question}"));
}
