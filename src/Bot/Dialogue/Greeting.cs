using LegalService.Bot.Activities;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue;

/// <summary>What is said to somebody who comes: who speaks, what it is worth, and questions to begin with.</summary>
internal static class Greeting
{
    private const string Rule = "greeting";

    public static Activity Of(AnswerTexts texts)
    {
        var greeting = texts.SmallTalk.FirstOrDefault(rule => rule.Id == Rule)?.Text;
        return Activity.Message(string.Join('\n', new[] { greeting, texts.Outcomes.Disclaimer }.Where(text => !string.IsNullOrEmpty(text)))) with
        {
            InputHint = InputHints.AcceptingInput,
            SuggestedActions = new SuggestedActions([.. texts.Outcomes.Suggestions.Select(question => CardAction.Say(question))]),
        };
    }
}
