using LegalService.Bot.Activities;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>A message to a form.</summary>
/// <param name="Turn">The message.</param>
/// <param name="Form">The form before it.</param>
internal sealed record FormTurn(BotTurn Turn, Form Form)
{
    public string Text => Turn.Text;
}

/// <summary>How a step took a message.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Form">The form after it.</param>
/// <param name="Says">What is said before the form asks on; empty: nothing.</param>
internal sealed record FormReply(DialogStepKind Kind, Form Form, IReadOnlyList<Activity> Says)
{
    /// <summary>False when nothing is asked after what was said.</summary>
    public bool AsksOn { get; init; } = true;

    /// <summary>Said in one breath with the question; null: nothing.</summary>
    public string? Before { get; init; }

    /// <summary>The form asks on.</summary>
    public static FormReply On(Form form, string? before = null) => new(DialogStepKind.Waits, form, []) { Before = before };

    /// <summary>The form waits for something else than an answer.</summary>
    public static FormReply Wait(Form form, Activity says) => new(DialogStepKind.Waits, form, [says]) { AsksOn = false };

    public static FormReply End(Form form, Activity says) => new(DialogStepKind.Ended, form, [says]) { AsksOn = false };

    public static FormReply NotMine(Form form) => new(DialogStepKind.NotMine, form, []) { AsksOn = false };
}

/// <summary>One way in which a form may take a message.</summary>
internal interface IFormStep
{
    /// <summary>Takes it, or leaves it to the next step with null.</summary>
    Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation);
}
