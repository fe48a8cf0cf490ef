using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Staff;

internal static class StaffRegistration
{
    /// <summary>Accounts, and ASP.NET Core Identity over them; a host adds how one signs in.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<Func<CaseworkContext>>()());
        services.AddIdentityCore<StaffMember>(Configure)
            .AddUserStore<StaffUserStore>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffMember>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton(provider => new SessionKeys(provider.GetRequiredService<Func<CaseworkContext>>(), provider.GetRequiredService<Sealer>()));
        services.AddSingleton<StaffManagers>();
        services.AddSingleton(provider => new StaffDirectory(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<StaffManagers>(),
            provider.GetRequiredService<PlaceCatalog>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        // Length is what counts; composition rules make people write passwords down.
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
        options.Lockout.AllowedForNewUsers = true;
    }
}
