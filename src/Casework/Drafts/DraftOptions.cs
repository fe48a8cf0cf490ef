using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Drafts;

/// <summary>Settings under <c>Drafts</c>.</summary>
public sealed class DraftOptions
{
    /// <summary>Days after it was last saved for which a draft is kept; then it is removed (个人信息保护法第十九条).</summary>
    [Range(1, 90, ErrorMessage = "Drafts:KeepDays 要在 1 到 90 之间")]
    public int KeepDays { get; set; } = 14;

    /// <summary>Seconds between two rounds that remove what is over.</summary>
    [Range(1, 86400, ErrorMessage = "Drafts:SweepSeconds 要在 1 到 86400 之间")]
    public int SweepSeconds { get; set; } = 600;
}
