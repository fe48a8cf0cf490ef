using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Understanding;
using LegalService.Casework.Places;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Where the service points are: near where the citizen is, near the place that is named, or all of them, those first that are open.</summary>
internal sealed class PlacesIntent(PlaceCatalog places, TimeProvider time) : IIntent
{
    private const int Most = 3;
    private const string Coordinates = "GeoCoordinates";

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Places)
            return false;
        var intents = turn.Texts.Intents;
        var (key, found) = Find(turn);
        var text = found.Count == 0
            ? intents.Text("placesNone")
            : intents.Text(key) + "\n\n" + string.Join("\n\n", found.Take(Most).Select(PlaceText.Of));
        if (found.Count > Most && key == "placesAll")
            text += "\n\n" + intents.Text("placesMore", ("count", found.Count - Most));
        await turn.Context.SendActivityAsync(Activity.Message(text) with { InputHint = InputHints.AcceptingInput }, cancellation);
        return true;
    }

    private (string Key, IReadOnlyList<PlaceNow> Places) Find(BotTurn turn)
    {
        var now = time.GetUtcNow();
        if (PointOf(turn.Context.Activity) is var (latitude, longitude) && places.Nearest(latitude, longitude, now).Value is { } near)
            return ("placesNear", near);
        var named = NamedPlaces.In(turn.Text, turn.Texts.Intents.PlaceWords, places.Offices);
        return named.Count > 0
            ? ("placesNamed", [.. named.Select(office => places.At(office, now))])
            : ("placesAll", [.. places.Offices.Select(office => places.At(office, now)).OrderByDescending(place => place.OpenNow)]);
    }

    /// <summary>Where the citizen is, if the message says so (entity GeoCoordinates of the protocol); null when it does not.</summary>
    private static (double Latitude, double Longitude)? PointOf(Activity activity)
    {
        var members = activity.Entities?.FirstOrDefault(entity => entity.Type == Coordinates)?.Properties;
        return members is not null && members.TryGetValue("latitude", out var latitude) && members.TryGetValue("longitude", out var longitude)
            && latitude.ValueKind == JsonValueKind.Number && longitude.ValueKind == JsonValueKind.Number
            ? (latitude.GetDouble(), longitude.GetDouble())
            : null;
    }
}
