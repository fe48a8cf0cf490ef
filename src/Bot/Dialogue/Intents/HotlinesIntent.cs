using System.Text.RegularExpressions;
using LegalService.Bot.Activities;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Which number is for what: those of the matter that is named, or all of them.</summary>
internal sealed class HotlinesIntent : IIntent
{
    private const int MostMatching = 3;

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Hotlines)
            return false;
        var intents = turn.Texts.Intents;
        var matching = turn.Texts.Hotlines.Where(hotline => Fits(hotline, turn.Text)).Take(MostMatching).ToList();
        var shown = matching.Count > 0 ? matching : turn.Texts.Hotlines;
        var lines = shown.Select(hotline => $"{hotline.Number} {hotline.Name}：{hotline.When}");
        var said = Activity.Message(intents.Text(matching.Count > 0 ? "hotlinesMatch" : "hotlinesAll") + "\n" + string.Join('\n', lines)) with
        {
            InputHint = InputHints.AcceptingInput,
            SuggestedActions = new SuggestedActions([.. shown.Take(MostMatching).Select(hotline => CardAction.Dial($"打 {hotline.Number} {hotline.Name}", hotline.Number))]),
        };
        await turn.Context.SendActivityAsync(said, cancellation);
        return true;
    }

    private static bool Fits(Hotline hotline, string text) => text.Contains(hotline.Number, StringComparison.Ordinal)
        || (hotline.Words.Length > 0 && Regex.IsMatch(text, hotline.Words, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)));
}
