using LegalService.Casework;
using LegalService.Casework.Dispatches;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Orders;

/// <summary>Where a volunteer looks at an order, takes or declines it, and says what was done. Number and code come with the message; neither stands in an address.</summary>
internal static class OrderPages
{
    public static void MapOrderPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/orders", () => CitizenPage.Of<OrdersPage>()).RequireRateLimiting(RateLimits.Reads);
        pages.MapPost("/orders", StepAsync).RequireRateLimiting(RateLimits.Lookups);
    }

    private static async Task<IResult> StepAsync(HttpRequest request, VolunteerOrders orders, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var (number, code) = (form["number"], form["code"]);
        var done = form[FieldNames.Go] switch
        {
            "take" => await orders.TakeAsync(number, code, cancellation),
            "decline" => await orders.DeclineAsync(number, code, form["reason"], cancellation),
            "done" => await orders.FinishAsync(number, code, form["record"], cancellation),
            _ => await orders.OpenAsync(number, code, cancellation),
        };
        if (done.Succeeded)
            return Show(done.Value, code, fault: null, record: "");
        // What was typed stays where the order itself can still be read.
        var opened = form[FieldNames.Go].Length > 0 ? await orders.OpenAsync(number, code, cancellation) : done;
        return opened.Succeeded ? Show(opened.Value, code, done.Failure, form["record"]) : CitizenPage.Of<OrdersPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(OrdersPage.Number)] = number,
            [nameof(OrdersPage.Fault)] = done.Failure.Message,
        });
    }

    private static IResult Show(Order order, string code, Failure? fault, string record) => CitizenPage.Of<OrderPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(OrderPage.Order)] = order,
        [nameof(OrderPage.Code)] = code,
        [nameof(OrderPage.Fault)] = fault?.Message,
        [nameof(OrderPage.Record)] = record,
    });
}
