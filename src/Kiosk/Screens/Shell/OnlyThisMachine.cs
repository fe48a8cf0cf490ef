using System.Net;

namespace LegalService.Kiosk.Screens.Shell;

/// <summary>
/// Serves nobody but a browser on this machine that was opened on this machine's own address: no other machine, no page of another site, and no foreign name that
/// was made to point here.
/// </summary>
internal sealed class OnlyThisMachine(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsFromHere(context.Connection.RemoteIpAddress) && IsOwnName(context.Request.Host.Host) && IsOwnPage(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Null where a test's client is connected without a network.
    private static bool IsFromHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
