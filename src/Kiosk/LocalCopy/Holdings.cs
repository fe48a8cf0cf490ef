using LegalService.Contracts;
using LegalService.Interviews;
using LegalService.Interviews.Calculators;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>What this machine knows without the centre. Immutable: who has taken it keeps what he took, also while a newer one is put in its place.</summary>
/// <param name="Version">Version of the centre's corpus; null for what the program was shipped with.</param>
/// <param name="Folders">The corpus folders, the first one first.</param>
/// <param name="Services">Services with their interviews and guides.</param>
/// <param name="Calculators">Calculators.</param>
/// <param name="Places">Offices and service points; empty before the first corpus of the centre has come.</param>
internal sealed record Holdings(
    string? Version, IReadOnlyList<string> Folders, ServiceCatalog Services, CalculatorCatalog Calculators, IReadOnlyList<PlaceResponse> Places)
{
    /// <summary>The folder whose other files (hotlines, texts) are read from here.</summary>
    public string Folder => Folders[0];
}
