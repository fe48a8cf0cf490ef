using LegalService.Casework.Kiosks;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace LegalService.Server.Kiosks;

/// <summary>The centre's side of the kiosks: their tokens and the corpus they take along.</summary>
internal static class KioskHosting
{
    public static void AddKiosks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<KioskOptions>(builder.Configuration.GetSection("Kiosks"));
        services.AddOptions<BundleOptions>().Configure(options => StorageLayout.Configure(builder.Configuration, options)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KioskTokens>();
        services.AddSingleton<BundleFiles>();
        services.AddSingleton<CorpusBundle>();
        services.AddHostedService(provider => provider.GetRequiredService<CorpusBundle>());
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KioskAuthentication>(KioskGate.Scheme, null);
        services.AddAuthorization(KioskAuthentication.Configure);
    }
}
