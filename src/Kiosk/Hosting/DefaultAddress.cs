namespace LegalService.Kiosk.Hosting;

/// <summary>Where the screen is served when nothing is said.</summary>
internal static class DefaultAddress
{
    private const string Url = "http://127.0.0.1:5090";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Listens on the default address, which only this machine reaches, unless addresses or ports are configured in any of ASP.NET Core's ways.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var isConfigured = AddressSettings.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured)
            builder.WebHost.UseUrls(Url);
    }
}
