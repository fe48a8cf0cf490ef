using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Contracts;

/// <summary>Registers the typed client of the shared API.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ILegalServiceApi"/> against one server.</summary>
    public static IHttpClientBuilder AddLegalServiceApi(this IServiceCollection services, Uri server) =>
        services.AddRefitGeneratedClient<ILegalServiceApi>().ConfigureHttpClient(client => client.BaseAddress = server);

    /// <summary>Adds <see cref="IKioskEntryApi"/> against one server.</summary>
    public static IHttpClientBuilder AddKioskEntryApi(this IServiceCollection services, Uri server) =>
        services.AddRefitGeneratedClient<IKioskEntryApi>().ConfigureHttpClient(client => client.BaseAddress = server);

    /// <summary>Adds <see cref="IKioskApi"/> against one server; the handler that adds the token is the caller's.</summary>
    public static IHttpClientBuilder AddKioskApi(this IServiceCollection services, Uri server) =>
        services.AddRefitGeneratedClient<IKioskApi>().ConfigureHttpClient(client => client.BaseAddress = server);
}
