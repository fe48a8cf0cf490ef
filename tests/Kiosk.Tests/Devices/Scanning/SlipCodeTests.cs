using LegalService.Kiosk.Devices.Scanning;

namespace LegalService.Kiosk.Tests.Devices.Scanning;

public sealed class SlipCodeTests
{
    [Theory]
    [InlineData("R261125-482913-7 K7M2P9QX")]
    [InlineData("r261125-482913-7 k7m2p9qx\r\n")]
    public void A_slip_of_ours_is_recognised(string scanned) =>
        Assert.Equal(new SlipCode("R261125-482913-7", "K7M2P9QX"), SlipCode.Parse(scanned));

    [Theory]
    [InlineData("")]
    [InlineData("https://example.org/R261125-482913-7 K7M2P9QX")]
    [InlineData("R261125-482913-7")]
    [InlineData("R261125-482913-7 K7M2P9Q0")]
    [InlineData("6901234567892")]
    public void Anything_else_is_not(string scanned) => Assert.Null(SlipCode.Parse(scanned));
}
