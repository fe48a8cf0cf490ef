using LegalService.Casework.Calendar;
using LegalService.Casework.Drafts;
using LegalService.Casework.Switches;
using LegalService.Interviews;
using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Services;

/// <summary>Takes a form up again that was put aside, here or elsewhere.</summary>
internal static class DraftPages
{
    public static void MapDraftPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/drafts", () => CitizenPage.Of<DraftsPage>()).RequireRateLimiting(RateLimits.Reads);
        pages.MapPost("/drafts", OpenAsync).RequireRateLimiting(RateLimits.Lookups);
    }

    private static async Task<IResult> OpenAsync(
        HttpRequest request, DraftDesk drafts, ServiceCatalog catalog, SwitchBoard switches, TimeProvider time, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var opened = await drafts.OpenAsync(form["number"], form["code"], cancellation);
        if (opened.Succeeded && catalog.Find(opened.Value.Service) is { } service)
        {
            return switches.RefuseService(service.Id) is { } paused
                ? CitizenPage.Refused(paused)
                : ApplyPages.Show(service, FormStand.At(service, opened.Value.Upgrade.Answers, BeijingTime.Today(time)), new(form["number"], form["code"]));
        }

        return CitizenPage.Of<DraftsPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DraftsPage.Number)] = form["number"],
            [nameof(DraftsPage.Fault)] = (opened.Failure ?? ServicesEndpoints.NotFound).Message,
        });
    }
}
