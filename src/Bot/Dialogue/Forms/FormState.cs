using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Bot.Activities;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>A form between two messages.</summary>
internal sealed record FormState
{
    /// <summary>Id of the service, calculator or document.</summary>
    public required string Service { get; init; }

    /// <summary>The version its answers were typed under.</summary>
    public required int Version { get; init; }

    /// <summary>Everything that was answered.</summary>
    public Answers Answers { get; init; } = Answers.Empty;

    public FormStage Stage { get; init; }

    /// <summary>The field that is being changed; null: the next one is asked.</summary>
    public string? Editing { get; init; }

    /// <summary>The field that was explained last: who asks again wants more.</summary>
    public string? Explained { get; init; }

    /// <summary>How often in a row the answer to the question of now was wrong.</summary>
    public int Misses { get; init; }

    /// <summary>The fields in the order in which they were answered first.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>What was said beyond what was asked; an answer is made of it only with the citizen's yes.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>Ids of notices that were given.</summary>
    public IReadOnlyList<string> Noticed { get; init; } = [];

    /// <summary>The document that is sent with the answers; null: none.</summary>
    public DocumentSent? Document { get; init; }

    /// <summary>True when the citizen does not want to hear of it in this conversation.</summary>
    public bool IsQuiet { get; init; }

    public static FormState Read(JsonElement json) => json.Deserialize<FormState>(ActivityJson.Options)!;

    public JsonElement Write() => JsonSerializer.SerializeToElement(this, ActivityJson.Options);
}

/// <summary>A document that a clerk is asked to look at.</summary>
/// <param name="Form">Its id.</param>
/// <param name="Answers">What it is filled with.</param>
internal sealed record DocumentSent(string Form, Answers Answers);

/// <summary>What a form waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormStage>))]
internal enum FormStage
{
    /// <summary>The next answer, or the yes to all of them.</summary>
    Asking,

    /// <summary>Whether to delete, keep or go on.</summary>
    Stopping,

    /// <summary>Which field to change.</summary>
    Choosing,

    /// <summary>The document is written: whether a clerk is to look at it.</summary>
    Offering,
}
