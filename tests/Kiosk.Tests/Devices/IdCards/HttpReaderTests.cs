using LegalService.CardReader;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.IdCards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LegalService.Kiosk.Tests.Devices.IdCards;

public sealed class HttpReaderTests : IAsyncLifetime
{
    private readonly ReaderModule _module = new();
    private WebApplication? _service;

    [Fact]
    public async Task A_card_is_read_through_the_makers_service()
    {
        await using var devices = await StartAsync();
        _module.Lay("other");

        var card = Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card;

        Assert.Equal(("王秀英", "152501198811020027", "女", "汉"), (card.Name, card.Number.Value, card.Sex, card.Nation));
        Assert.Equal(new DateOnly(2039, 8, 12), card.ValidUntil);
        await devices.Get<IIdCardReader>().WaitUntilTakenAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("corrupt")]
    [InlineData("mixed")]
    public async Task A_card_that_cannot_be_believed_is_nobodys(string card)
    {
        await using var devices = await StartAsync();
        _module.Lay(card);

        Assert.IsType<CardReading.Unreadable>(await ReadAsync(devices));
    }

    [Fact]
    public async Task A_foreigners_card_is_recognised()
    {
        await using var devices = await StartAsync();
        _module.Lay("foreign");

        Assert.Equal(new CardReading.Foreign("史密斯"), await ReadAsync(devices));
    }

    [Fact]
    public async Task A_card_that_is_swapped_while_it_is_read_gives_neither_until_one_lies_still()
    {
        await using var devices = await StartAsync();
        _module.AfterSelect = () => _module.Lay("other");
        _module.Lay("good");

        Assert.IsType<CardReading.TooQuick>(await ReadAsync(devices));

        Assert.Equal("王秀英", Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card.Name);
    }

    [Fact]
    public async Task A_broken_reader_and_a_service_that_is_down_say_so()
    {
        await using var devices = await StartAsync();
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Ok);

        _module.IsBroken = true;
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Failed);
        Assert.IsType<CardReading.NoReader>(await ReadAsync(devices));
        await _service!.StopAsync();
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Offline);

        Assert.IsType<CardReading.NoReader>(await ReadAsync(devices));
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapReader(_module);
        await _service.StartAsync();
    }

    public async Task DisposeAsync() => await _service!.DisposeAsync();

    private Task<DeviceHost> StartAsync() =>
        DeviceHost.StartAsync(("Devices:CardReader:Url", _service!.Urls.Single()), ("Devices:CardReader:AskEvery", "00:00:00.02"));

    private static Task<CardReading> ReadAsync(DeviceHost devices) => devices.Get<IIdCardReader>().ReadAsync(CancellationToken.None);
}
