using System.Text.Json;

namespace LegalService.Bot.Dialogue;

/// <summary>
/// A conversation of several turns towards one end, such as filling in a form. Its state is kept between turns for as long as memories are kept. A turn may be
/// run again, so what a dialog does outside the conversation must be the same when it is done twice.
/// </summary>
public interface IDialog
{
    /// <summary>Stable id.</summary>
    string Id { get; }

    /// <summary>Takes the next message.</summary>
    /// <param name="turn">The message. The dialog sends what it says.</param>
    /// <param name="state">What it returned last.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<DialogStep> ContinueAsync(BotTurn turn, JsonElement state, CancellationToken cancellation);

    /// <summary>Says again what it waits for, after something else was answered. By default nothing.</summary>
    Task RemindAsync(BotTurn turn, JsonElement state, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>How a dialog took a message.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="State">The state to go on with.</param>
public sealed record DialogStep(DialogStepKind Kind, JsonElement State);

/// <summary>What follows on a dialog's step.</summary>
public enum DialogStepKind
{
    /// <summary>It waits for the next message.</summary>
    Waits,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>The message is none of its own (a question in the middle of a form): the other intents answer it, and the dialog goes on afterwards.</summary>
    NotMine,
}
