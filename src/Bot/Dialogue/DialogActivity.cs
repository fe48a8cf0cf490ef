using LegalService.Bot.Activities;

namespace LegalService.Bot.Dialogue;

/// <summary>Messages of dialogs. Everything stands in the text; what a page can show better stands beside it, in an entity.</summary>
public static class DialogActivity
{
    /// <summary>Type of the entity that says what part of a dialog a message is: kind "question", "review", "receipt", "choice" or "note".</summary>
    public const string EntityType = "legalService/dialog";

    /// <summary>A message with its buttons.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="entity">Members of the entity: kind, and what belongs to it.</param>
    /// <param name="actions">The buttons; none shows none.</param>
    internal static Activity Of(string text, object entity, params IReadOnlyList<CardAction> actions) => Activity.Message(text) with
    {
        InputHint = InputHints.ExpectingInput,
        Entities = [Entity.Of(EntityType, entity)],
        SuggestedActions = actions.Count == 0 ? null : new SuggestedActions(actions),
    };

    /// <summary>Something that is only said.</summary>
    internal static Activity Note(string text, params IReadOnlyList<CardAction> actions) => Of(text, new { kind = "note" }, actions);

    /// <summary>A choice between buttons.</summary>
    internal static Activity Choice(string text, params IReadOnlyList<CardAction> actions) => Of(text, new { kind = "choice" }, actions);

    /// <summary>Lines that are not empty, one under the other.</summary>
    internal static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
}
