using System.Text.Json;
using LegalService.Contracts;
using LegalService.Interviews;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Languages;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>What this machine knows without the centre. Immutable: who has taken it keeps what he took, also while a newer one is put in its place.</summary>
/// <param name="Version">Version of the centre's corpus; null for what the program was shipped with.</param>
/// <param name="Folders">The corpus folders, the first one first.</param>
/// <param name="Services">Services with their interviews and guides.</param>
/// <param name="Calculators">Calculators.</param>
/// <param name="Documents">Papers that citizens write; none in a corpus that has no such folder.</param>
/// <param name="Places">Offices and service points; empty before the first corpus of the centre has come.</param>
/// <param name="Texts">What the screens say.</param>
internal sealed record Holdings(
    string? Version, IReadOnlyList<string> Folders, ServiceCatalog Services, CalculatorCatalog Calculators, DocumentCatalog Documents,
    IReadOnlyList<PlaceResponse> Places, TextCatalog Texts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The folder whose other files (hotlines, forms) are read from here.</summary>
    public string Folder => Folders[0];

    /// <summary>Reads what lies in corpus folders.</summary>
    /// <param name="version">The version.</param>
    /// <param name="folders">The folders.</param>
    /// <param name="placesFile">The offices; null for none.</param>
    /// <exception cref="Interviews.Definitions.ServiceDefinitionException">A file has mistakes; all of them are in it.</exception>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="JsonException">The offices cannot be read.</exception>
    public static Holdings Read(string? version, IReadOnlyList<string> folders, string? placesFile)
    {
        string Folder(string name) => Path.Combine(folders[0], name);
        var services = ServiceCatalog.Load(Folder("services"));
        var calculators = CalculatorCatalog.Load(Folder("calculators"), WorkCalendar.Load(Folder("calendar")));
        return new(
            version,
            folders,
            services,
            calculators,
            Directory.Exists(Folder("forms")) ? DocumentCatalog.Load(Folder("forms"), services) : DocumentCatalog.Empty,
            placesFile is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<PlaceResponse>>(File.ReadAllBytes(placesFile), Json)!,
            TextCatalog.Load(Folder("texts"), FormTexts.Of(services), FormTexts.Of(calculators)));
    }
}
