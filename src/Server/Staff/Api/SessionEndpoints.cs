using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Account;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Signing in and out by API.</summary>
internal static class SessionEndpoints
{
    private static readonly ApiProblem Refused = new("staff.refused", StatusCodes.Status401Unauthorized, "用户名、密码或验证码不对。");
    private static readonly ApiProblem NeedsCode = new("staff.code", StatusCodes.Status401Unauthorized, "还要写验证器上的 6 位数字。");
    private static readonly ApiProblem Locked = new("staff.locked", StatusCodes.Status429TooManyRequests, "输错的次数太多，账号暂时锁定。请过一会儿再试，或者找管理员。");

    public static void MapSessions(this RouteGroupBuilder api)
    {
        api.MapPost("session", EnterAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIns).WithName("staffSignIn")
            .WithSummary("Signs in with name and password, and with a code where the account asks for one").ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("session", Who).RequireAuthorization().WithName("staffSession").WithSummary("Who is signed in");
        api.MapDelete("session", LeaveAsync).RequireAuthorization().WithName("staffSignOut").WithSummary("Signs out");
        api.MapPost("password", ChangePasswordAsync).RequireAuthorization().RequireRateLimiting(RateLimits.SignIns).WithName("staffPassword")
            .WithSummary("Changes the own password; all other sessions of the account end");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EnterAsync(SignInRequest request, StaffDoor door, CancellationToken cancellation)
    {
        var entrance = await door.EnterAsync(request.User, request.Password, cancellation);
        if (entrance == Entrance.NeedsCode && request.Code is { } code)
            entrance = await door.EnterCodeAsync(code, cancellation);
        return entrance switch
        {
            Entrance.Opened => TypedResults.NoContent(),
            Entrance.NeedsCode => NeedsCode.AsResult(),
            Entrance.Locked => Locked.AsResult(),
            _ => Refused.AsResult(),
        };
    }

    private static Ok<SessionResponse> Who(HttpContext context)
    {
        var clerk = Clerk.Of(context.User)!;
        return TypedResults.Ok(new SessionResponse(
            clerk.User, clerk.DisplayName, clerk.Office, clerk.Roles, context.User.HasClaim(StaffClaims.MustChangePassword, "true")));
    }

    private static async Task<NoContent> LeaveAsync(HttpContext context, StaffDoor door, CancellationToken cancellation)
    {
        await door.LeaveAsync(context.User.Identity!.Name!, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        PasswordRequest request, HttpContext context, OwnAccount account, CancellationToken cancellation) =>
        await account.ChangePasswordAsync(context.User, request.Current, request.New, cancellation) is { } failure ? failure.AsResult() : TypedResults.NoContent();
}

/// <summary>Who signs in.</summary>
/// <param name="User">User name.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">Of the authenticator; null: none is asked for.</param>
internal sealed record SignInRequest(string User, string Password, string? Code = null);

/// <summary>Who is signed in.</summary>
/// <param name="User">User name.</param>
/// <param name="DisplayName">As colleagues read it.</param>
/// <param name="Office">Id of the office; null: of all of them.</param>
/// <param name="Roles">What he or she is.</param>
/// <param name="MustChangePassword">Whether nothing else is open before that.</param>
internal sealed record SessionResponse(string User, string DisplayName, string? Office, IReadOnlyList<string> Roles, bool MustChangePassword);

/// <summary>A change of the own password.</summary>
/// <param name="Current">The one that still holds.</param>
/// <param name="New">At least ten characters.</param>
internal sealed record PasswordRequest(string Current, string New);
