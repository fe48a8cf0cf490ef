using LegalService.Casework.Switches;
using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Shell;

namespace LegalService.Server.Pages.Services;

/// <summary>What the county offers, and the guide of each service.</summary>
internal static class ServicePages
{
    public static void MapServicePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/services", All).RequireRateLimiting(RateLimits.Reads);
        pages.MapGet("/services/{id}", One).RequireRateLimiting(RateLimits.Reads);
        pages.MapApplyPages();
        pages.MapDraftPages();
    }

    private static IResult All(ServiceCatalog catalog, SwitchBoard switches, FormTranslator language) => CitizenPage.Of<ServiceList>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ServiceList.Services)] = (IReadOnlyList<OfferedService>)[.. catalog.Services.Select(service => new OfferedService(language.Of(service), switches.RefuseService(service.Id)?.Message))],
    });

    private static IResult One(string id, ServiceCatalog catalog, SwitchBoard switches, FormTranslator language) => catalog.Find(id) is not { } service
        ? CitizenPage.NotFound()
        : CitizenPage.Of<ServiceGuide>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ServiceGuide.Offered)] = new OfferedService(language.Of(service), switches.RefuseService(id)?.Message),
        });
}
