using LegalService.Casework;
using LegalService.Casework.Numbers;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>
/// A number and its pickup code as a picture that a kiosk or a clerk reads. It holds both as plain text and no address, so that no phone opens one with the
/// code in it; nothing is looked up, so that nothing can be guessed with it.
/// </summary>
internal static class QrEndpoints
{
    private static readonly Failure NoNumber = new("qr.number", "编号不对，请照凭条上的写。");
    private static readonly Failure NoCode = new("qr.code", "取件码不对，请照凭条上的写。");

    public static void MapQr(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/qr", Draw)
        .WithName("qr")
        .WithTags("requests")
        .WithSummary("Number and pickup code as a QR code")
        .WithDescription("An SVG picture of the text NUMBER CODE, with a blank between. Whether they open anything is not looked up.")
        .Produces(StatusCodes.Status200OK, contentType: QrPicture.Svg)
        .Refuses("qr.number", "qr.code")
        .RequireRateLimiting(RateLimits.Reads);

    private static Results<ContentHttpResult, ProblemHttpResult> Draw(QrRequest request)
    {
        if (CaseNumber.Normalise(request.Number) is not { } number)
            return NoNumber.AsResult();
        if (PickupCode.Normalise(request.Code) is not { } code)
            return NoCode.AsResult();
        return TypedResults.Content(QrPicture.Draw(number, code), QrPicture.Svg);
    }
}
