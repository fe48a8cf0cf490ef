using LegalService.Kiosk.Devices.IdCards.Http;
using LegalService.Kiosk.Devices.IdCards.Serial;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>Registers the card reader of the settings, or that there is none.</summary>
internal static class CardReaderRegistration
{
    private const string Client = "LegalService.CardReader";

    public static void AddCardReader(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<CardReaderOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        var options = settings.Get<CardReaderOptions>() ?? new();
        if (options.Url is { } url)
        {
            // Its answers hold identity numbers: nothing of them goes into the log.
            services.AddHttpClient(Client, (provider, http) =>
            {
                http.BaseAddress = url;
                http.Timeout = provider.GetRequiredService<IOptions<CardReaderOptions>>().Value.Timeout;
            }).RemoveAllLoggers();
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HttpCardReader>(
                provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)));
            services.AddReader<HttpCardReader>();
        }
        else if (options.Port.Length > 0)
        {
            services.AddSingleton<SerialCardReader>();
            services.AddReader<SerialCardReader>();
        }
        else
            services.AddSingleton<IIdCardReader, NoCardReader>();
    }

    private static void AddReader<T>(this IServiceCollection services) where T : class, IIdCardReader, IDevice
    {
        services.AddSingleton<IIdCardReader>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IDevice>(provider => provider.GetRequiredService<T>());
    }
}
