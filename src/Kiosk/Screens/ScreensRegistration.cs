using System.Text.Encodings.Web;
using System.Text.Unicode;
using LegalService.Kiosk.Hosting;
using LegalService.Kiosk.Screens.Places;
using LegalService.Kiosk.Screens.Printing;
using LegalService.Kiosk.Screens.Shell;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;

namespace LegalService.Kiosk.Screens;

/// <summary>Puts the screens together.</summary>
internal static class ScreensRegistration
{
    /// <summary>Adds the screens.</summary>
    public static void AddScreens(this IServiceCollection services)
    {
        services.AddScoped<Journey>();
        services.AddScoped<Slips>();
        services.AddOptions<PlaceOptions>().BindConfiguration("Position").ValidateDataAnnotations().ValidateOnStart();
        // Keys that are gone with the process: nothing that it sealed can be opened afterwards, and no key lies on the disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(options =>
        {
            // A connection that is gone takes what it knew along.
            options.DisconnectedCircuitMaxRetained = 0;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.Zero;
        });
    }

    /// <summary>Serves the screens, to this machine only.</summary>
    public static void UseScreens(this WebApplication app)
    {
        app.UseMiddleware<OnlyThisMachine>();
        app.UseMiddleware<NothingKept>();
        app.UseStaticFiles();
        app.UseScriptFiles();
        app.UseAntiforgery();
        app.MapRazorComponents<KioskApp>().AddInteractiveServerRenderMode();
    }
}
