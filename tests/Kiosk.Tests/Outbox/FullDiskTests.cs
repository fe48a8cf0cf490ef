using System.Diagnostics;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Tests.Support;

namespace LegalService.Kiosk.Tests.Outbox;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_machine_that_is_nearly_full_says_so_takes_nothing_more_and_still_looks_things_up()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre, settings: ("Storage:LeastFreeBytes", "999999999999")).EnrolledAsync();

        await kiosk.UntilAsync(LineState.DiskFull);
        var refused = Assert.IsType<SendOutcome.Refused>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));

        Assert.Equal("outbox.diskFull", refused.Code);
        Assert.Contains("12348", refused.Message, StringComparison.Ordinal);
        Assert.True(kiosk.Line.Status.Reaches);
        Assert.Contains("disk.full", centre.Heartbeats.Last().Problems);
        Assert.Empty(centre.Requests);
    }

    [RootFact]
    public async Task A_disk_that_becomes_full_in_the_middle_of_a_write_leaves_nothing_half_written_and_the_citizen_is_told()
    {
        await using var centre = await new StandInCentre().StartAsync();
        var disk = Scratch.NewFolder();
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk);
        try
        {
            await using var kiosk = await new KioskHost(centre, disk, settings: ("Knowledge:IndexFolder", Scratch.NewFolder())).EnrolledAsync();
            await centre.StopAsync();
            await kiosk.UntilAsync(LineState.Offline);
            var small = await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None);

            var large = await kiosk.Sender.SubmitAsync(Citizen.Consultation(Citizen.Picture(new byte[4 * 1024 * 1024])), CancellationToken.None);

            Assert.IsType<SendOutcome.Kept>(small);
            Assert.Equal("outbox.diskFull", Assert.IsType<SendOutcome.Refused>(large).Code);
            Assert.Single(Directory.GetFiles(kiosk.Folders.Waiting));
            await centre.StartAsync();
            await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
            Assert.Single(centre.Requests);
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
