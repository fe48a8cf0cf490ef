using System.Net;
using LegalService.Kiosk.Tests.Support;

namespace LegalService.Kiosk.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task The_first_screen_is_there_without_a_centre_and_offers_the_services_of_the_county()
    {
        await using var nowhere = new StandInCentre();
        await using var kiosk = new KioskHost(nowhere);

        var page = WebUtility.HtmlDecode(await kiosk.CreateClient().GetStringAsync("/"));

        Assert.Contains("法律援助", page, StringComparison.Ordinal);
    }
}
