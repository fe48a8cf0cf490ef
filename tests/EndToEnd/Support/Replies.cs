using System.Text.Json;
using Microsoft.Playwright;

namespace LegalService.EndToEnd.Support;

/// <summary>Responses of a server in trouble, or of one whose texts are chosen by the test.</summary>
internal static class Replies
{
    /// <summary>Id of every question that is answered so.</summary>
    public const string Asked = "test|0000008";

    public static object Answer(string text, object[]? claims = null, object[]? actions = null) => new
    {
        type = "message",
        id = "test|0000009",
        replyToId = Asked,
        from = new { id = "legal-service", role = "bot" },
        text,
        entities = claims ?? [],
        suggestedActions = new { actions = actions ?? [] },
    };

    /// <summary>A frame of the stream that says that the other side is writing.</summary>
    public static string Typing { get; } = Frame(new { type = "typing", id = "test|0000098", from = new { id = "legal-service", role = "bot" } });

    /// <summary>A frame of the stream with something that the service says by itself.</summary>
    public static string Said(string text) => Frame(new { type = "message", id = "test|0000099", from = new { id = "legal-service", role = "bot" }, text });

    public static RouteFulfillOptions Error(int status, string code, string message, string? retryAfter = null) => new()
    {
        Status = status,
        Headers = retryAfter is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = retryAfter },
        Json = new { error = new { code, message } },
    };

    private static string Frame(object activity) => JsonSerializer.Serialize(new { activities = new[] { activity }, watermark = "99" });
}
