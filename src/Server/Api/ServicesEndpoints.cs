using LegalService.Casework;
using LegalService.Casework.Switches;
using LegalService.Contracts;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Languages;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>What the county offers, with the guide of each service.</summary>
internal static class ServicesEndpoints
{
    /// <summary>There is no service of that id.</summary>
    public static readonly Failure NotFound = new("service.notFound", "没有这项服务，请从服务列表里选。");

    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/services").WithTags("services").RequireRateLimiting(RateLimits.Reads);
        group.MapGet("", All).WithName("services").InLanguageAsked().WithSummary("Every service");
        group.MapGet("{id}", One).WithName("service").InLanguageAsked().WithSummary("One service with its guide").Refuses("service.notFound");
    }

    private static Ok<ServiceSummaryResponse[]> All(ServiceCatalog catalog, SwitchBoard switches, FormTranslator language) => TypedResults.Ok(catalog.Services
        .Select(language.Of)
        .Select(service => new ServiceSummaryResponse(service.Id, service.Name, service.Summary, service.Appointment is not null, service.IsGuideOnly, switches.RefuseService(service.Id)?.Message)).ToArray());

    private static Results<Ok<ServiceResponse>, ProblemHttpResult> One(string id, ServiceCatalog catalog, SwitchBoard switches, FormTranslator language) =>
        catalog.Find(id) is { } service ? TypedResults.Ok(language.Of(service).ToResponse() with { Paused = switches.RefuseService(id)?.Message }) : NotFound.AsResult();

    private static ServiceResponse ToResponse(this ServiceDefinition service) => new(
        service.Id,
        service.Name,
        service.Summary,
        service.Version,
        service.Guide.ToResponse(),
        service.Appointment is { } appointment
            ? new ServiceAppointmentResponse([.. appointment.Ways.Select(way => way.Way.Name())], appointment.Minutes, appointment.NeedsRequest)
            : null);

    private static GuideResponse ToResponse(this Guide guide) => new(
        guide.For,
        [
            .. guide.Materials.Select(material => new MaterialResponse(
                material.Id, material.Name, material.Help, material.When is null, material.MayFollowDays, material.Basis.ToResponse())),
        ],
        guide.Fee,
        guide.TimeLimit,
        guide.Steps,
        guide.Where,
        guide.How,
        guide.LegalBasis.ToResponse());
}
