using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>What the answers of a form are for: sending them, working something out, booking.</summary>
internal interface IPurpose
{
    /// <summary>Key of the heading under which they are read again.</summary>
    string ReviewKey { get; }

    /// <summary>Key of the words on the last button.</summary>
    string SendKey { get; }

    /// <summary>Does it.</summary>
    Task<Ended> SendAsync(FormWalk walk);
}

/// <summary>What came of a form. One of the two is null.</summary>
/// <param name="Arrives">The screen that it leads to.</param>
/// <param name="Fault">Why not, in Chinese.</param>
/// <param name="Field">The answer to put right; null when it is none of them.</param>
internal sealed record Ended(Screen? Arrives, string? Fault = null, string? Field = null);
