using Scalar.AspNetCore;

namespace LegalService.Server.Api;

/// <summary>The description of the API for developers.</summary>
internal static class ReferenceEndpoints
{
    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference("/reference", options => options.WithTitle("LegalService API").DisableDefaultFonts());
    }
}
