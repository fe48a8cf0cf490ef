using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Bot.Activities;

/// <summary>A card, a picture or a file.</summary>
public sealed record Attachment
{
    /// <summary>Media type such as "image/png", or a card type of <see cref="CardTypes"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the content is; null when it stands in <see cref="Content"/>.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The card itself.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>A small picture of it.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>A hero card as an attachment.</summary>
    public static Attachment Of(HeroCard card) =>
        new() { ContentType = CardTypes.Hero, Content = JsonSerializer.SerializeToElement(card, ActivityJson.Options) };
}

/// <summary>A card with a title, some text and buttons.</summary>
/// <param name="Title">Null shows none.</param>
/// <param name="Subtitle">Null shows none.</param>
/// <param name="Text">Null shows none.</param>
/// <param name="Buttons">Null shows none.</param>
public sealed record HeroCard(string? Title, string? Subtitle = null, string? Text = null, IReadOnlyList<CardAction>? Buttons = null);

/// <summary>Content types of cards.</summary>
public static class CardTypes
{
    /// <summary>Content is a <see cref="HeroCard"/>.</summary>
    public const string Hero = "application/vnd.microsoft.card.hero";

    /// <summary>Content is an Adaptive Card.</summary>
    public const string Adaptive = "application/vnd.microsoft.card.adaptive";
}

/// <summary>Buttons under a message that go when one is pressed.</summary>
/// <param name="Actions">The buttons, in order.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    /// <summary>For whom; null is everybody.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>A button.</summary>
/// <param name="Type">One of <see cref="ActionTypes"/>.</param>
/// <param name="Title">What is written on it.</param>
/// <param name="Value">What it says, sends or opens.</param>
public sealed record CardAction(string Type, string Title, JsonElement? Value = null)
{
    /// <summary>What stands in the conversation when it was pressed, where it differs from the title.</summary>
    public string? DisplayText { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>Says <paramref name="text"/> (or the title) as the citizen's own words.</summary>
    public static CardAction Say(string title, string? text = null) =>
        new(ActionTypes.ImBack, title, JsonSerializer.SerializeToElement(text ?? title, ActivityJson.Options));

    /// <summary>Dials a number.</summary>
    public static CardAction Dial(string title, string phone) =>
        new(ActionTypes.Call, title, JsonSerializer.SerializeToElement($"tel:{phone}", ActivityJson.Options));

    /// <summary>Opens an address.</summary>
    public static CardAction Open(string title, string url) =>
        new(ActionTypes.OpenUrl, title, JsonSerializer.SerializeToElement(url, ActivityJson.Options));
}

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    /// <summary>Says its value aloud in the conversation.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends its value unseen.</summary>
    public const string PostBack = "postBack";

    /// <summary>Opens its value.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Dials its value, as tel:NUMBER.</summary>
    public const string Call = "call";
}
