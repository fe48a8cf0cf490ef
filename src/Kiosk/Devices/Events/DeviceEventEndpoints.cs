using System.Net;
using LegalService.Kiosk.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Kiosk.Devices.Events;

/// <summary>
/// Where the machine's own scripts say what happened to it (deploy/kiosk): a door was opened, the mains failed. Whoever was at the screen is forgotten at once.
/// </summary>
internal static class DeviceEventEndpoints
{
    private static readonly Dictionary<string, EndReason> Known = new(StringComparer.Ordinal)
    {
        ["door"] = EndReason.Door,
        ["power"] = EndReason.Power,
    };

    /// <summary>Maps <c>POST /device-events</c> with <c>{"event":"door"}</c> or <c>"power"</c>: 204, or 400 for an event that nobody knows.</summary>
    public static void MapDeviceEvents(this IEndpointRouteBuilder routes) => routes.MapPost("/device-events", Take).DisableAntiforgery();

    private static Results<NoContent, BadRequest, NotFound> Take(DeviceEvent happened, HttpContext context, SessionRegister sessions)
    {
        // Not for another machine, and not for a page: only a browser says where a page is from.
        if (context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) || context.Request.Headers.Origin.Count > 0)
            return TypedResults.NotFound();
        if (!Known.TryGetValue(happened.Event, out var reason))
            return TypedResults.BadRequest();
        sessions.EndAll(reason);
        return TypedResults.NoContent();
    }

    private sealed record DeviceEvent(string Event);
}
