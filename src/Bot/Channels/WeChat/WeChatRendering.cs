using System.Globalization;
using System.Text.Json;
using LegalService.Bot.Activities;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Makes one text of what the bot sent: words, cards, the articles it rests on, and choices that are picked by their number.</summary>
internal sealed class WeChatRendering(WeChatTexts texts, Uri? page)
{
    private const string Claim = "https://schema.org/Claim";

    /// <summary>The text, and what its numbers stand for. Empty when nothing is to be said.</summary>
    public Rendered Render(IReadOnlyList<Activity> activities)
    {
        var messages = activities.Where(activity => activity.Type == ActivityTypes.Message).ToList();
        var blocks = messages.SelectMany(Blocks).Where(block => !string.IsNullOrWhiteSpace(block)).ToList();
        var actions = messages.Count == 0 ? [] : Actions(messages[^1]).ToList();
        var links = actions.Select(Link).OfType<string>().ToList();
        var choices = actions.Where(action => action.Type is ActionTypes.ImBack or ActionTypes.PostBack).ToList();
        if (links.Count > 0)
            blocks.Add(string.Join('\n', links));
        if (choices.Count > 0)
            blocks.Add(texts.Choices + "\n" + string.Join('\n', choices.Select((choice, place) => string.Create(CultureInfo.InvariantCulture, $"{place + 1}. {choice.Title}"))));
        return new Rendered(PlainText.Clean(string.Join("\n\n", blocks)).Trim(), [.. choices.Select(Value)]);
    }

    /// <summary>The service points as a text.</summary>
    public string Places(IReadOnlyList<NearPlace> places) => places.Count == 0
        ? texts.PlacesNone
        : PlainText.Clean(texts.PlacesFound + "\n\n" + string.Join("\n\n", places.Select((place, number) => Place(place, number + 1))));

    private static string Place(NearPlace place, int number)
    {
        var distance = place.Meters < 1000
            ? string.Create(CultureInfo.InvariantCulture, $"约 {Math.Max(10, Math.Round(place.Meters / 10) * 10):0} 米")
            : string.Create(CultureInfo.InvariantCulture, $"约 {place.Meters / 1000:0.0} 公里");
        string?[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{number}. {place.Name}（{distance}）"),
            "地址：" + place.Address,
            place.Phone is null ? null : "电话：" + place.Phone,
            place.Hours,
        ];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    private IEnumerable<string> Blocks(Activity activity)
    {
        if (activity.Text is { } text)
            yield return activity.TextFormat == TextFormats.Plain ? text : PlainText.OfMarkdown(text, page);
        foreach (var card in (activity.Attachments ?? []).Where(attachment => attachment.ContentType == CardTypes.Hero).Select(Card).OfType<HeroCard>())
            yield return string.Join('\n', new[] { card.Title, card.Subtitle, card.Text }.Where(line => !string.IsNullOrWhiteSpace(line)));
        var cited = (activity.Entities ?? []).Where(entity => entity.Type == Claim).Select(entity => Member(entity, "name")).OfType<string>()
            .Distinct(StringComparer.Ordinal).Where(name => activity.Text?.Contains(name, StringComparison.Ordinal) != true).ToList();
        if (cited.Count > 0)
            yield return texts.Citations + "\n" + string.Join('\n', cited);
    }

    private static IEnumerable<CardAction> Actions(Activity activity) => (activity.SuggestedActions?.Actions ?? [])
        .Concat((activity.Attachments ?? []).Where(attachment => attachment.ContentType == CardTypes.Hero).Select(Card).OfType<HeroCard>().SelectMany(card => card.Buttons ?? []));

    /// <summary>A line for what is opened or dialled; WeChat makes addresses and numbers in it touchable. Null for what is said.</summary>
    private string? Link(CardAction action) => action.Type switch
    {
        ActionTypes.OpenUrl => PlainText.Address(Value(action), page) is { } address ? $"{action.Title}：{address}" : null,
        ActionTypes.Call => action.Title,
        _ => null,
    };

    private static string Value(CardAction action) => action.Value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } other => other.GetRawText(),
        _ => action.Title,
    };

    private static string? Member(Entity entity, string name) =>
        entity.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static HeroCard? Card(Attachment attachment)
    {
        try
        {
            return attachment.Content?.Deserialize<HeroCard>(ActivityJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What is said.</summary>
/// <param name="Text">Empty says nothing.</param>
/// <param name="Choices">What 1, 2, 3... stand for.</param>
internal sealed record Rendered(string Text, IReadOnlyList<string> Choices);
