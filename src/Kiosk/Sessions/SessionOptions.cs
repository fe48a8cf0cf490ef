using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Sessions;

/// <summary>Settings under <c>Sessions</c>: when a person who no longer touches the screen is taken for gone.</summary>
internal sealed class SessionOptions : IValidatableObject
{
    /// <summary>Seconds without touch after which everything is removed.</summary>
    [Range(10, 600, ErrorMessage = "Sessions:IdleSeconds 要在 10 到 600 之间")]
    public int IdleSeconds { get; set; } = 60;

    /// <summary>The same for those who asked for large and slow screens.</summary>
    [Range(10, 600, ErrorMessage = "Sessions:ElderIdleSeconds 要在 10 到 600 之间")]
    public int ElderIdleSeconds { get; set; } = 120;

    /// <summary>For how many of these seconds the countdown is seen.</summary>
    [Range(5, 120, ErrorMessage = "Sessions:CountdownSeconds 要在 5 到 120 之间")]
    public int CountdownSeconds { get; set; } = 20;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CountdownSeconds >= Math.Min(IdleSeconds, ElderIdleSeconds))
            yield return new("Sessions:CountdownSeconds 要比 IdleSeconds 和 ElderIdleSeconds 都小");
    }
}
