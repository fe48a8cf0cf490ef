using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Unanswered;

/// <summary>How long questions are kept that were not answered. Settings under <c>Unanswered</c>.</summary>
public sealed class UnansweredOptions
{
    /// <summary>Days after which they are removed, settled or not.</summary>
    [Range(1, 3650, ErrorMessage = "Unanswered:KeepDays 要在 1 到 3650 天之间")]
    public int KeepDays { get; set; } = 365;
}
