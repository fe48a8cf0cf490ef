using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Account;

/// <summary>Leaving, and keeping a session that is in use.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/staff/sign-out", LeaveAsync).AddEndpointFilter<SameSite>().RequireAuthorization().ExcludeFromDescription();
        // Asked now and then by a page somebody works on: the answer renews the cookie.
        routes.MapGet("/staff/session", () => TypedResults.NoContent()).RequireAuthorization(StaffPolicies.SignedIn).ExcludeFromDescription();
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, StaffDoor door, CancellationToken cancellation)
    {
        await door.LeaveAsync(context.User.Identity!.Name!, cancellation);
        return Results.LocalRedirect(StaffArea.SignIn);
    }
}
