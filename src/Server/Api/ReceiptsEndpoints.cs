using LegalService.Casework.Notifications.Sms;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LegalService.Server.Api;

/// <summary>Delivery receipts of the SMS gateway. Its secret (<c>Sms:ReceiptToken</c>) comes in the header Authorization, never in an address.</summary>
internal static class ReceiptsEndpoints
{
    private const string Scheme = "Bearer ";

    public static void MapReceipts(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/receipts", Take)
        .WithName("receipt")
        .WithTags("notifications")
        .WithSummary("Takes a delivery receipt of the SMS gateway")
        .WithDescription("Authorization: Bearer and the value of Sms:ReceiptToken. The same receipt may come any number of times.")
        .Refuses("receipt.forbidden", "receipt.unknown", "receipt.early", "receipt.state")
        .RequireRateLimiting(RateLimits.Reads);

    private static async Task<Results<Ok<ReceiptResponse>, ProblemHttpResult>> Take(
        ReceiptRequest receipt, HttpRequest request, SmsReceipts receipts, CancellationToken cancellation)
    {
        if (ApiJson.Parse<ReceiptState>(receipt.State) is not { } state)
            return ApiProblem.Unknown("receipt.state", receipt.State).AsResult();
        var header = request.Headers[HeaderNames.Authorization].ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
        var taken = await receipts.ReceiptAsync(token, receipt.Id, state, cancellation);
        return taken.Succeeded ? TypedResults.Ok(new ReceiptResponse(taken.Value.Name())) : taken.Failure.AsResult();
    }
}
