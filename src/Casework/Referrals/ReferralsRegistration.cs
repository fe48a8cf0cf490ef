using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Referrals;

internal static class ReferralsRegistration
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services.AddSingleton(provider => new ReferralDesk(
        provider.GetRequiredService<RequestChanges>(), provider.GetRequiredService<RecordReading>(), provider.GetRequiredService<PlaceCatalog>()));
}
