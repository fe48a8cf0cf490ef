using System.Text.Encodings.Web;
using System.Text.Unicode;
using LegalService.Server.Pages.Booking;
using LegalService.Server.Pages.Calculators;
using LegalService.Server.Pages.Documents;
using LegalService.Server.Pages.Orders;
using LegalService.Server.Pages.My;
using LegalService.Server.Pages.Places;
using LegalService.Server.Pages.Services;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Pages;

/// <summary>
/// The citizens' pages beside the chat. Rendered whole, with plain forms: they work on an old phone, and without JavaScript. They know nobody by a cookie but
/// who signed in at <c>/my</c>.
/// </summary>
internal static class CitizenPages
{
    /// <summary>Chinese goes out as it is: escaped, a page is three times as long.</summary>
    public static void AddCitizenPages(this IServiceCollection services) => services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

    public static void MapCitizenPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(GuardAsync);
        pages.MapServicePages();
        pages.MapBookingPages();
        pages.MapCalculatorPages();
        pages.MapDocumentPages();
        pages.MapPlacePages();
        pages.MapOrderPages();
        pages.MapMyPages();
    }

    /// <summary>No browser keeps a page that may hold what somebody typed, and no other site's form is taken.</summary>
    private static ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return SameSite.IsOwn(http.Request) ? next(context) : ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden));
    }
}
