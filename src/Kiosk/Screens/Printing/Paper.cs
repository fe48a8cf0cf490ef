using LegalService.Kiosk.Devices.Printing;

namespace LegalService.Kiosk.Screens.Printing;

/// <summary>Something to take home on paper.</summary>
public sealed class Paper
{
    internal Paper(Printout printout) => Printout = printout;

    /// <summary>What is printed.</summary>
    internal Printout Printout { get; }
}
