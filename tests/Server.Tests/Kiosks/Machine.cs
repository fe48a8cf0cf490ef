using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using LegalService.Server.Tests.Description;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Server.Tests.Kiosks;

/// <summary>A machine with a key of its own, as a kiosk has it.</summary>
internal sealed class Machine : IDisposable
{
    public const string Office = "example-centre";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpClient _client;

    public Machine(CaseworkServer server)
    {
        Server = server;
        _client = new HttpClient(new DescribedRefusals()) { BaseAddress = server.Server.Client.BaseAddress };
        (Entry, Api, Citizen) = (RestService.For<IKioskEntryApi>(_client), RestService.For<IKioskApi>(_client), RestService.For<ILegalServiceApi>(_client));
    }

    public IKioskEntryApi Entry { get; }

    public IKioskApi Api { get; }

    /// <summary>The shared API with the kiosk's token.</summary>
    public ILegalServiceApi Citizen { get; }

    public KioskEnrolmentResponse Kiosk { get; private set; } = null!;

    public Guid Id => Guid.Parse(Kiosk.KioskId);

    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public HttpClient Client => _client;

    private CaseworkServer Server { get; }

    /// <summary>A machine that is a kiosk and holds a token.</summary>
    public static async Task<Machine> EnrolledAsync(CaseworkServer server)
    {
        var machine = new Machine(server);
        machine.Kiosk = await machine.Entry.EnrolAsync(new(await machine.InviteAsync(), machine.PublicKey, "kiosk-01"));
        await machine.TakeTokenAsync();
        return machine;
    }

    public async Task<string> InviteAsync()
    {
        var invited = await Server.Server.Services.GetRequiredService<KioskDesk>().InviteAsync("一楼大厅", Office, Actor.Staff("admin"), default);
        return invited.Value!.Code;
    }

    public async Task TakeTokenAsync()
    {
        var token = await Entry.TokenAsync(Sign(Kiosk.KioskId));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Kiosk", token.Token);
    }

    public KioskTokenRequest Sign(string kioskId, TimeSpan clockOffset = default, string? nonce = null)
    {
        var request = new KioskTokenRequest(kioskId, TimeProvider.System.GetUtcNow() + clockOffset, nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), "");
        return request with { Signature = Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(request.SignedText), HashAlgorithmName.SHA256)) };
    }

    public void Dispose()
    {
        _key.Dispose();
        _client.Dispose();
    }
}
