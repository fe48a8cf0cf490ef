using System.Collections.Concurrent;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.Printing;
using LegalService.Kiosk.Devices.Scanning;
using LegalService.Support;

namespace LegalService.Kiosk.Tests.Devices.Printing;

public sealed class PrintingTests(PrintServer server) : IClassFixture<PrintServer>, IDisposable
{
    private const string Person = "巴特尔";

    private static readonly SlipCode Code = new("R261125-482913-7", "K7M2P9QX");

    private static readonly Slip Receipt = new(
        "法律援助申请回执",
        [new("申请人", Person), new("编号", Code.Number, Large: true), new("取件码", Code.Code, Large: true), new("提交时间", "2026年11月29日 22:40")],
        ["中心收到后七日内作出是否给予援助的决定（《法律援助法》第四十三条）。", "凭编号和取件码可以在这里、网上或打12348查进度。请收好，不要给别人看。"],
        Code.ToString(),
        "扫码查进度");

    [Theory]
    [InlineData("Roll80", 227)]
    [InlineData("A4", 595)]
    public async Task A_slip_comes_out_of_the_printer_with_what_it_says_and_a_code_that_can_be_scanned(string paper, int width)
    {
        await using var devices = await StartAsync(("Devices:Printer:Paper", paper));

        Assert.Equal(PrintState.Done, await devices.Get<IPrinter>().PrintAsync(Receipt, "one"));

        var sheet = await Sheet.OpenAsync(Assert.Single(server.Printed));
        Assert.Equal(width, sheet.Width, 1d);
        Assert.Contains("第四十三条", sheet.Text, StringComparison.Ordinal);
        Assert.Contains(Person, sheet.Text, StringComparison.Ordinal);
        Assert.Equal(Code, SlipCode.Parse(sheet.ScannedCode));
    }

    [Theory]
    [InlineData("media-empty", PrintState.WaitingForPaper, DeviceState.PaperOut)]
    [InlineData("media-jam", PrintState.Jammed, DeviceState.Jam)]
    public async Task A_printer_in_trouble_says_which_and_goes_on_when_it_is_over(string trouble, object said, object state)
    {
        await using var devices = await StartAsync();
        server.Take(trouble);
        var progress = new Heard();

        var printing = devices.Get<IPrinter>().PrintAsync(Receipt, "one", progress);
        await progress.UntilAsync((PrintState)said);

        Assert.Equal((DeviceState)state, devices.Health[DeviceKind.Printer].State);
        Assert.False(devices.Health.Can(Capability.Print));
        server.Mend(trouble);
        Assert.Equal(PrintState.Done, await printing);
        Assert.True(devices.Health.Can(Capability.Print));
        Assert.Single(server.Printed);
    }

    [Fact]
    public async Task A_job_that_stands_still_is_taken_back_so_that_nobody_else_finds_it_later()
    {
        await using var devices = await StartAsync(("Devices:Printer:GiveUpAfter", "00:00:01"));
        server.Take("media-empty");

        Assert.Equal(PrintState.Failed, await devices.Get<IPrinter>().PrintAsync(Receipt, "one"));

        await SpoolIsEmptyAsync();
        server.Mend("media-empty");
        Assert.Equal(PrintState.Done, await devices.Get<IPrinter>().PrintAsync(Receipt with { Title = "下一位" }, "two"));
        Assert.Contains("下一位", (await Sheet.OpenAsync(Assert.Single(server.Printed))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_session_ends_its_jobs_leave_the_print_system_and_those_of_another_stay()
    {
        await using var devices = await StartAsync();
        server.Take("media-empty");
        var gone = new Heard();
        var ended = devices.Get<IPrinter>().PrintAsync(Receipt, "ended", gone);
        await gone.UntilAsync(PrintState.WaitingForPaper);
        var other = devices.Get<IPrinter>().PrintAsync(Receipt with { Title = "下一位" }, "next");

        await devices.Get<IPrinter>().ForgetAsync("ended");

        Assert.Equal(PrintState.Cancelled, await ended);
        server.Mend("media-empty");
        Assert.Equal(PrintState.Done, await other);
        await SpoolIsEmptyAsync();
        Assert.Contains("下一位", (await Sheet.OpenAsync(Assert.Single(server.Printed))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_can_take_a_job_back()
    {
        await using var devices = await StartAsync();
        server.Take("media-empty");
        using var cancel = new CancellationTokenSource();
        var progress = new Heard();
        var printing = devices.Get<IPrinter>().PrintAsync(Receipt, "one", progress, cancel.Token);
        await progress.UntilAsync(PrintState.WaitingForPaper);

        await cancel.CancelAsync();

        Assert.Equal(PrintState.Cancelled, await printing);
        await SpoolIsEmptyAsync();
    }

    [Fact]
    public async Task A_printer_that_fails_once_is_tried_again()
    {
        await using var devices = await StartAsync();
        server.Take("broken");

        Assert.Equal(PrintState.Done, await devices.Get<IPrinter>().PrintAsync(Receipt, "one"));

        Assert.Single(server.Printed);
    }

    [Fact]
    public async Task What_a_killed_kiosk_left_in_the_print_system_is_taken_back_at_the_start()
    {
        server.Take("media-empty");
        await using (var killed = await StartAsync())
        {
            var progress = new Heard();
            _ = killed.Get<IPrinter>().PrintAsync(Receipt, "one", progress);
            await progress.UntilAsync(PrintState.WaitingForPaper);
        }

        await using var devices = await StartAsync();
        await SpoolIsEmptyAsync();
        server.Mend("media-empty");

        Assert.Equal(PrintState.Done, await devices.Get<IPrinter>().PrintAsync(Receipt with { Title = "下一位" }, "two"));
        Assert.Contains("下一位", (await Sheet.OpenAsync(Assert.Single(server.Printed))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_of_a_printer_that_nobody_asks_is_not_believed_for_ever()
    {
        await using var devices = await StartAsync(("Devices:Printer:GiveUpAfter", "00:00:01"), ("Devices:BelieveFor", "00:00:01"));
        server.Take("media-empty");
        await devices.Get<IPrinter>().PrintAsync(Receipt, "one");
        await SpoolIsEmptyAsync();
        server.Mend("media-empty");

        await devices.UntilAsync(DeviceKind.Printer, DeviceState.PaperLow);

        Assert.True(devices.Health.Can(Capability.Print));
        Assert.Equal(PrintState.Done, await devices.Get<IPrinter>().PrintAsync(Receipt, "two"));
    }

    [Fact]
    public async Task A_print_system_that_is_down_takes_away_printing_and_nothing_else()
    {
        await using var devices = await DeviceHost.StartAsync(("Devices:Printer:Queue", "ipp://127.0.0.1:1/printers/slips"), ("Devices:CameraFile", "/dev/null"));

        Assert.Equal(PrintState.Failed, await devices.Get<IPrinter>().PrintAsync(Receipt, "one"));

        await devices.UntilAsync(DeviceKind.Printer, DeviceState.Offline);
        await devices.UntilAsync(DeviceKind.Camera, DeviceState.Ok);
        Assert.False(devices.Health.Can(Capability.Print));
        Assert.True(devices.Health.Can(Capability.Photograph));
        Assert.Contains(devices.Health.Report(), device => device is { Kind: "printer", State: "offline" });
    }

    [Fact]
    public async Task A_kiosk_without_a_printer_says_that_there_is_none()
    {
        await using var devices = await DeviceHost.StartAsync();

        Assert.Equal(PrintState.NoPrinter, await devices.Get<IPrinter>().PrintAsync(Receipt, "one"));
        Assert.Equal("devices.printer.none", devices.Health.For(Capability.Print).TextKey);
    }

    public void Dispose() => server.Clear();

    private Task<DeviceHost> StartAsync(params (string, string)[] settings) =>
        DeviceHost.StartAsync([("Devices:Printer:Queue", server.Queue), ("Devices:Printer:AskEvery", "00:00:00.05"), .. settings]);

    // CUPS removes a document when the printer's program has ended, shortly after it has promised to.
    private async Task SpoolIsEmptyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (server.Spooled.Count > 0)
            await Task.Delay(20, limit.Token);
    }

    /// <summary>What was told on the way.</summary>
    private sealed class Heard : IProgress<PrintState>
    {
        private readonly ConcurrentQueue<PrintState> _states = new();

        public void Report(PrintState value) => _states.Enqueue(value);

        public async Task UntilAsync(PrintState state)
        {
            while (!_states.Contains(state))
                await Task.Delay(20);
        }
    }
}
