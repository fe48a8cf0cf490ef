using System.Net;
using System.Net.Sockets;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>Signing in through a certified OpenID Connect provider, as the county's identity service is one.</summary>
[Collection(StaffTests.Name)]
public sealed class CountyIdentityTests(StaffStage stage)
{
    [Fact]
    public async Task Who_has_a_role_at_the_county_works_here_and_who_has_none_does_not()
    {
        var address = FreeAddress();
        await using var identity = await NodeServer.StartAsync("identity.mjs", address);
        await using var server = await ServerProcess.StartAsync(
            "--urls", address, "--Staff:OpenIdConnect:Authority", identity.Address.ToString().TrimEnd('/'), "--Staff:OpenIdConnect:ClientId", "legal-service",
            "--Staff:OpenIdConnect:ClientSecret", "secret-of-the-county-0123456789", "--Staff:OpenIdConnect:Roles:legal-clerk", "clerk");

        await using (var clerk = await SignInAsync(server.Address, "narisu-legal-clerk"))
        {
            await Expect(clerk.Heading).ToHaveTextAsync("办件");
            await Expect(clerk.Text("县里的narisu").First).ToBeVisibleAsync();
            // The same provider, and the same account here, the second time.
            await clerk.Button("退出登录").ClickAsync();
            await clerk.Browser.GetByRole(AriaRole.Link, new() { Name = "统一身份" }).ClickAsync();
            await Expect(clerk.Heading).ToHaveTextAsync("办件");
        }

        await using var stranger = await SignInAsync(server.Address, "bai-street-cleaner");
        await Expect(stranger.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有给您分配角色");
        await stranger.GoAsync(new Uri(server.Address, "staff").ToString());
        await Expect(stranger.Heading).ToHaveTextAsync("登录");
    }

    private async Task<StaffPage> SignInAsync(Uri server, string user)
    {
        var context = await stage.NewProfileAsync();
        var page = await StaffPage.OpenAsync(await context.NewPageAsync(), new Uri(server, "staff").ToString());
        await page.Browser.GetByRole(AriaRole.Link, new() { Name = "统一身份" }).ClickAsync();
        await page.Browser.Locator("[name=login]").FillAsync(user);
        await page.Browser.Locator("[name=password]").FillAsync("any");
        await page.Browser.Locator("[type=submit]").ClickAsync();
        // What the provider asks once: whether this program may know the roles.
        await page.Browser.Locator("[type=submit]").ClickAsync();
        await page.Browser.WaitForURLAsync(url => url.StartsWith(server.ToString(), StringComparison.Ordinal));
        return page;
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
