using LegalService.CardReader;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.IdCards;

namespace LegalService.Kiosk.Tests.Devices.IdCards;

public sealed class SerialReaderTests
{
    [Fact]
    public async Task A_card_is_read_as_it_is_printed()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay("good");

        var card = Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card;

        Assert.Equal("巴特尔", card.Name);
        Assert.Equal("152501196103150016", card.Number.Value);
        Assert.Equal("男", card.Sex);
        Assert.Equal("蒙古", card.Nation);
        Assert.Equal(new DateOnly(1961, 3, 15), card.BirthDate);
        Assert.Equal("示例县白音苏木查干嘎查12号", card.Address);
        Assert.Equal("示例县公安局", card.Issuer);
        Assert.Null(card.ValidUntil);
        Assert.False(card.HasExpired(new(2026, 11, 29)));
    }

    [Fact]
    public async Task A_card_that_has_run_out_is_read_and_says_so()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay("expired");

        var card = Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card;

        Assert.Equal(new DateOnly(2020, 1, 1), card.ValidUntil);
        Assert.True(card.HasExpired(new(2026, 11, 29)));
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("bus")]
    [InlineData("corrupt")]
    [InlineData("mixed")]
    public async Task A_card_that_cannot_be_believed_is_nobodys(string card)
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay(card);

        Assert.IsType<CardReading.Unreadable>(await ReadAsync(devices));
    }

    [Theory]
    [InlineData("foreign", "史密斯")]
    [InlineData("foreign2023", "MARIA GARCIA")]
    public async Task A_foreigners_card_is_recognised(string card, string name)
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay(card);

        Assert.Equal(new CardReading.Foreign(name), await ReadAsync(devices));
    }

    [Fact]
    public async Task A_residence_permit_is_read_as_a_card()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay("taiwan");

        var card = Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card;

        Assert.Equal("林美玲", card.Name);
        Assert.Equal("", card.Nation);
    }

    [Fact]
    public async Task A_card_that_is_swapped_while_it_is_read_gives_neither_until_one_lies_still()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.AfterSelect = () => pair.Module.Lay("other");
        pair.Module.Lay("good");

        Assert.IsType<CardReading.TooQuick>(await ReadAsync(devices));

        Assert.Equal("王秀英", Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card.Name);
    }

    [Fact]
    public async Task A_card_that_is_taken_away_too_soon_again_and_again_counts_as_unreadable()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);

        var readings = new List<CardReading>();
        for (var time = 0; time < 3; time++)
        {
            pair.Module.AfterSelect = pair.Module.Take;
            pair.Module.Lay("good");
            readings.Add(await ReadAsync(devices));
        }

        Assert.Equal([new CardReading.TooQuick(), new CardReading.TooQuick(), new CardReading.Unreadable()], readings);
    }

    [Fact]
    public async Task Who_waits_for_a_card_may_give_up()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        using var tired = new CancellationTokenSource();

        var reading = devices.Get<IIdCardReader>().ReadAsync(tired.Token);
        await tired.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        pair.Module.Lay("good");
        Assert.IsType<CardReading.Read>(await ReadAsync(devices));
    }

    [Fact]
    public async Task The_kiosk_notices_when_the_card_that_was_read_is_taken_away()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        pair.Module.Lay("good");
        await ReadAsync(devices);

        var waiting = devices.Get<IIdCardReader>().WaitUntilTakenAsync(CancellationToken.None);
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Ok);
        Assert.False(waiting.IsCompleted);
        pair.Module.Take();

        await waiting;
    }

    [Fact]
    public async Task Noise_on_the_line_spoils_no_card()
    {
        await using var pair = await SerialPair.StartAsync();
        pair.Garble = answer => [0x00, 0xAA, 0xAA, 0xFF, .. answer];
        await using var devices = await StartAsync(pair);
        pair.Module.Lay("good");

        Assert.Equal("巴特尔", Assert.IsType<CardReading.Read>(await ReadAsync(devices)).Card.Name);
    }

    [Fact]
    public async Task What_arrives_damaged_is_not_taken_for_a_card()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Ok);
        pair.Garble = answer =>
        {
            if (answer.Length > 100)
                answer[40] ^= 0x01;
            return answer;
        };
        pair.Module.Lay("good");

        Assert.IsType<CardReading.NoReader>(await ReadAsync(devices));

        pair.Garble = null;
        pair.Module.Lay("good");
        Assert.IsType<CardReading.Read>(await ReadAsync(devices));
    }

    [Fact]
    public async Task A_reader_that_fails_or_is_unplugged_says_so_and_takes_away_only_cards()
    {
        await using var pair = await SerialPair.StartAsync();
        await using var devices = await StartAsync(pair);
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Ok);

        pair.Module.IsBroken = true;
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Failed);
        pair.Module.IsBroken = false;
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Ok);
        pair.Unplug();
        await devices.UntilAsync(DeviceKind.IdReader, DeviceState.Offline);

        Assert.IsType<CardReading.NoReader>(await ReadAsync(devices));
        Assert.False(devices.Health.Can(Capability.ReadCard));
        Assert.True(devices.Health.Can(Capability.Photograph));
    }

    private static Task<DeviceHost> StartAsync(SerialPair pair) => DeviceHost.StartAsync(
        ("Devices:CardReader:Port", pair.Port), ("Devices:CardReader:AskEvery", "00:00:00.02"), ("Devices:CardReader:Timeout", "00:00:20"), ("Devices:CameraFile", "/dev/null"));

    private static Task<CardReading> ReadAsync(DeviceHost devices) => devices.Get<IIdCardReader>().ReadAsync(CancellationToken.None);
}
