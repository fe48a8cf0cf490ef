using LegalService.Bot.Activities;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>The citizen wants to talk to a person.</summary>
internal sealed class PersonIntent : IIntent
{
    private const string Rule = "person";

    /// <summary>Name of the event that tells a client that a person is asked for.</summary>
    private const string HandOver = "handoff.initiate";

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotSmallTalk(turn.Text)?.Id != Rule)
            return false;
        var answer = turn.Knowledge.Answerer.Answer(turn.Text, turn.Today, turn.Today);
        await turn.Context.SendActivitiesAsync(
            [AnswerActivity.Of(answer), new Activity { Type = ActivityTypes.Event, Name = HandOver }], cancellation);
        return true;
    }
}
