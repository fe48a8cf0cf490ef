using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Handovers;
using LegalService.Casework.Handovers;
using LegalService.Casework.Notifications;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>The citizen wants to talk to a person: he waits for one, or leaves a number when nobody is there.</summary>
internal sealed class PersonIntent(HandoverDesk desk) : IIntent
{
    private const string Title = "打电话找人";
    private const int MostNumbers = 3;

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Person)
            return false;
        var asked = await desk.AskAsync(turn.Conversation, turn.Context.Activity.ChannelId ?? "", cancellation);
        turn.Memory.Handover = asked.Value?.Id;
        var intents = turn.Texts.Intents;
        var text = asked.Value is { } status
            ? status.Ahead == 0 ? intents.Text("personNext") : intents.Text("personWaiting", ("ahead", status.Ahead))
            : Closed(intents);
        var said = Activity.Message(text) with { InputHint = InputHints.AcceptingInput, Attachments = [Card(turn)], SuggestedActions = new SuggestedActions([CardAction.Say(intents.Buttons["callback"])]) };
        var signal = new Activity { Type = ActivityTypes.Event, Name = HandoverEvents.Initiate, Value = JsonSerializer.SerializeToElement(new { isWaiting = asked.Succeeded }) };
        await turn.Context.SendActivitiesAsync([said, signal], cancellation);
        return true;
    }

    private string Closed(IntentRules intents) => desk.Hours.OpensNext is { } opens
        ? intents.Text("personClosed", ("opens", SpokenTime.Moment(opens)))
        : intents.Text("personClosedUnknown");

    /// <summary>The numbers to call. Whoever sees no cards has the first of them in the text.</summary>
    private static Attachment Card(BotTurn turn) =>
        Attachment.Of(new HeroCard(Title, Buttons: [.. turn.Texts.Hotlines.Take(MostNumbers).Select(hotline => CardAction.Dial($"{hotline.Number} {hotline.Name}", hotline.Number))]));
}
