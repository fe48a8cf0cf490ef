using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LegalService.Contracts;
using Refit;

namespace LegalService.Support;

/// <summary>A machine with a key of its own, as a kiosk has it, and what it says to the centre.</summary>
public sealed class KioskMachine : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="client">Goes to the centre; the machine puts its token on it, and disposes of it.</param>
    public KioskMachine(HttpClient client) =>
        (Client, Entry, Api, Citizens) = (client, RestService.For<IKioskEntryApi>(client), RestService.For<IKioskApi>(client), RestService.For<ILegalServiceApi>(client));

    /// <summary>The line to the centre.</summary>
    public HttpClient Client { get; }

    /// <summary>What it may ask without a token.</summary>
    public IKioskEntryApi Entry { get; }

    /// <summary>What only a kiosk may ask.</summary>
    public IKioskApi Api { get; }

    /// <summary>The shared API, with the kiosk's token.</summary>
    public ILegalServiceApi Citizens { get; }

    /// <summary>What enrolment gave.</summary>
    public KioskEnrolmentResponse Kiosk { get; private set; } = null!;

    /// <summary>Its key, as enrolment takes it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>Becomes a kiosk and takes a token.</summary>
    public async Task EnrolAsync(string code)
    {
        Kiosk = await Entry.EnrolAsync(new(code, PublicKey, "kiosk-01"));
        await TakeTokenAsync();
    }

    /// <summary>Takes a token and shows it from now on.</summary>
    public async Task TakeTokenAsync()
    {
        var token = await Entry.TokenAsync(Sign(Kiosk.KioskId));
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Kiosk", token.Token);
    }

    /// <summary>Asks for a token, signed with this machine's key.</summary>
    /// <param name="kioskId">As which kiosk.</param>
    /// <param name="clockOffset">By how much its clock is fast.</param>
    /// <param name="nonce">Null: a new one.</param>
    public KioskTokenRequest Sign(string kioskId, TimeSpan clockOffset = default, string? nonce = null)
    {
        var request = new KioskTokenRequest(kioskId, TimeProvider.System.GetUtcNow() + clockOffset, nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), "");
        return request with { Signature = Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(request.SignedText), HashAlgorithmName.SHA256)) };
    }

    /// <summary>Says that it is well, but for what is given.</summary>
    public static KioskHeartbeatRequest Beat(IReadOnlyList<KioskDevice>? devices = null) => new(
        "1.0.0", KioskHeartbeatRequest.CurrentApi, null, TimeProvider.System.GetUtcNow(), null, devices ?? [new("printer", "ok"), new("idReader", "ok")], new(0), 20_000_000_000, 0.2, []);

    /// <inheritdoc />
    public void Dispose()
    {
        _key.Dispose();
        Client.Dispose();
    }
}
