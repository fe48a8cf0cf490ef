using LegalService.Kiosk.Devices.Printing.Ipp;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.Printing;

/// <summary>Registers the printer of the settings, or that there is none.</summary>
internal static class PrinterRegistration
{
    private const string Client = "LegalService.Printer";

    public static void AddPrinter(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<PrinterOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        if (settings.Get<PrinterOptions>()?.Queue is not { } queue)
        {
            services.AddSingleton<IPrinter, NoPrinter>();
            return;
        }

        services.AddHttpClient(Client, (provider, http) => http.Timeout = provider.GetRequiredService<IOptions<PrinterOptions>>().Value.Timeout).RemoveAllLoggers();
        services.AddSingleton(provider => new PrintQueue(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client), queue));
        services.AddSingleton<PrinterReport>();
        services.AddSingleton<CupsPrinter>();
        services.AddSingleton<IPrinter>(provider => provider.GetRequiredService<CupsPrinter>());
        services.AddSingleton<IDevice>(provider => provider.GetRequiredService<CupsPrinter>());
    }
}
