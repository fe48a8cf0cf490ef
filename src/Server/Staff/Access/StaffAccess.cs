using LegalService.Casework.Staff;
using LegalService.Server.Api;
using LegalService.Server.Staff.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Access;

/// <summary>Registers how the staff sign in, and what a session may do.</summary>
internal static class StaffAccess
{
    private const string Cookie = "legal.staff";

    private static readonly ApiProblem SignedOut = new("staff.signedOut", StatusCodes.Status401Unauthorized, "您还没有登录，或者登录已经过期。请重新登录。");
    private static readonly ApiProblem Forbidden = new("staff.forbidden", StatusCodes.Status403Forbidden, "您的角色不能做这件事。需要的话请找管理员。");
    private static readonly ApiProblem Password = new("staff.mustChangePassword", StatusCodes.Status403Forbidden, "请先修改一次性密码。");

    public static void AddStaffAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StaffOptions>().Bind(builder.Configuration.GetSection(StaffOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName("LegalService");
        services.AddOptions<KeyManagementOptions>().Configure<SessionKeys>((options, keys) => options.XmlRepository = new SealedKeyRepository(keys));
        // It warns that keys are kept in clear, for it does not know that the repository seals them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddHttpContextAccessor();
        services.AddScoped<IUserClaimsPrincipalFactory<StaffMember>, StaffClaims>();
        new IdentityBuilder(typeof(StaffMember), services).AddSignInManager<StaffSignInManager>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddCountyIdentity(builder.Configuration);
        services.AddOptions<IdentityOptions>().Configure<IOptions<StaffOptions>>(Limit);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<StaffOptions>>(
            (options, staff) => options.ValidationInterval = TimeSpan.FromSeconds(staff.Value.RevalidateSeconds));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<StaffOptions>>(Configure);
        services.AddAuthorization(StaffPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitActivity>());
        services.AddScoped<AuthenticationStateProvider, StaffRevalidation>();
        services.AddScoped<SignedInClerk>();
        services.AddScoped<StaffDoor>();
    }

    private static void Limit(IdentityOptions options, IOptions<StaffOptions> staff)
    {
        options.Lockout.MaxFailedAccessAttempts = staff.Value.LockAfter;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(staff.Value.LockMinutes);
    }

    private static void Configure(CookieAuthenticationOptions options, IOptions<StaffOptions> staff)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(staff.Value.SessionMinutes);
        options.SlidingExpiration = true;
        options.LoginPath = StaffArea.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, SignedOut, context.RedirectUri);
        options.Events.OnRedirectToAccessDenied = context => context.HttpContext.User.HasClaim(StaffClaims.MustChangePassword, "true")
            ? AnswerAsync(context, Password, StaffArea.Password)
            : AnswerAsync(context, Forbidden, context.Request.Path == StaffArea.Pages ? FirstPage(context.HttpContext) : "/staff/denied");
    }

    /// <summary>The console opens with what somebody has to do with.</summary>
    private static string FirstPage(HttpContext context) =>
        Clerk.Of(context.User) is { } clerk && StaffNavigation.For(clerk).FirstOrDefault() is { } entry ? entry.Address : "/staff/account";

    /// <summary>A program is told what is wrong, a person is led to where it can be put right.</summary>
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, ApiProblem problem, string address)
    {
        var path = context.Request.Path;
        if (StaffArea.IsApi(path) || path.StartsWithSegments(StaffArea.Circuits, StringComparison.Ordinal) || path == "/staff/session")
            return problem.AsResult().ExecuteAsync(context.HttpContext);
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }
}
