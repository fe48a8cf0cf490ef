using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Contracts;

/// <summary>Registers the typed client of the shared API.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ILegalServiceApi"/> against one server.</summary>
    public static IHttpClientBuilder AddLegalServiceApi(this IServiceCollection services, Uri server) =>
        services.AddRefitGeneratedClient<ILegalServiceApi>().ConfigureHttpClient(client => client.BaseAddress = server);
}
