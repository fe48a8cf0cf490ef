using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Bot.Activities;

/// <summary>How activities are written: camelCase, Chinese as it is, nothing for null.</summary>
public static class ActivityJson
{
    /// <summary>Read-only.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>Reads an activity.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, Options) ?? throw new JsonException("null is no activity");

    /// <summary>Writes an activity.</summary>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
