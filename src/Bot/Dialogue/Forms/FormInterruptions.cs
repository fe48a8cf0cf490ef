using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Tells what is not for a form, although it could be written into one of its fields. Thread safe.</summary>
internal sealed class FormInterruptions(DialogTexts texts, FormWords forms)
{
    private const string Greeting = "greeting";
    private const string Goodbye = "goodbye";
    private const int Longest = 30;

    /// <summary>Somebody comes back and says hello.</summary>
    public static bool IsGreeting(FormTurn turn) => turn.Turn.Knowledge.Answerer.SpotSmallTalk(turn.Text)?.Id == Greeting;

    /// <summary>Another service, a look-up, a person, thanks.</summary>
    public bool IsOthers(FormTurn turn) => turn.Text.Length <= Longest
        && (texts.Tells(Sign.Progress, turn.Text)
            || texts.Tells(Sign.Managing, turn.Text)
            || forms.Started(turn.Turn) is not null
            || turn.Turn.Knowledge.Answerer.SpotSmallTalk(turn.Text) is { Id: not (Greeting or Goodbye) });
}
