using System.Text;
using LegalService.Casework.Notifications;
using LegalService.Casework.Pickups;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace LegalService.Casework.Tests.Pickups;

public sealed class PickupTests
{
    private const string Name = "王小明";

    private static readonly Guid Here = Guid.CreateVersion7();
    private static readonly Guid There = Guid.CreateVersion7();
    private static readonly string IdNumber = Aid.IdOf(1);

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_many_kiosks_that_ask_for_a_document_at_once_one_has_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var slip = await PutAsync(host);

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            host.Get<PickupCounter>().OpenAsync(slip.Code, Name, IdNumber, Guid.CreateVersion7(), default)));

        Assert.Single(opened, result => result.Succeeded);
        Assert.All(opened.Where(result => !result.Succeeded), result => Assert.Equal("pickup.busy", result.Failure!.Code));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_kiosk_says_many_times_at_once_is_one_receipt(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var slip = await PutAsync(host);
        var opened = (await host.Get<PickupCounter>().OpenAsync(slip.Code, Name, IdNumber, Here, default)).Value!;

        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Get<PickupCounter>().CollectedAsync(opened.Collection, Here, default)));

        Assert.Equal(new PickupReceipt(slip.Number, receipts[0].Value!.At), Assert.Single(receipts.Select(receipt => receipt.Value).Distinct()));
        Assert.Single((await host.Get<PickupDesk>().HistoryAsync(slip.Number, default)).Value!, happened => happened.Action == "pickup.collected");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_kiosk_that_never_says_what_became_of_it_lets_go_and_a_clerk_has_to_ask(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (desk, counter) = (host.Get<PickupDesk>(), host.Get<PickupCounter>());
        var slip = await PutAsync(host);
        var opened = (await counter.OpenAsync(slip.Code, Name, IdNumber, Here, default)).Value!;
        host.Time.Advance(TimeSpan.FromMinutes(11));
        await host.Get<PickupRounds>().RunOnceAsync(default);
        Assert.Equal(1, await desk.CountToAskAsync(null, default));
        Assert.Equal("pickup.notOpen", (await counter.FileAsync(opened.Collection, Here, default)).Failure?.Code);

        // The paper was in the citizen's hands; only the line was cut.
        var receipt = await counter.CollectedAsync(opened.Collection, Here, default);

        Assert.Equal(slip.Number, receipt.Value!.Number);
        Assert.Equal(0, await desk.CountToAskAsync(null, default));
        Assert.Equal("pickup.collected", (await counter.OpenAsync(slip.Code, Name, IdNumber, There, default)).Failure?.Code);
        Assert.Equal(
            ["pickup.put", "pickup.ready", "pickup.opened", "pickup.lapsed", "pickup.collected"],
            (await desk.HistoryAsync(slip.Number, default)).Value!.Select(happened => happened.Action));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_not_fetched_in_time_is_gone_and_its_person_is_forgotten_later(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var slip = await PutAsync(host);
        Assert.NotEmpty(Files(host));
        host.Time.Advance(TimeSpan.FromDays(17));
        Assert.Equal("pickup.expired", (await host.Get<PickupCounter>().OpenAsync(slip.Code, Name, IdNumber, Here, default)).Failure?.Code);

        await host.Get<PickupRounds>().RunOnceAsync(default);

        Assert.Empty(Files(host));
        var row = Assert.Single(await host.Get<PickupDesk>().ListAsync(null, isOver: true, 10, Aid.Clerk, default));
        Assert.Equal((PickupState.Expired, Name), (row.State, row.Name));
        host.Time.Advance(TimeSpan.FromDays(181));
        await host.Get<PickupRounds>().RunOnceAsync(default);
        row = Assert.Single(await host.Get<PickupDesk>().ListAsync(null, isOver: true, 10, Aid.Clerk, default));
        Assert.Equal(("", "", ""), (row.Name, row.Title, row.MaskedIdNumber));
        Assert.Equal("pickup.notFound", (await host.Get<PickupCounter>().OpenAsync(slip.Code, Name, IdNumber, Here, default)).Failure?.Code);
    }

    [Fact]
    public async Task A_document_lies_sealed_and_so_does_whose_it_is()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await PutAsync(host);

        var sealedFile = await File.ReadAllBytesAsync(Assert.Single(Files(host)));
        var row = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Pickup>().SingleAsync(token), default);

        Assert.DoesNotContain("%PDF-", Encoding.ASCII.GetString(sealedFile), StringComparison.Ordinal);
        foreach (var box in new[] { row.SealedPerson!, row.SealedTitle!, row.SealedCode! })
            Assert.DoesNotContain(Name, Encoding.UTF8.GetString(box), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_at_the_person_of_a_code_is_locked_out()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var slip = await PutAsync(host);
        for (var guess = 2; guess < 7; guess++)
            Assert.Equal("pickup.notFound", (await host.Get<PickupCounter>().OpenAsync(slip.Code, Name, Aid.IdOf(guess), Here, default)).Failure?.Code);

        Assert.Equal("lookup.locked", (await host.Get<PickupCounter>().OpenAsync(slip.Code, Name, IdNumber, Here, default)).Failure?.Code);
    }

    [Fact]
    public async Task The_code_is_sent_to_the_phone_that_was_given()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var silent = await PutAsync(host);
        var told = await PutAsync(host, phone: "13800138000");

        Assert.Empty(await host.Get<NotificationDesk>().ListAsync($"pickup/{silent.Number}", default));
        Assert.Equal(NotificationKinds.PickupReady, Assert.Single(await host.Get<NotificationDesk>().ListAsync($"pickup/{told.Number}", default)).Kind);
    }

    [Fact]
    public async Task What_cannot_be_printed_is_refused_and_leaves_nothing()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite, configure: services => services.Configure<PickupOptions>(options => options.MaxPages = 2));

        Assert.Equal("pickup.pdf", await RefusalAsync(host, Encoding.ASCII.GetBytes("a text, no PDF")));
        Assert.Equal("pickup.pdf", await RefusalAsync(host, Encoding.ASCII.GetBytes("%PDF-1.7 broken")));
        Assert.Equal("pickup.pages", await RefusalAsync(host, Pdf(3)));
        Assert.Equal("person.idNumber", await RefusalAsync(host, Pdf(1), idNumber: "150000198503120019"));
        Assert.Equal("pickup.days", await RefusalAsync(host, Pdf(1), days: 61));
        Assert.Empty(Files(host));
    }

    [Fact]
    public async Task A_clerk_takes_a_document_back_but_not_out_of_a_kiosks_hands()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var (desk, counter) = (host.Get<PickupDesk>(), host.Get<PickupCounter>());
        var slip = await PutAsync(host);
        var opened = (await counter.OpenAsync(slip.Code, Name, IdNumber, Here, default)).Value!;
        Assert.Equal("pickup.busy", (await desk.WithdrawAsync(slip.Number, Aid.Clerk, default)).Failure?.Code);
        await counter.ReleaseAsync(opened.Collection, Here, default);

        Assert.True((await desk.WithdrawAsync(slip.Number, Aid.Clerk, default)).Succeeded);

        Assert.Equal("pickup.notFound", (await counter.OpenAsync(slip.Code, Name, IdNumber, Here, default)).Failure?.Code);
        Assert.Equal("pickup.state", (await desk.SlipAsync(slip.Number, Aid.Clerk, default)).Failure?.Code);
        Assert.Equal("pickup.notOpen", (await counter.CollectedAsync(opened.Collection, Here, default)).Failure?.Code);
    }

    internal static async Task<PickupSlip> PutAsync(CaseworkHost host, string? phone = null)
    {
        using var pdf = new MemoryStream(Pdf(2));
        var put = await host.Get<PickupDesk>().PutAsync(new NewPickup("民事调解书", Name, IdNumber, Phone: phone, Office: "example-centre"), pdf, Aid.Clerk, default);
        Assert.True(put.Succeeded, put.Failure?.Message);
        return put.Value;
    }

    internal static byte[] Pdf(int pages)
    {
        using var builder = new PdfDocumentBuilder();
        for (var page = 0; page < pages; page++)
            builder.AddPage(PageSize.A4);
        return builder.Build();
    }

    private static async Task<string?> RefusalAsync(CaseworkHost host, byte[] content, string? idNumber = null, int? days = null)
    {
        using var stream = new MemoryStream(content);
        return (await host.Get<PickupDesk>().PutAsync(new NewPickup("材料", Name, idNumber ?? IdNumber, days), stream, Aid.Clerk, default)).Failure?.Code;
    }

    private static string[] Files(CaseworkHost host) =>
        Directory.Exists(Path.Combine(host.Folder, "pickups")) ? Directory.GetFiles(Path.Combine(host.Folder, "pickups"), "*", SearchOption.AllDirectories) : [];
}
