using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.IdCards;
using LegalService.Kiosk.Devices.Printing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Tests.Devices;

public sealed class TextTests
{
    [Fact]
    public async Task Whatever_a_device_says_there_is_a_sentence_for_it()
    {
        await using var kiosk = new WebApplicationFactory<Program>();
        await using var scope = kiosk.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer>();

        foreach (var key in Keys())
            Assert.False(texts[key].ResourceNotFound, key);
    }

    private static IEnumerable<string> Keys()
    {
        DeviceState[] everybody = [DeviceState.None, DeviceState.Ok, DeviceState.Failed, DeviceState.Offline];
        var states = Enum.GetValues<DeviceKind>().SelectMany(kind => (kind == DeviceKind.Printer ? Enum.GetValues<DeviceState>() : everybody)
            .Select(state => new DeviceStatus(kind, state).TextKey));
        CardReading[] readings = [new CardReading.Foreign(""), new CardReading.TooQuick(), new CardReading.Unreadable(), new CardReading.NoReader()];
        var prints = Enum.GetNames<PrintState>().Select(name => "devices.print." + char.ToLowerInvariant(name[0]) + name[1..]);
        return [.. states, .. prints, .. readings.Select(reading => reading.TextKey)];
    }
}
