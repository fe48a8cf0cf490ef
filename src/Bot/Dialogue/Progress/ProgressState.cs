using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Bot.Activities;

namespace LegalService.Bot.Dialogue.Progress;

/// <summary>A look-up between two messages.</summary>
internal sealed record ProgressState
{
    public ProgressStage Stage { get; init; }

    /// <summary>As normalised; null: not said yet.</summary>
    public string? Number { get; init; }

    /// <summary>Null until number and code have opened something.</summary>
    public string? Code { get; init; }

    /// <summary>What can be done with the request, as it was shown.</summary>
    public IReadOnlyList<string> Can { get; init; } = [];

    /// <summary>How often something was wrong.</summary>
    public int Tries { get; init; }

    public static ProgressState Read(JsonElement json) => json.Deserialize<ProgressState>(ActivityJson.Options)!;

    public JsonElement Write() => JsonSerializer.SerializeToElement(this, ActivityJson.Options);
}

/// <summary>What a look-up waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgressStage>))]
internal enum ProgressStage
{
    /// <summary>The number.</summary>
    Number,

    /// <summary>Its code.</summary>
    Code,

    /// <summary>What is to be done with what was shown.</summary>
    Shown,

    /// <summary>What is added to the request.</summary>
    Supplementing,

    /// <summary>Why the refusal is wrong.</summary>
    Objecting,

    /// <summary>The yes to taking the request back.</summary>
    Withdrawing,

    /// <summary>The yes to cancelling the appointment.</summary>
    Cancelling,
}

/// <summary>How a look-up took a message.</summary>
/// <param name="State">After it; null: it is over.</param>
/// <param name="Says">What is said; empty: the message is for others.</param>
internal sealed record ProgressReply(ProgressState? State, IReadOnlyList<Activity> Says)
{
    /// <summary>True when the message is for others and the look-up is over.</summary>
    public bool IsLeft { get; init; }
}
