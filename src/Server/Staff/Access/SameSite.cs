using LegalService.Server.Api;

namespace LegalService.Server.Staff.Access;

/// <summary>Refuses what another site makes a signed-in browser send (beside the SameSite of the cookie). Code <c>staff.crossSite</c>.</summary>
internal sealed class SameSite : IEndpointFilter
{
    private static readonly ApiProblem CrossSite = new("staff.crossSite", StatusCodes.Status403Forbidden, "这个请求来自别的网站，已经拒绝。请在工作台里操作。");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOwn(context.HttpContext.Request) ? await next(context) : CrossSite.AsResult();

    /// <summary>False when a browser sends it for a page of another site.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        // Programs send neither of the two; browsers cannot leave them out.
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
            return site is "same-origin" or "none";
        return request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
