using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Account;
using LegalService.Server.Staff.Api;
using LegalService.Server.Staff.Diary;
using LegalService.Server.Staff.Shell;
using Microsoft.AspNetCore.Authorization;
using MudBlazor;
using MudBlazor.Services;

namespace LegalService.Server.Staff;

/// <summary>The staff console: pages under <c>/staff</c>, the same by API under <c>/api/v1/staff</c>.</summary>
internal static class StaffConsole
{
    public static void AddStaffConsole(this WebApplicationBuilder builder)
    {
        builder.AddStaffAccess();
        builder.Services.AddScoped<OwnAccount>();
        builder.Services.AddScoped<DiaryDesk>();
        builder.Services.AddSingleton<NavigationBadges>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices(options =>
        {
            var notes = options.SnackbarConfiguration;
            notes.PositionClass = Defaults.Classes.Position.BottomRight;
            // Readable at once: what fades in is below the contrast for a while.
            (notes.MaximumOpacity, notes.ShowTransitionDuration, notes.HideTransitionDuration) = (100, 1, 1);
        });
        builder.Services.AddTransient<MudLocalizer, ChineseMudTexts>();
        builder.Services.AddOpenApi("staff");
    }

    /// <summary>Says who asks, and refuses by default. After static files, which are nobody's.</summary>
    public static void UseStaffConsole(this WebApplication app)
    {
        app.UseWhen(context => StaffArea.IsPage(context.Request.Path), pages => pages.UseRequestLocalization("zh-CN"));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapStaffConsole(this WebApplication app)
    {
        app.MapRazorComponents<StaffApp>().AddInteractiveServerRenderMode().Add(GuardCircuits);
        app.MapAccount();
        app.MapCountyIdentity();
        app.MapStaffApi();
    }

    /// <summary>A page names its policy itself; the line it lives on belongs to no page.</summary>
    private static void GuardCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith(StaffArea.Circuits.TrimStart('/'), StringComparison.Ordinal))
            endpoint.Metadata.Add(new AuthorizeAttribute(StaffPolicies.SignedIn));
    }
}
