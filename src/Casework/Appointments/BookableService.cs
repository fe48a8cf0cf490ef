using LegalService.Interviews;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>What a service says of its appointments.</summary>
/// <param name="Id">The service.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The kind of diary it is booked in.</param>
/// <param name="Ways">The ways to meet.</param>
/// <param name="NeedsRequest">Whether a request must have been sent first.</param>
/// <param name="Minutes">How long.</param>
internal sealed record BookableService(string Id, string Name, string Kind, IReadOnlyList<MeetingWay> Ways, bool NeedsRequest, int Minutes);

/// <summary>Knows the services that have appointments.</summary>
internal interface IBookableServices
{
    /// <summary>The service, or null when there is none or it has no appointments.</summary>
    BookableService? Find(string service);
}

/// <summary>The services of the county's corpus.</summary>
/// <param name="catalog">Null where a host was composed without services: then nothing can be booked.</param>
internal sealed class CatalogServices(ServiceCatalog? catalog) : IBookableServices
{
    public BookableService? Find(string service) => catalog?.Find(service) is { Appointment: { } rule } found
        ? new(found.Id, found.Name, rule.Kind, [.. rule.Ways.Select(way => way.Way).Distinct()], rule.NeedsRequest, rule.Minutes)
        : null;
}
