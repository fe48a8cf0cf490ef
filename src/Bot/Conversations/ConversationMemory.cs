using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Bot.Activities;

namespace LegalService.Bot.Conversations;

/// <summary>What the bot remembers between the turns of a conversation. Kept sealed by <see cref="Casework.Conversations.ConversationStore"/>.</summary>
public sealed class ConversationMemory
{
    /// <summary>The dialog that is going on; null when there is none.</summary>
    public ActiveDialog? Dialog { get; set; }

    /// <summary>Dialogs that were put aside, the last one last.</summary>
    public IReadOnlyList<DialogAside> Aside { get; set; } = [];

    /// <summary>The last questions and what answered them, the latest last.</summary>
    public IReadOnlyList<Exchange> Recent { get; set; } = [];

    /// <summary>The questions that were offered to choose from by the last answer, in order; empty when there were none.</summary>
    public IReadOnlyList<string> Choices { get; set; } = [];

    /// <summary>The citizen's wish for a person; null when there is none that is known to go on.</summary>
    public Guid? Handover { get; set; }

    /// <summary>What the bot asked last and waits to hear, one of <see cref="Knowledge.Corpus.IntentIds"/>; null when it asked nothing.</summary>
    public string? Pending { get; set; }

    /// <summary>What a newer server put here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    private bool IsEmpty =>
        Dialog is null && Aside.Count == 0 && Recent.Count == 0 && Choices.Count == 0 && Handover is null && Pending is null && Properties is null;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        (Dialog, Handover, Pending, Properties) = (null, null, null, null);
        (Aside, Recent, Choices) = ([], [], []);
    }

    /// <summary>Reads it; null gives an empty one.</summary>
    public static ConversationMemory Read(string? json) =>
        json is null ? new() : JsonSerializer.Deserialize<ConversationMemory>(json, ActivityJson.Options) ?? new();

    /// <summary>Writes it; null when there is nothing to remember.</summary>
    public string? Write() => IsEmpty ? null : JsonSerializer.Serialize(this, ActivityJson.Options);
}

/// <summary>A dialog that is going on.</summary>
/// <param name="Id">Which one: <see cref="Dialogue.IDialog.Id"/>.</param>
/// <param name="State">Its own state.</param>
public sealed record ActiveDialog(string Id, JsonElement State);

/// <summary>A dialog that waits for its citizen to come back.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Title">What it is about, as it is offered.</param>
/// <param name="Count">How many questions are answered.</param>
/// <param name="At">When it was put aside.</param>
public sealed record DialogAside(ActiveDialog Dialog, string Title, int Count, DateTimeOffset At);

/// <summary>A question and what answered it.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Outcome">Name of the outcome, such as "Answered".</param>
/// <param name="Articles">The articles it rested on, as 法律名第几条.</param>
public sealed record Exchange(string Question, string Outcome, IReadOnlyList<string> Articles)
{
    /// <summary>The question that stands on its own, where <see cref="Question"/> leans on an earlier one; else null.</summary>
    public string? Topic { get; init; }

    /// <summary>Id of the FAQ entry that answered; null when none did.</summary>
    public string? Faq { get; init; }
}
