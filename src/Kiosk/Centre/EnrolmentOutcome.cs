namespace LegalService.Kiosk.Centre;

/// <summary>What came of entering a code.</summary>
/// <param name="Name">What the machine is called from now on; null when it was not enrolled.</param>
/// <param name="Code">
/// Stable code of what is wrong; null when it was enrolled: <c>kiosk.code</c> (wrong or too old), <c>line.down</c> (the centre does not answer), and whatever else the
/// centre refuses with.
/// </param>
/// <param name="Message">The same in Chinese; null when it was enrolled.</param>
internal sealed record EnrolmentOutcome(string? Name, string? Code = null, string? Message = null)
{
    /// <summary>True when the machine is enrolled.</summary>
    public bool Succeeded => Code is null;
}
