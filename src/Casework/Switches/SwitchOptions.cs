using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Switches;

/// <summary>Settings under <c>Switches</c>.</summary>
public sealed class SwitchOptions
{
    /// <summary>Seconds after which a server has heard at the latest of what was switched on another one.</summary>
    [Range(1, 60, ErrorMessage = "Switches:LookEverySeconds 要在 1 到 60 之间")]
    public int LookEverySeconds { get; set; } = 5;
}
