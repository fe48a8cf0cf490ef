using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Bot.Activities;

/// <summary>Something that an activity is about. Everything but its type is kept as it is.</summary>
public sealed record Entity
{
    /// <summary>Such as "https://schema.org/Claim" or "ClientCapabilities".</summary>
    public string? Type { get; init; }

    /// <summary>Every other member.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>Makes an entity of a record or an anonymous object.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="members">An object whose members become the entity's.</param>
    public static Entity Of(string type, object members) => new()
    {
        Type = type,
        Properties = JsonSerializer.SerializeToElement(members, ActivityJson.Options).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
    };
}
