namespace LegalService.Knowledge.LanguageModel;

/// <summary>What came of asking the model.</summary>
/// <param name="Text">What it wrote; null when it gave nothing that can be used.</param>
/// <param name="Outcome"><see cref="ModelOutcomes.Written"/>, or why there is nothing.</param>
internal sealed record ModelReply(string? Text, string Outcome)
{
    /// <summary>Nothing that can be used.</summary>
    public static ModelReply Failed(string outcome) => new(null, outcome);
}

/// <summary>Stable codes of what came of asking the model, as they stand in logs and figures.</summary>
internal static class ModelOutcomes
{
    /// <summary>It wrote something.</summary>
    public const string Written = "written";

    /// <summary>It was not through in time.</summary>
    public const string Late = "late";

    /// <summary>It was not asked, because most calls before it failed.</summary>
    public const string Resting = "resting";

    /// <summary>It was not asked, because the tokens of the day are used up.</summary>
    public const string UsedUp = "usedUp";

    /// <summary>The endpoint answered 429, also to the second try.</summary>
    public const string RateLimited = "rateLimited";

    /// <summary>The endpoint cannot be reached, or answered 5xx.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>The endpoint refused the call: key, name of the model, parameters.</summary>
    public const string Refused = "refused";

    /// <summary>The endpoint answered something else than its protocol says: a page, broken JSON, no choice.</summary>
    public const string Malformed = "malformed";

    /// <summary>A stream ended before the answer did, or the answer was longer than it may be.</summary>
    public const string CutOff = "cutOff";

    /// <summary>The endpoint's own filter kept the answer back.</summary>
    public const string Filtered = "filtered";

    /// <summary>It wrote nothing, or that the material is not enough.</summary>
    public const string Insufficient = "insufficient";

    /// <summary>What it made of a follow-up was not the citizen's question any more.</summary>
    public const string Invented = "invented";

    /// <summary>It cited nothing that it was given.</summary>
    public const string Uncited = "uncited";
}
