using LegalService.Casework.Calendar;

namespace LegalService.Casework.Tests.Calendar;

public sealed class BeijingTimeTests
{
    [Theory]
    [InlineData("2026-11-25T15:59:59Z", "2026-11-25")]
    [InlineData("2026-11-25T16:00:00Z", "2026-11-26")]
    [InlineData("2026-07-01T15:59:59Z", "2026-07-01")]
    public void A_day_begins_at_midnight_in_Beijing_in_summer_and_winter_alike(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), BeijingTime.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
