using LegalService.Interviews;
using LegalService.Kiosk.Screens.Calculators;
using LegalService.Kiosk.Screens.Documents;
using LegalService.Kiosk.Screens.Lookup;
using LegalService.Kiosk.Screens.Pickups;
using LegalService.Kiosk.Screens.Places;
using LegalService.Kiosk.Screens.Questions;
using LegalService.Kiosk.Screens.Rating;
using LegalService.Kiosk.Screens.Services;
using LegalService.Kiosk.Screens.Shell;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Home;

/// <summary>A choice of the first screen.</summary>
/// <param name="Icon">Its picture.</param>
/// <param name="Title">A few words.</param>
/// <param name="Hint">What is behind it, in one line.</param>
/// <param name="Opens">The screen it leads to.</param>
internal sealed record Tile(string Icon, string Title, string Hint, Screen Opens)
{
    private static readonly Dictionary<string, Screen> Own = new(StringComparer.Ordinal)
    {
        ["ask"] = Screen.Of<AskScreen>(),
        ["services"] = Screen.Of<ServicesScreen>(),
        ["guides"] = Screen.Of<GuidesScreen>(),
        ["lookup"] = Screen.Of<LookupScreen>(),
        ["pickup"] = Screen.Of<PickupScreen>(),
        ["places"] = Screen.Of<PlacesScreen>(),
        ["calculators"] = Screen.Of<CalculatorsScreen>(),
        ["documents"] = Screen.Of<DocumentsScreen>(),
        ["rate"] = Screen.Of<RatingScreen>(),
    };

    /// <summary>The choices that a text names, one word each: a screen of this program or the id of a service. A service that the county no longer offers is left out.</summary>
    public static IReadOnlyList<Tile> Read(string words, ServiceCatalog services, IStringLocalizer texts) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Of(word, services, texts)).OfType<Tile>()];

    private static Tile? Of(string word, ServiceCatalog services, IStringLocalizer texts)
    {
        if (Own.TryGetValue(word, out var screen))
            return new(word, texts[$"kiosk.tile.{word}.title"], texts[$"kiosk.tile.{word}.hint"], screen);
        if (services.Find(word) is not { } service)
            return null;
        // A service may have shorter words of its own for the first screen.
        var (title, hint) = (texts[$"kiosk.tile.{word}.title"], texts[$"kiosk.tile.{word}.hint"]);
        return new(
            "service", title.ResourceNotFound ? service.Name : title, hint.ResourceNotFound ? service.Summary : hint, Screen.Of<ServiceScreen>(service));
    }
}
