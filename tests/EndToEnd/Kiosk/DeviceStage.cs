using LegalService.CardReader;
using LegalService.EndToEnd.Support;
using LegalService.Support;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>A kiosk with a printer behind a real CUPS, a card reader on a serial line, a scanner, and a camera.</summary>
public sealed class DeviceStage(KioskStage stage) : IAsyncLifetime
{
    private SerialPair? _reader;

    /// <summary>The printer.</summary>
    internal PrintServer Printer { get; } = new();

    /// <summary>The card reader.</summary>
    internal ReaderModule Reader => _reader!.Module;

    /// <summary>The kiosk.</summary>
    internal KioskProcess Kiosk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Printer.InitializeAsync();
        _reader = await SerialPair.StartAsync();
        Kiosk = await stage.StartKioskAsync(
            "带设备的自助机",
            "--Devices:CheckEvery", "00:00:00.5", "--Devices:ScannerFile", "/dev/null", "--Devices:CameraFile", "/dev/null",
            "--Devices:Printer:Queue", Printer.Queue, "--Devices:CardReader:Port", _reader.Port, "--Devices:CardReader:AskEvery", "00:00:00.1");
    }

    public async Task DisposeAsync()
    {
        await Kiosk.DisposeAsync();
        if (_reader is not null)
            await _reader.DisposeAsync();
        await Printer.DisposeAsync();
    }
}
