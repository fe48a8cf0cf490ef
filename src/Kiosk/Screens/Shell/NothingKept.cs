namespace LegalService.Kiosk.Screens.Shell;

/// <summary>
/// Tells the browser to keep nothing of a page, to remove what it kept, and to reach nothing but this machine. Cookies that parts of ASP.NET Core would set are
/// not sent.
/// </summary>
internal sealed class NothingKept(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.CacheControl = IsPage(context.Response) ? "no-store" : "no-cache";
            headers.ContentSecurityPolicy = Policy;
            headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), hid=()";
            headers["Referrer-Policy"] = "no-referrer";
            headers.XContentTypeOptions = "nosniff";
            headers.Remove("Set-Cookie");
            if (IsPage(context.Response))
                headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
