using LegalService.Server.Api;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Hosting;

/// <summary>Tells browsers to load nothing from elsewhere and to be shown in no other site's frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>The reference page carries its own inline script.</summary>
    private const string ReferencePolicy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Web Chat writes its styles into the page, and shows pictures that are still to be sent.</summary>
    private const string WebChatPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' data: blob:; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>The console's controls place themselves by inline styles. Its scripts are files of this site; nothing of it may be kept by a browser.</summary>
    private const string StaffPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; "
        + "frame-ancestors 'none'; form-action 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context.Request.Path);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (StaffArea.Contains(context.Request.Path))
            headers.CacheControl = "no-store";
        return next(context);
    }

    private static string PolicyOf(PathString path)
    {
        if (path.StartsWithSegments("/reference", StringComparison.Ordinal))
            return ReferencePolicy;
        if (StaffArea.IsPage(path))
            return StaffPolicy;
        return path.StartsWithSegments(WebChatEndpoints.Path, StringComparison.Ordinal) ? WebChatPolicy : Policy;
    }
}
