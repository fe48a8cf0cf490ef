using LegalService.Bot.Activities;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>The citizen wants to talk to a person.</summary>
internal sealed class PersonIntent : IIntent
{
    private const string Rule = "person";
    private const string Title = "打电话找人";
    private const int MostNumbers = 3;

    /// <summary>Name of the event that tells a client that a person is asked for.</summary>
    private const string HandOver = "handoff.initiate";

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotSmallTalk(turn.Text)?.Id != Rule)
            return false;
        var answer = turn.Knowledge.Answerer.Answer(turn.Text, turn.Today, turn.Today);
        await turn.Context.SendActivitiesAsync(
            [AnswerActivity.Of(answer) with { Attachments = [Card(turn)] }, new Activity { Type = ActivityTypes.Event, Name = HandOver }], cancellation);
        return true;
    }

    /// <summary>The numbers to call. Whoever sees no cards has the first of them in the text.</summary>
    private static Attachment Card(BotTurn turn)
    {
        var hotlines = turn.Knowledge.Index.Corpus.Answers!.Hotlines.Take(MostNumbers);
        return Attachment.Of(new HeroCard(Title, Buttons: [.. hotlines.Select(hotline => CardAction.Dial($"{hotline.Number} {hotline.Name}", hotline.Number))]));
    }
}
