using LegalService.Contracts;
using LegalService.Server.Tests.Description;
using LegalService.Server.Tests.Hosting;
using Refit;

namespace LegalService.Server.Tests.Casework;

/// <summary>A server with the shipped services and the example county, its clock that of the machine.</summary>
public sealed class CaseworkServer : IAsyncLifetime
{
    public LegalServer Server { get; private set; } = null!;

    /// <summary>As the server's own, and holds that its description is complete.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The secret of the SMS gateway.</summary>
    public const string ReceiptToken = "receipt-token";

    /// <summary>The typed client of the product.</summary>
    public ILegalServiceApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await LegalServer.StartAsync(("RateLimits:WritesPerMinute", "100000"), ("RateLimits:LookupsPerMinute", "100000"), ("Sms:ReceiptToken", ReceiptToken),
            ("Kiosks:Bundle:CheckEvery", "00:00:00.2"));
        Client = new HttpClient(new DescribedRefusals()) { BaseAddress = Server.Client.BaseAddress };
        Api = RestService.For<ILegalServiceApi>(Client);
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    public static string NewKey() => Guid.NewGuid().ToString();
}
