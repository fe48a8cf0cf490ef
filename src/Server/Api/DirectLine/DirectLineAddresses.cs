using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;

namespace LegalService.Server.Api.DirectLine;

/// <summary>Addresses on this site, completed so that a client on another one can open them.</summary>
internal static class DirectLineAddresses
{
    private const string Url = "url";

    public static ActivitySet Complete(ActivitySet set, HttpRequest request, ConversationFileLinks links)
    {
        var site = $"{request.Scheme}://{request.Host}{request.PathBase}";
        return set with { Activities = [.. set.Activities.Select(activity => Complete(links.Opened(activity), site))] };
    }

    private static Activity Complete(Activity activity, string site) => activity with
    {
        Attachments = activity.Attachments is { } attachments ? [.. attachments.Select(one => one with { ContentUrl = Complete(one.ContentUrl, site), ThumbnailUrl = Complete(one.ThumbnailUrl, site) })] : null,
        Entities = activity.Entities is { } entities ? [.. entities.Select(one => Complete(one, site))] : null,
        SuggestedActions = activity.SuggestedActions is { } suggested
            ? suggested with { Actions = [.. suggested.Actions.Select(action => action.Type == ActionTypes.OpenUrl ? action with { Value = Complete(action.Value, site) } : action)] }
            : null,
    };

    private static Entity Complete(Entity entity, string site) =>
        entity.Properties is { } members && members.TryGetValue(Url, out var url)
            ? entity with { Properties = new Dictionary<string, JsonElement>(members, StringComparer.Ordinal) { [Url] = Complete(url, site)!.Value } }
            : entity;

    private static JsonElement? Complete(JsonElement? url, string site) => url is { ValueKind: JsonValueKind.String } text
        ? JsonSerializer.SerializeToElement(Complete(text.GetString(), site), ActivityJson.Options)
        : url;

    private static string? Complete(string? url, string site) =>
        url is ['/', .. var rest] && !rest.StartsWith('/') ? site + url : url;
}
