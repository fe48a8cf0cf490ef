namespace LegalService.Server.Api;

/// <summary>Microsoft's Web Chat at <c>/webchat</c>, when its files were built (<c>src/Server/webchat/build.sh</c>); else a notice that leads to the chat page.</summary>
internal static class WebChatEndpoints
{
    public const string Path = "/webchat";

    private const string Bundle = "webchat/webchat.js";
    private const string Page = "webchat/page.html";
    private const string Missing = "webchat/missing.html";

    public static void MapWebChat(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Show).ExcludeFromDescription();

    private static IResult Show(IWebHostEnvironment environment)
    {
        var files = environment.WebRootFileProvider;
        var page = files.GetFileInfo(files.GetFileInfo(Bundle).Exists ? Page : Missing);
        return Results.Stream(page.CreateReadStream(), "text/html; charset=utf-8");
    }
}
