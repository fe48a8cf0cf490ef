using Microsoft.AspNetCore.Mvc.Testing;

namespace LegalService.Kiosk.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task The_first_screen_offers_the_services_of_the_county()
    {
        await using var kiosk = new WebApplicationFactory<Program>();

        var page = await kiosk.CreateClient().GetStringAsync("/");

        Assert.Contains("法律援助申请", page, StringComparison.Ordinal);
    }
}
