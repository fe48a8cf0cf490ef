using LegalService.Interviews;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Requests;

/// <summary>The services of the county, by id.</summary>
internal interface IServiceDefinitions
{
    /// <summary>Null when no such service is offered (any more).</summary>
    ServiceDefinition? Find(string id);
}

/// <inheritdoc/>
internal sealed class CatalogDefinitions(ServiceCatalog catalog) : IServiceDefinitions
{
    public ServiceDefinition? Find(string id) => catalog.Find(id);
}
