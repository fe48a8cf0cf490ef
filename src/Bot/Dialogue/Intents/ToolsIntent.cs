using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>算一算, 写文书, without saying what: the calculators, or the documents, to choose from. 能赔多少 too, when nothing was asked before.</summary>
internal sealed class ToolsIntent(FormCatalog catalog, DialogTexts texts) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (texts.Means(Command.Sums, turn.Text) || (turn.Memory.Recent.Count == 0 && texts.Means(Command.HowMuch, turn.Text)))
            return await OfferAsync<CalculatorDefinition>(turn, Line.ToolsWhich, cancellation);
        return texts.Means(Command.Papers, turn.Text) && await OfferAsync<DocumentDefinition>(turn, Line.PapersWhich, cancellation);
    }

    private async Task<bool> OfferAsync<T>(BotTurn turn, Line which, CancellationToken cancellation)
        where T : IForm
    {
        await turn.Context.SendActivityAsync(DialogActivity.Choice(texts.Say(which), [.. catalog.All.OfType<T>().Select(form => CardAction.Say(form.Name))]), cancellation);
        return true;
    }
}
