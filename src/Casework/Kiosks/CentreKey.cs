using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Kiosks;

/// <summary>The key that the centre signs corpora with: made once, sealed in the store, the same for all servers. Thread safe.</summary>
public sealed class CentreKey : IDisposable
{
    private const string Name = "kiosk.signingKey";

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly SemaphoreSlim _loading = new(1);

    private volatile byte[]? _key;

    internal CentreKey(CaseworkStore store, Sealer sealer) => (_store, _sealer) = (store, sealer);

    /// <summary>Its public half: ECDSA over P-256, SubjectPublicKeyInfo in Base64.</summary>
    public async Task<string> PublicKeyAsync(CancellationToken cancellation)
    {
        using var key = await LoadAsync(cancellation);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>ECDSA with SHA-256 over the text in UTF-8: IEEE P1363 in Base64.</summary>
    public async Task<string> SignAsync(string text, CancellationToken cancellation)
    {
        using var key = await LoadAsync(cancellation);
        return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
    }

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();

    private async Task<ECDsa> LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            _key ??= await ReadAsync(cancellation) ?? await MakeAsync(cancellation);
        }
        finally
        {
            _loading.Release();
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_key, out _);
        return key;
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellation) =>
        await _store.ReadAsync((context, token) => context.Set<StoreFact>().SingleOrDefaultAsync(fact => fact.Name == Name, token), cancellation) is { } fact
            ? _sealer.OpenBytes(Convert.FromBase64String(fact.Value), Name)
            : null;

    private async Task<byte[]> MakeAsync(CancellationToken cancellation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = key.ExportPkcs8PrivateKey();
        try
        {
            await _store.WriteAsync(
                (context, _) => Task.FromResult(context.Add(new StoreFact { Name = Name, Value = Convert.ToBase64String(_sealer.Seal(made, Name)) })), cancellation);
            return made;
        }
        catch (UniqueViolationException)
        {
            // Another server made it at the same moment.
            return (await ReadAsync(cancellation))!;
        }
    }
}
