namespace LegalService.Server.Api;

/// <summary>The chat page also stands at the addresses of articles, so that a link to an article can be opened and shared.</summary>
internal static class ChatPageEndpoints
{
    public static void MapChatPage(this IEndpointRouteBuilder routes) => routes.MapFallbackToFile("/articles/{law}/{article}", "index.html");
}
