using LegalService.Casework.Places;
using Microsoft.AspNetCore.Connections;

namespace LegalService.Server.Hosting;

/// <summary>Where the server listens when nothing is said, and what it says about it.</summary>
internal static class DefaultAddress
{
    private const string Url = "http://127.0.0.1:5080";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Listens on the default address unless addresses or ports are configured in any of ASP.NET Core's ways.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var isConfigured = AddressSettings.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured)
            builder.WebHost.UseUrls(Url);
    }

    /// <summary>Prints where chat, API reference and health are, once the server listens, and whether the county is made up.</summary>
    public static void AnnounceAddresses(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var url in app.Urls)
        {
            Console.WriteLine($"""

                公共法律服务已启动
                  问答页面    {url}/
                  网上办事    {url}/services
                  工作台      {url}/staff
                  接口说明    {url}/reference
                  健康状况    {url}/health/ready
                  按 Ctrl+C 停止

                """);
        }

        if (app.Services.GetRequiredService<PlaceCatalog>().Offices.Any(office => office.Example))
            Console.WriteLine("  注意：现在用的是示例县，地点、人员、电话都是编的。换成本县的：设置 Corpus:PlacesFolder\n");
    });

    /// <summary>Runs until it is stopped. Another process on the address is said in one line.</summary>
    /// <returns>The exit code.</returns>
    public static int RunUnlessAddressInUse(this WebApplication app)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"地址已被别的程序占用：{exception.Message}。换一个端口：--urls http://127.0.0.1:5081");
            return 1;
        }
    }
}
