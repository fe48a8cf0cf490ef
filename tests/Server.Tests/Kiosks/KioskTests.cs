using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Handovers;
using LegalService.Casework.Kiosks;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using LegalService.Server.Tests.Hosting;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Server.Tests.Kiosks;

public sealed class KioskTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private static readonly Actor Admin = Actor.Staff("admin");

    private KioskDesk Desk => shared.Server.Services.GetRequiredService<KioskDesk>();

    [Fact]
    public async Task A_code_makes_one_machine_a_kiosk()
    {
        using var machine = Machine.New(shared);
        using var other = Machine.New(shared);
        var code = await Machine.InviteAsync(shared);

        var kiosk = await machine.Entry.EnrolAsync(new($"{code[..4]} {code[4..]}", machine.PublicKey, "kiosk-01"));
        var again = await machine.Entry.EnrolAsync(new(code, machine.PublicKey, "kiosk-01"));

        Assert.Equal(kiosk, again);
        Assert.Equal(("一楼大厅", Machine.Office), (kiosk.Name, kiosk.Office));
        await Refused.WithAsync("kiosk.code", HttpStatusCode.BadRequest, () => other.Entry.EnrolAsync(new(code, other.PublicKey, "kiosk-02")));
        await Refused.WithAsync("kiosk.key", HttpStatusCode.BadRequest, () => other.Entry.EnrolAsync(new(code, "AAAA", "kiosk-02")));
        await Refused.WithAsync("kiosk.machine", HttpStatusCode.BadRequest, () => other.Entry.EnrolAsync(new(code, other.PublicKey, " ")));
    }

    [Fact]
    public async Task A_token_is_given_for_the_kiosks_own_signature_of_this_moment_once()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        using var other = Machine.New(shared);
        var once = machine.Sign(machine.Kiosk.KioskId);
        await machine.Entry.TokenAsync(once);

        await Refused.WithAsync("kiosk.nonce", HttpStatusCode.Unauthorized, () => machine.Entry.TokenAsync(once));
        await Refused.WithAsync("kiosk.nonce", HttpStatusCode.Unauthorized, () => machine.Entry.TokenAsync(machine.Sign(machine.Kiosk.KioskId, nonce: "short")));
        await Refused.WithAsync("kiosk.signature", HttpStatusCode.Unauthorized, () => machine.Entry.TokenAsync(other.Sign(machine.Kiosk.KioskId)));
        await Refused.WithAsync("kiosk.unknown", HttpStatusCode.Unauthorized, () => machine.Entry.TokenAsync(machine.Sign("nobody")));
        var late = await Assert.ThrowsAnyAsync<ApiException>(() => machine.Entry.TokenAsync(machine.Sign(machine.Kiosk.KioskId, TimeSpan.FromHours(-3))));
        using var problem = JsonDocument.Parse(late.Content!);
        Assert.Equal("kiosk.clock", problem.RootElement.Text("code"));
        Assert.InRange(problem.RootElement.GetProperty("serverTime").GetDateTimeOffset(), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task A_token_opens_what_kiosks_may_do_and_nothing_of_the_staff()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        await machine.Api.HeartbeatAsync(KioskMachine.Beat());

        foreach (var address in new[] { "/api/v1/staff/members", "/api/v1/staff/session", "/_blazor/negotiate" })
        {
            using var refused = await machine.Client.GetAsync(address);
            await refused.AssertProblemAsync(HttpStatusCode.Unauthorized, "staff.signedOut");
        }

        await Refused.WithAsync("kiosk.token", HttpStatusCode.Unauthorized, () => RestService.For<IKioskApi>(shared.Client).CorpusAsync());
        machine.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Kiosk", "forged");
        await Refused.WithAsync("kiosk.token", HttpStatusCode.Unauthorized, () => machine.Api.HeartbeatAsync(KioskMachine.Beat()));
        await Refused.WithAsync("kiosk.token", HttpStatusCode.Unauthorized, () => machine.Citizens.SubmitAsync(new("legal-aid", new Dictionary<string, JsonElement>()), CaseworkServer.NewKey()));
    }

    [Fact]
    public async Task What_the_console_says_counts_at_the_next_call()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var heard = await machine.Api.HeartbeatAsync(KioskMachine.Beat());
        Assert.Equal((false, null, KioskHeartbeatRequest.CurrentApi), (heard.Paused, heard.Message, heard.ApiVersion));

        await Desk.PauseAsync(Id(machine), "正在检修", Admin, default);
        heard = await machine.Api.HeartbeatAsync(KioskMachine.Beat());
        Assert.Equal((true, "正在检修"), (heard.Paused, heard.Message));
        await Refused.WithAsync("kiosk.paused", HttpStatusCode.ServiceUnavailable, () => machine.Api.MattersAsync(new("巴特尔", Citizen.IdNumber(1))));

        await Desk.ResumeAsync(Id(machine), Admin, default);
        Assert.False((await machine.Api.HeartbeatAsync(KioskMachine.Beat())).Paused);

        await Desk.RevokeAsync(Id(machine), Admin, default);
        await Refused.WithAsync("kiosk.revoked", HttpStatusCode.Unauthorized, () => machine.Api.HeartbeatAsync(KioskMachine.Beat()));
        await Refused.WithAsync("kiosk.revoked", HttpStatusCode.Unauthorized, machine.TakeTokenAsync);
    }

    [Fact]
    public async Task A_heartbeat_that_makes_no_sense_is_refused()
    {
        using var machine = await Machine.EnrolledAsync(shared);

        foreach (var beat in new[] { KioskMachine.Beat() with { Version = "" }, KioskMachine.Beat() with { Devices = [new("printer", "exploded")] }, KioskMachine.Beat() with { Problems = [new string('x', 500)] } })
            await Refused.WithAsync("heartbeat.invalid", HttpStatusCode.BadRequest, () => machine.Api.HeartbeatAsync(beat));
    }

    [Fact]
    public async Task Whose_card_was_read_sees_what_is_underway_for_him_and_nobody_elses()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var answers = await Citizen.FillInAsync(machine.Citizens, "legal-aid", 701);
        var sent = await machine.Citizens.SubmitAsync(new("legal-aid", answers), CaseworkServer.NewKey());
        await machine.Citizens.SubmitAsync(new("legal-aid", await Citizen.FillInAsync(machine.Citizens, "legal-aid", 702)), CaseworkServer.NewKey());

        var found = await machine.Api.MattersAsync(new("巴特尔", Citizen.IdNumber(701)));

        var matter = Assert.Single(found.Requests);
        Assert.Equal((sent.Number, "legal-aid", "received"), (matter.Number, matter.Service, matter.State));
        Assert.NotNull(matter.NextDue);
        Assert.Empty((await machine.Api.MattersAsync(new("巴特尔", Citizen.IdNumber(703)))).Requests);
        await Refused.WithAsync("person.idNumber", HttpStatusCode.BadRequest, () => machine.Api.MattersAsync(new("巴特尔", "150000190001010000")));
    }

    [Fact]
    public async Task A_call_back_that_is_asked_for_twice_under_one_key_is_one()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var (key, asked) = (CaseworkServer.NewKey(), new KioskCallbackRequest("13900000701", "想约远程公证", "巴特尔"));

        Assert.Equal(await machine.Api.CallBackAsync(asked, key), await machine.Api.CallBackAsync(asked, key));

        var calls = await shared.Server.Services.GetRequiredService<CallbackDesk>().DueAsync(Admin, default);
        var call = Assert.Single(calls, call => call.Phone == "13900000701");
        Assert.Equal(("kiosk", "想约远程公证", "巴特尔"), (call.Channel, call.About, call.Name));
        await Refused.WithAsync("idempotency.mismatch", HttpStatusCode.Conflict, () => machine.Api.CallBackAsync(asked with { About = "别的事" }, key));
        await Refused.WithAsync("phone.length", HttpStatusCode.BadRequest, () => machine.Api.CallBackAsync(asked with { Phone = "1390" }, CaseworkServer.NewKey()));
    }

    [Fact]
    public async Task The_corpus_is_signed_by_the_centre_and_a_transfer_goes_on_where_it_broke_off()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var corpus = await Eventually.ReadAsync(async () => await TryAsync(machine.Api.CorpusAsync), found => found is not null);

        using var beginning = await machine.Api.CorpusFileAsync(corpus!.Version, "bytes=0-999");
        using var rest = await machine.Api.CorpusFileAsync(corpus.Version, "bytes=1000-");
        byte[] zip = [.. await beginning.Content.ReadAsByteArrayAsync(), .. await rest.Content.ReadAsByteArrayAsync()];

        Assert.Equal(HttpStatusCode.PartialContent, beginning.StatusCode);
        Assert.Equal((corpus.Bytes, corpus.Sha256), (zip.Length, Convert.ToHexStringLower(SHA256.HashData(zip))));
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(machine.Kiosk.SigningKey), out _);
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(corpus.SignedText), Convert.FromBase64String(corpus.Signature), HashAlgorithmName.SHA256));
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Contains(archive.Entries, entry => entry.FullName.StartsWith("corpus/faq/", StringComparison.Ordinal));
        Assert.NotNull(archive.GetEntry("corpus/services/legal-aid.yaml"));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("corpus/places", StringComparison.Ordinal));
        var places = await JsonSerializer.DeserializeAsync<PlaceResponse[]>(archive.GetEntry(KioskCorpusResponse.PlacesFile)!.Open(), JsonSerializerOptions.Web);
        Assert.Contains(places!, place => place.Id == Machine.Office);
        using var gone = await machine.Api.CorpusFileAsync("0000000000000000");
        await gone.AssertProblemAsync(HttpStatusCode.Gone, "kiosk.corpusGone");
    }

    [Fact]
    public async Task A_corpus_that_changes_has_another_version()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var before = await Eventually.ReadAsync(async () => await TryAsync(machine.Api.CorpusAsync), found => found is not null);

        await File.WriteAllTextAsync(Path.Combine(shared.Server.Corpus, "lexicon", "kiosk-test.csv"), "# 新词\n");

        var after = await Eventually.ReadAsync(() => machine.Api.CorpusAsync(), found => found.Version != before!.Version);
        Assert.NotEqual(before!.Sha256, after.Sha256);
        using var former = await machine.Api.CorpusFileAsync(before.Version, "bytes=0-9");
        Assert.Equal(HttpStatusCode.PartialContent, former.StatusCode);
    }

    private static Guid Id(KioskMachine machine) => Guid.Parse(machine.Kiosk.KioskId);

    private static async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> read)
        where T : class
    {
        try
        {
            return await read(default);
        }
        catch (ApiException exception) when (exception.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }
    }
}
