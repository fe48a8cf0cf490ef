using LegalService.Bot.Channels.DirectLine;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Api.DirectLine;

/// <summary>Who may get a token: programs that have the secret, and the site's own pages.</summary>
internal static class DirectLineTokenEndpoints
{
    /// <summary>Lets the site's own page come back to its conversation after its token is over. Out of reach of scripts and of other sites.</summary>
    private const string VisitorCookie = "legal-visitor";

    private const string CookiePath = DirectLineEndpoints.Path + "/tokens";

    public static async Task<IResult> GenerateAsync(HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel, IOptions<DirectLineOptions> options)
    {
        var body = await request.ReadBodyAsync<TokenRequest>(request.HttpContext.RequestAborted);
        if (body.Failure is { } unreadable)
            return unreadable.AsResult();
        if (request.Bearer() is { } secret)
            return tokens.IsSecret(secret) ? Told(channel.Generate(body.Value?.User?.Id), request) : DirectLineFailure.BadToken.AsResult();
        if (!request.IsFromOwnPage())
            return DirectLineFailure.ForeignSite.AsResult();
        var user = (body.Value?.IsStranger == true ? null : Visitor(request, tokens)) ?? DirectLineChannel.NewUser();
        Remember(request, tokens.Give(TokenUse.Visitor, null, user), options.Value);
        if (body.Value?.ConversationId is { } earlier && await channel.ResumeAsync(earlier, user, request.HttpContext.RequestAborted) is { Value: not null } resumed)
            return Told(resumed, request);
        return Told(channel.Generate(user), request);
    }

    public static IResult Refresh(HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel)
    {
        var caller = request.Caller(tokens);
        return caller.Value is { } known ? Told(channel.Refresh(known), request) : caller.Failure!.AsResult();
    }

    private static IResult Told(Reply<DirectLineConversation> reply, HttpRequest request) =>
        reply.Value is { } conversation ? DirectLineResults.Json(ConversationResponse.Of(conversation, request)) : reply.Failure!.AsResult();

    private static string? Visitor(HttpRequest request, DirectLineTokens tokens) =>
        request.Cookies[VisitorCookie] is { } cookie ? tokens.Read(TokenUse.Visitor, cookie).Value?.User : null;

    private static void Remember(HttpRequest request, string visitor, DirectLineOptions options) => request.HttpContext.Response.Cookies.Append(
        VisitorCookie,
        visitor,
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = request.IsHttps,
            Path = CookiePath,
            MaxAge = TimeSpan.FromDays(options.VisitorDays),
            IsEssential = true,
        });
}
