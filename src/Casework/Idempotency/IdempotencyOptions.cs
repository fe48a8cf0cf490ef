using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Idempotency;

/// <summary>Settings under <c>Idempotency</c>.</summary>
public sealed class IdempotencyOptions
{
    /// <summary>For how many days a key is remembered.</summary>
    [Range(1, 365, ErrorMessage = "Idempotency:KeepDays 要在 1 到 365 之间")]
    public int KeepDays { get; set; } = 30;

    /// <summary>The most characters a key may have.</summary>
    [Range(36, 1000, ErrorMessage = "Idempotency:MaxKeyLength 要在 36 到 1000 之间")]
    public int MaxKeyLength { get; set; } = 200;
}
