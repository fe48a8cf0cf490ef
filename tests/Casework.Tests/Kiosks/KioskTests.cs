using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Kiosks;

public sealed class KioskTests
{
    private const string Office = "example-centre";

    private static readonly Actor Admin = Actor.Staff("admin");

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_of_many_machines_that_type_the_same_code_becomes_the_kiosk(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var code = await InviteAsync(host);

        var enrolled = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return await host.Get<KioskDoor>().EnrolAsync(code, PublicKey(key), $"machine-{number}", default);
        }));

        Assert.Single(enrolled, result => result.Succeeded);
        Assert.All(enrolled.Where(result => !result.Succeeded), result => Assert.Contains(result.Failure!.Code, new[] { "kiosk.code", "lookup.locked" }));
        Assert.Single(await host.Get<KioskDesk>().ListAsync(Centre(host), default));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_code_ends_with_its_time_and_who_guesses_is_locked_out(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var late = await InviteAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("kiosk.code", (await EnrolAsync(host, late, key)).Failure?.Code);

        var code = await InviteAsync(host);
        for (var guess = 0; guess < 4; guess++)
            Assert.Equal("kiosk.code", (await EnrolAsync(host, "0000000", key)).Failure?.Code);

        Assert.Equal("lookup.locked", (await EnrolAsync(host, code, key)).Failure?.Code);
        host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await EnrolAsync(host, await InviteAsync(host), key)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_signature_counts_once_however_many_servers_see_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kiosk = (await EnrolAsync(host, await InviteAsync(host), key)).Value!;
        var (text, nonce) = ("signed text", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

        var admitted = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            host.Get<KioskDoor>().AdmitAsync(kiosk.Id, host.Time.GetUtcNow(), nonce, text, signature, default)));

        Assert.Single(admitted, result => result.Succeeded);
        Assert.All(admitted.Where(result => !result.Succeeded), result => Assert.Equal("kiosk.nonce", result.Failure!.Code));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_one_server_revokes_another_hears_of_within_seconds(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await using var other = await CaseworkHost.StartAsync(provider, host.Folder, host.Connection);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kiosk = (await EnrolAsync(host, await InviteAsync(host), key)).Value!;
        Assert.False((await other.Get<KioskRegister>().FindAsync(kiosk.Id, default))!.IsRevoked);

        Assert.True((await host.Get<KioskDesk>().RevokeAsync(kiosk.Id, Admin, default)).Succeeded);
        await other.Get<KioskRegister>().LookAsync(default);

        Assert.True((await other.Get<KioskRegister>().FindAsync(kiosk.Id, default))!.IsRevoked);
        Assert.Equal("kiosk.revoked", (await host.Get<KioskDesk>().ResumeAsync(kiosk.Id, Admin, default)).Failure?.Code);
        Assert.Equal("kiosk.code", (await EnrolAsync(host, "12345678", key)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_keeps_the_kiosk_it_was_made_at_and_the_office_it_belongs_to(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kiosk = (await EnrolAsync(host, await InviteAsync(host), key)).Value!.Id;
        var request = new NewRequest("legal-aid", Aid.Wages(), "kiosk", Kiosk: new AtKiosk(kiosk, Office));
        var sent = await host.Get<RequestIntake>().SubmitAsync(request, "key-1", default);
        var moved = await host.Get<RequestIntake>().SubmitAsync(request with { Kiosk = new AtKiosk(kiosk, "example-league") }, "key-1", default);

        Assert.Equal(sent.Value!.Number, moved.Value!.Number);
        var row = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Request>().SingleAsync(token), default);
        Assert.Equal((kiosk, "kiosk", Office), (row.Kiosk, row.Channel, row.Office));
        var shown = Assert.Single(await host.Get<KioskDesk>().ListAsync(Centre(host), default));
        Assert.Equal((kiosk, 1), (shown.Id, shown.Requests));
    }

    [Fact]
    public async Task Whoever_reads_a_card_stands_in_the_audit_trail_with_every_record_that_was_shown()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var kiosk = Guid.CreateVersion7();
        var first = await host.SubmitAsync();
        await host.SubmitAsync(Aid.Wages("李四", "13800138001", person: 2));

        var found = await host.Get<CardMatters>().FindAsync("王小明", Aid.IdOf(1), kiosk, default);
        await host.Get<CardMatters>().FindAsync("王小明", Aid.IdOf(3), kiosk, default);

        Assert.Equal(first.Number, Assert.Single(found.Value!).Status.Number);
        var trail = await host.Get<AuditReading>().ListAsync(new AuditFilter($"kiosk/{kiosk:N}"), Admin, default);
        Assert.Equal(["matters.none", "record.viewed"], trail.Select(line => line.Action));
        Assert.Equal($"request/{first.Number}", trail[1].Subject);
    }

    private static CentreState Centre(CaseworkHost host) => new(1, null, host.Time.GetUtcNow());

    private static string PublicKey(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static async Task<string> InviteAsync(CaseworkHost host) => (await host.Get<KioskDesk>().InviteAsync("一楼大厅", Office, Admin, default)).Value!.Code;

    private static Task<Result<KnownKiosk>> EnrolAsync(CaseworkHost host, string code, ECDsa key) => host.Get<KioskDoor>().EnrolAsync(code, PublicKey(key), "machine", default);
}
