using LegalService.Casework.Handovers;
using LegalService.Knowledge.Corpus;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>
/// While a clerk has the conversation the bot says nothing: what the citizen writes is for the clerk. One who leaves him without an answer loses it to the
/// next.
/// </summary>
internal sealed class HandoverIntent(HandoverDesk desk, IOptions<HandoverOptions> options, TimeProvider time) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Handover is null)
            return false;
        if (await desk.OpenAsync(turn.Conversation, cancellation) is not { } open)
        {
            turn.Memory.Handover = null;
            return false;
        }

        await desk.NoteCitizenAsync(open.Id, cancellation);
        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) == IntentIds.CancelPerson)
        {
            await desk.CancelAsync(open.Id, cancellation);
            turn.Memory.Handover = null;
            await turn.Context.SendActivityAsync(turn.Texts.Intents.Text("personCancelled"), cancellation);
            return true;
        }

        if (open.State != HandoverState.Taken)
            return false;
        if (!open.IsUnanswered || time.GetUtcNow() - (open.LastClerkAt ?? open.TakenAt) < TimeSpan.FromMinutes(options.Value.SilentMinutes))
            return true;
        await desk.WaitAgainAsync(open.Id, cancellation);
        await turn.Context.SendActivityAsync(turn.Texts.Intents.Text("personAway"), cancellation);
        return false;
    }
}
