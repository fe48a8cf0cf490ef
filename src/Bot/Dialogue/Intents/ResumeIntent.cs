using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Goes on with what was put aside when the citizen says so, deletes it when he says so, and offers it when he comes back and greets.</summary>
internal sealed class ResumeIntent(DialogTexts texts, PutAside aside, DialogSwitch dialogs) : IIntent
{
    private const string Greeting = "greeting";

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Dialog is not null)
            return false;
        var waiting = aside.Of(turn.Memory);
        if (texts.Means(Command.GoOn, turn.Text))
        {
            await ResumeAsync(turn, waiting, cancellation);
            return true;
        }

        if (waiting is not [.., var last])
            return false;
        if (texts.Is(Press.Delete, turn.Text))
        {
            aside.Take(turn.Memory, last);
            await turn.Context.SendActivityAsync(DialogActivity.Note(texts.Say(Line.Deleted, ("service", last.Title))), cancellation);
            return true;
        }

        if (turn.Knowledge.Answerer.SpotSmallTalk(turn.Text)?.Id != Greeting)
            return false;
        await turn.Context.SendActivityAsync(dialogs.Offer(turn)!, cancellation);
        return true;
    }

    private async Task ResumeAsync(BotTurn turn, IReadOnlyList<Conversations.DialogAside> waiting, CancellationToken cancellation)
    {
        // 接着填法律援助 names one of several.
        var wanted = waiting.LastOrDefault(other => turn.Text.Contains(other.Title, StringComparison.Ordinal)) ?? (waiting is [.., var last] ? last : null);
        if (wanted is null)
            await turn.Context.SendActivityAsync(texts.Say(Line.NothingToResume), cancellation);
        else
            await dialogs.ResumeAsync(turn, wanted, cancellation);
    }
}
