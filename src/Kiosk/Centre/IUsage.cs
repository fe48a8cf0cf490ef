namespace LegalService.Kiosk.Centre;

/// <summary>What the centre is told of the machine's use; kept by the sessions.</summary>
internal interface IUsage
{
    /// <summary>When the screen was last touched; null when never since the start.</summary>
    DateTimeOffset? LastUsedAt { get; }
}
