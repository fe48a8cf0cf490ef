using LegalService.Casework.Pickups;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Pickups;

public sealed class ScannerTests
{
    [Fact]
    public async Task A_document_is_given_out_after_it_was_found_clean_and_not_before()
    {
        await using var daemon = new ClamDaemon();
        daemon.Reply = "INSTREAM size limit exceeded. ERROR";
        await using var host = await StartAsync(daemon);
        var slip = await PickupTests.PutAsync(host, "13800138000");
        Assert.Equal(PickupState.Unchecked, slip.State);
        Assert.Equal("pickup.notReady", await OpenAsync(host, slip));

        daemon.Reply = "stream: OK";
        await host.Get<PickupRounds>().RunOnceAsync(default);

        Assert.Null(await OpenAsync(host, slip));
        Assert.All(daemon.Seen, document => Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(document[..5])));
    }

    [Fact]
    public async Task A_document_with_a_virus_is_never_given_out()
    {
        await using var daemon = new ClamDaemon();
        daemon.Reply = "stream: Eicar-Signature FOUND";
        await using var host = await StartAsync(daemon);

        var slip = await PickupTests.PutAsync(host);
        await host.Get<PickupRounds>().RunOnceAsync(default);

        Assert.Equal(PickupState.Infected, slip.State);
        Assert.Equal("pickup.notReady", await OpenAsync(host, slip));
        Assert.Equal(PickupState.Infected, Assert.Single(await host.Get<PickupDesk>().ListAsync(null, isOver: false, 10, Aid.Clerk, default)).State);
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "pickups"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Where_the_scanner_does_not_answer_the_document_waits()
    {
        var daemon = new ClamDaemon();
        await using var host = await StartAsync(daemon);
        await daemon.DisposeAsync();

        var slip = await PickupTests.PutAsync(host);

        Assert.Equal(PickupState.Unchecked, slip.State);
        Assert.Equal("pickup.notReady", await OpenAsync(host, slip));
    }

    private static Task<CaseworkHost> StartAsync(ClamDaemon daemon) => CaseworkHost.StartAsync(
        StoreProvider.Sqlite, configure: services => services.Configure<PickupOptions>(options => options.ClamAddress = daemon.Address));

    private static async Task<string?> OpenAsync(CaseworkHost host, PickupSlip slip) =>
        (await host.Get<PickupCounter>().OpenAsync(slip.Code, "王小明", Aid.IdOf(1), Guid.CreateVersion7(), default)).Failure?.Code;
}
