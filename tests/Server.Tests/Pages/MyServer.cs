using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using LegalService.Server.Tests.Description;
using LegalService.Server.Tests.Hosting;
using LegalService.Support;
using Refit;

namespace LegalService.Server.Tests.Pages;

/// <summary>A server with the shipped services, and phones that its messages come to.</summary>
public sealed class MyServer : IAsyncLifetime
{
    private int _people;

    public LegalServer Server { get; private set; } = null!;

    public SmsGateway Phones { get; } = SmsGateway.Start();

    public HttpClient Client { get; private set; } = null!;

    public ILegalServiceApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await LegalServer.StartAsync([("RateLimits:WritesPerMinute", "100000"), ("RateLimits:LookupsPerMinute", "100000"), .. Phones.Settings]);
        Client = new HttpClient(new DescribedRefusals()) { BaseAddress = Server.Client.BaseAddress };
        Api = RestService.For<ILegalServiceApi>(Client);
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        Phones.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    internal PlainBrowser NewBrowser() => new(Client.BaseAddress!);

    /// <summary>A person of his own with a request, and his phone.</summary>
    internal async Task<(SubmissionResponse Request, string Phone)> SubmitAsync(string service = "legal-consultation")
    {
        var person = Interlocked.Increment(ref _people);
        var sent = await Api.SubmitAsync(new SubmissionRequest(service, await Citizen.FillInAsync(Api, service, person)), CaseworkServer.NewKey());
        return (sent, $"139{person:00000000}");
    }

    /// <summary>The token of who has a phone at hand.</summary>
    internal async Task<string> SignInAsync(string phone)
    {
        await Api.SendMyCodeAsync(new MyCodeRequest(phone));
        return (await Api.SignInAsync(new MySignInRequest(phone, await Phones.CodeAsync(phone)))).Token;
    }

    /// <summary>A browser in which the owner of a phone is signed in.</summary>
    internal async Task<PlainBrowser> BrowseAsync(string phone)
    {
        var browser = NewBrowser();
        await browser.OpenAsync("/my");
        browser.Set("phone", phone);
        await browser.PressAsync();
        browser.Set("code", await Phones.CodeAsync(phone));
        await browser.PressAsync();
        return browser;
    }
}
