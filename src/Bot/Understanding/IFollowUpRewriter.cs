using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue;
using LegalService.Knowledge.Answering.FollowUps;

namespace LegalService.Bot.Understanding;

/// <summary>Makes a message that leans on what was said before a question that stands on its own. Thread safe.</summary>
public interface IFollowUpRewriter
{
    /// <summary>The message, completed; null when it stands on its own. Never throws for what it could not understand.</summary>
    /// <param name="turn">The turn, for its corpus and day.</param>
    /// <param name="message">What was said; a part of the turn's text where that asks several things.</param>
    /// <param name="recent">What was asked and answered before, the latest last; not empty.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<FollowUp?> RewriteAsync(BotTurn turn, string message, IReadOnlyList<Exchange> recent, CancellationToken cancellation);
}
