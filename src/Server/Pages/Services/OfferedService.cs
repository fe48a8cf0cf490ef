using LegalService.Interviews.Definitions;

namespace LegalService.Server.Pages.Services;

/// <summary>A service, and whether it is taken in at the moment.</summary>
/// <param name="Service">Its definition.</param>
/// <param name="Paused">What is said while it is switched off; null: it is not.</param>
public sealed record OfferedService(ServiceDefinition Service, string? Paused);
