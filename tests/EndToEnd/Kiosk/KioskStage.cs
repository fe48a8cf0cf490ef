using System.Net.Http.Json;
using LegalService.Contracts;
using LegalService.EndToEnd.Staff;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>A centre, and a kiosk of it before which somebody stands. Every test opens a browser of its own.</summary>
public sealed class KioskStage : IAsyncLifetime
{
    /// <summary>Upright, as most stand.</summary>
    internal static readonly ViewportSize Upright = new() { Width = 1080, Height = 1920 };

    /// <summary>On a table or a wall.</summary>
    internal static readonly ViewportSize Wide = new() { Width = 1920, Height = 1080 };

    private const string Office = "example-centre";

    private readonly StaffStage _staff = new();
    private KioskProcess? _kiosk;

    /// <summary>The centre, as citizens use it.</summary>
    internal ILegalServiceApi Centre => _staff.Citizens;

    /// <summary>Where the centre listens.</summary>
    internal Uri CentreAddress => _staff.Address;

    /// <summary>The kiosk.</summary>
    internal KioskProcess Kiosk => _kiosk!;

    public async Task InitializeAsync()
    {
        await _staff.InitializeAsync();
        _kiosk = await StartKioskAsync("一号自助机");
    }

    public async Task DisposeAsync()
    {
        if (_kiosk is not null)
            await _kiosk.DisposeAsync();
        await _staff.DisposeAsync();
    }

    /// <summary>Stands before the kiosk.</summary>
    /// <param name="screen">How its screen stands.</param>
    /// <param name="kiosk">Another kiosk; null: the stage's own.</param>
    internal async Task<KioskPage> OpenAsync(ViewportSize screen, KioskProcess? kiosk = null)
    {
        var context = await _staff.NewTouchProfileAsync((kiosk ?? Kiosk).Address, screen);
        return await KioskPage.OpenAsync(await context.NewPageAsync());
    }

    /// <summary>Starts a kiosk and enrols it at its own screen.</summary>
    /// <param name="name">What the centre calls it.</param>
    /// <param name="settings">Further arguments.</param>
    internal async Task<KioskProcess> StartKioskAsync(string name, params string[] settings)
    {
        var kiosk = await KioskProcess.StartAsync(_staff.Address, settings);
        await using var page = await OpenAsync(Upright, kiosk);
        await page.TapAsync("工作人员：登记本机");
        await page.TypeKeysAsync(await InviteAsync(name));
        await page.TapAsync("下一步");
        await page.AtAsync("登记好了");
        return kiosk;
    }

    /// <summary>The staff API as a clerk uses it.</summary>
    internal Task<HttpClient> ClerkAsync() => _staff.ClientAsync(StaffStage.Clerk);

    /// <summary>A request of somebody, sent from elsewhere.</summary>
    internal Task<SubmissionResponse> RequestAsync() => _staff.SubmitAsync();

    /// <summary>A code with which a machine becomes a kiosk.</summary>
    internal async Task<string> InviteAsync(string name)
    {
        using var administrator = await _staff.ClientAsync(StaffStage.Administrator);
        using var invited = await administrator.PostAsJsonAsync("/api/v1/staff/kiosks/invitations", new { name, office = Office });
        return (await StaffStage.ReadAsync(invited)).GetProperty("code").GetString()!;
    }
}

/// <summary>Tests that share the kiosk.</summary>
[CollectionDefinition(Name)]
public sealed class KioskTests : ICollectionFixture<KioskStage>
{
    public const string Name = "kiosk";
}
