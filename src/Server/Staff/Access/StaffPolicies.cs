using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Authorization;

namespace LegalService.Server.Staff.Access;

/// <summary>What the staff may do, each with the roles that may. Whoever still has the password he was given may do none of it.</summary>
public static class StaffPolicies
{
    /// <summary>Be signed in; nothing that shows a citizen or a setting asks for less than one of the others.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>See the queue and the records, search for people.</summary>
    public const string Triage = nameof(Triage);

    /// <summary>Act upon a request.</summary>
    public const string Decide = nameof(Decide);

    /// <summary>Keep the diary and the walk-in queue.</summary>
    public const string Diary = nameof(Diary);

    /// <summary>Answer citizens in the bot's place.</summary>
    public const string Conversations = nameof(Conversations);

    /// <summary>Write questions, answers and notes.</summary>
    public const string Knowledge = nameof(Knowledge);

    /// <summary>Put what another wrote before the citizens.</summary>
    public const string Approve = nameof(Approve);

    /// <summary>See the figures and make the report.</summary>
    public const string Figures = nameof(Figures);

    /// <summary>See how the kiosks are: who works near one fills its paper.</summary>
    public const string Kiosks = nameof(Kiosks);

    /// <summary>Lay documents ready for citizens to fetch.</summary>
    public const string Pickups = nameof(Pickups);

    /// <summary>Keep accounts and settings, read the audit trail.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Who may what. An administrator sees no citizen, a clerk no account.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Triage] = [StaffRoles.Clerk, StaffRoles.Reviewer],
        [Decide] = [StaffRoles.Clerk, StaffRoles.Reviewer],
        [Diary] = [StaffRoles.Clerk, StaffRoles.Reviewer],
        [Conversations] = [StaffRoles.Clerk, StaffRoles.Reviewer],
        [Knowledge] = [StaffRoles.Editor, StaffRoles.Reviewer],
        [Approve] = [StaffRoles.Reviewer],
        [Figures] = [StaffRoles.Clerk, StaffRoles.Reviewer, StaffRoles.Administrator],
        [Kiosks] = [StaffRoles.Clerk, StaffRoles.Reviewer, StaffRoles.Administrator],
        [Pickups] = [StaffRoles.Clerk, StaffRoles.Reviewer],
        [Administer] = [StaffRoles.Administrator],
    };

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser().RequireAssertion(HasOwnPassword));
        foreach (var (name, roles) in Roles)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(HasOwnPassword).RequireRole(roles));
        // Deny by default: what lies in the staff's area and names no policy is open to nobody.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is not HttpContext http || !StaffArea.Contains(http.Request.Path)).Build();
    }

    private static bool HasOwnPassword(AuthorizationHandlerContext context) => !context.User.HasClaim(StaffClaims.MustChangePassword, "true");
}
