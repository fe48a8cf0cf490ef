using LegalService.Casework.Matters;

namespace LegalService.Server.Pages.My;

/// <summary>Lets nobody pass who is not signed in: such a one is shown the door, and nothing else.</summary>
internal sealed class SignedIn(MatterDoor door) : IEndpointFilter
{
    private static readonly object Key = new();

    /// <summary>Who is signed in, behind this filter.</summary>
    public static MatterSession Of(HttpContext context) => (MatterSession)context.Items[Key]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await MyCookie.FindAsync(http, door) is not { } session)
            return DoorPages.Show(status: StatusCodes.Status401Unauthorized);
        http.Items[Key] = session;
        return await next(context);
    }
}
