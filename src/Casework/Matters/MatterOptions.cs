using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Matters;

/// <summary>How citizens come to what is theirs. Settings under <c>Matters</c>.</summary>
public sealed class MatterOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Matters";

    /// <summary>Minutes after which a session ends that is not used.</summary>
    [Range(2, 240, ErrorMessage = "Matters:SessionMinutes 要在 2 到 240 之间")]
    public int SessionMinutes { get; set; } = 20;

    /// <summary>Minutes for which a code opens.</summary>
    [Range(1, 60, ErrorMessage = "Matters:CodeMinutes 要在 1 到 60 之间")]
    public int CodeMinutes { get; set; } = 5;

    /// <summary>Wrong tries after which a code opens nothing any more.</summary>
    [Range(1, 20, ErrorMessage = "Matters:CodeTries 要在 1 到 20 之间")]
    public int CodeTries { get; set; } = 5;

    /// <summary>Codes that one phone number may ask for within <see cref="CodesWithinMinutes"/>.</summary>
    [Range(1, 20, ErrorMessage = "Matters:CodesPerPhone 要在 1 到 20 之间")]
    public int CodesPerPhone { get; set; } = 3;

    /// <inheritdoc cref="CodesPerPhone"/>
    [Range(1, 1440, ErrorMessage = "Matters:CodesWithinMinutes 要在 1 到 1440 之间")]
    public int CodesWithinMinutes { get; set; } = 15;

    /// <summary>Minutes for which a link that was given in a conversation opens, once.</summary>
    [Range(1, 60, ErrorMessage = "Matters:LinkMinutes 要在 1 到 60 之间")]
    public int LinkMinutes { get; set; } = 10;

    /// <summary>The most requests, and the most appointments, that one citizen is shown.</summary>
    [Range(1, 500, ErrorMessage = "Matters:MostShown 要在 1 到 500 之间")]
    public int MostShown { get; set; } = 50;
}
