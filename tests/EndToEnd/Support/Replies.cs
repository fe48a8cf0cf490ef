using Microsoft.Playwright;

namespace LegalService.EndToEnd.Support;

/// <summary>Responses of a server in trouble, or of one whose texts are chosen by the test.</summary>
internal static class Replies
{
    public static RouteFulfillOptions Answer(string text, string outcome = "answered", object[]? citations = null, object[]? nextSteps = null) => new()
    {
        Json = new { outcome, text, citations = citations ?? [], nextSteps = nextSteps ?? [], confidence = 1, source = "none" },
    };

    public static RouteFulfillOptions Problem(int status, string code, string detail, string? retryAfter = null) => new()
    {
        Status = status,
        Headers = retryAfter is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = retryAfter },
        Json = new { status, code, detail },
    };
}
