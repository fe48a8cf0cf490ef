namespace LegalService.Bot.Dialogue;

/// <summary>Something a citizen may want with a message. Intents are asked in the order of their registration; the first that handles it ends the turn.</summary>
public interface IIntent
{
    /// <summary>Answers the message, or leaves it to the next intent.</summary>
    /// <returns>True when it was answered.</returns>
    Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation);
}
