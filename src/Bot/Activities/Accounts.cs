using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Bot.Activities;

/// <summary>Somebody in a conversation.</summary>
/// <param name="Id">Id on the channel. A citizen's is personal data where the channel's ids are (WeChat).</param>
/// <param name="Name">What is shown; null when not known.</param>
public sealed record ChannelAccount(string? Id = null, string? Name = null)
{
    /// <summary>"user" or "bot"; see <see cref="RoleTypes"/>.</summary>
    public string? Role { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>A conversation.</summary>
/// <param name="Id">Id on the channel.</param>
public sealed record ConversationAccount(string? Id = null)
{
    /// <summary>True for more than two members; null is false.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>Roles of <see cref="ChannelAccount"/>.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>The service.</summary>
    public const string Bot = "bot";
}

/// <summary>Id that a channel gave to what it took.</summary>
/// <param name="Id">Id of the activity; null when the channel gives none.</param>
public sealed record ResourceResponse(string? Id);
