using LegalService.Casework;
using LegalService.Casework.Staff;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Accounts of the staff.</summary>
internal static class MembersEndpoints
{
    public static void MapMembers(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("members").RequireAuthorization(StaffPolicies.Administer);
        members.MapGet("", ListAsync).WithName("staffMembers").WithSummary("All accounts");
        members.MapPost("", CreateAsync).WithName("staffMemberCreate").WithSummary("Makes an account; its one-time password is told here and never again");
        members.MapPut("{user}", ChangeAsync).WithName("staffMemberChange").WithSummary("Changes name, roles, office and what somebody takes on");
        members.MapPost("{user}/disable", (string user, StaffDirectory staff, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(staff.DisableAsync(user, Clerk.Of(context.User)!.Actor, cancellation))).WithName("staffMemberDisable").WithSummary("Shuts an account; its sessions end within a minute");
        members.MapPost("{user}/enable", (string user, StaffDirectory staff, HttpContext context, CancellationToken cancellation) =>
            AnswerAsync(staff.EnableAsync(user, Clerk.Of(context.User)!.Actor, cancellation))).WithName("staffMemberEnable").WithSummary("Opens or unlocks an account");
        members.MapPost("{user}/reset", ResetAsync).WithName("staffMemberReset").WithSummary("Gives a new one-time password");
    }

    private static async Task<Ok<IReadOnlyList<StaffRow>>> ListAsync(StaffDirectory staff, CancellationToken cancellation) =>
        TypedResults.Ok(await staff.ListAsync(cancellation));

    private static async Task<Results<Created<OneTimePassword>, ProblemHttpResult>> CreateAsync(
        NewStaffMember wanted, StaffDirectory staff, HttpContext context, CancellationToken cancellation)
    {
        var created = await staff.CreateAsync(wanted, Clerk.Of(context.User)!.Actor, cancellation);
        return created.Succeeded ? TypedResults.Created((string?)null, created.Value) : created.Failure.AsResult();
    }

    private static Task<Results<Ok<StaffRow>, ProblemHttpResult>> ChangeAsync(
        string user, StaffProfile profile, StaffDirectory staff, HttpContext context, CancellationToken cancellation) =>
        AnswerAsync(staff.ChangeAsync(user, profile, Clerk.Of(context.User)!.Actor, cancellation));

    private static async Task<Results<Ok<OneTimePassword>, ProblemHttpResult>> ResetAsync(
        string user, StaffDirectory staff, HttpContext context, CancellationToken cancellation)
    {
        var reset = await staff.ResetPasswordAsync(user, Clerk.Of(context.User)!.Actor, cancellation);
        return reset.Succeeded ? TypedResults.Ok(reset.Value) : reset.Failure.AsResult();
    }

    private static async Task<Results<Ok<StaffRow>, ProblemHttpResult>> AnswerAsync(Task<Result<StaffRow>> act)
    {
        var row = await act;
        return row.Succeeded ? TypedResults.Ok(row.Value) : row.Failure.AsResult();
    }
}
