using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Audit;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Kiosks;

/// <summary>How machines become kiosks, and kiosks prove that they are what they say. Thread safe.</summary>
public sealed class KioskDoor
{
    /// <summary>Most characters of a machine's own name.</summary>
    public const int LongestMachine = 80;

    private const int ShortestNonce = 22;
    private const int LongestNonce = 128;

    /// <summary>Wrong codes are counted together: who guesses does not know whose code it is.</summary>
    private const string Guesses = "kiosk/enrol";

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly GuessLimit _guesses;
    private readonly KioskRegister _register;
    private readonly IOptions<KioskOptions> _options;
    private readonly TimeProvider _time;

    internal KioskDoor(
        CaseworkStore store, Sealer sealer, AuditTrail audit, GuessLimit guesses, KioskRegister register, IOptions<KioskOptions> options, TimeProvider time) =>
        (_store, _sealer, _audit, _guesses, _register, _options, _time) = (store, sealer, audit, guesses, register, options, time);

    /// <summary>
    /// Makes a machine a kiosk. The same code with the same key gives the same kiosk while the code is valid. Failures: <c>kiosk.code</c>, <c>kiosk.key</c>,
    /// <c>kiosk.machine</c>, <c>lookup.locked</c>.
    /// </summary>
    /// <param name="code">As it was typed.</param>
    /// <param name="publicKey">ECDSA over P-256, SubjectPublicKeyInfo in Base64.</param>
    /// <param name="machine">What the machine calls itself.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<KnownKiosk>> EnrolAsync(string code, string publicKey, string machine, CancellationToken cancellation)
    {
        if (machine.Trim() is not { Length: > 0 and <= LongestMachine } name)
            return KioskFailures.Machine;
        if (CanonicalKey(publicKey) is not { } key)
            return KioskFailures.Key;
        if (await _guesses.IsLockedAsync(Guesses, cancellation))
            return RequestFailures.Locked;
        var fingerprint = FingerprintOf(_sealer, Typed.Plain(code));
        var enrolled = await TryEnrolAsync(fingerprint, key, name, cancellation);
        await _guesses.NoteAsync(Guesses, enrolled.Succeeded, cancellation);
        if (!enrolled.Succeeded)
            return enrolled.Failure;
        await _register.LookAsync(cancellation);
        return (await _register.FindAsync(enrolled.Value, cancellation))!;
    }

    /// <summary>
    /// Whether a kiosk that asks for a token is the one it says. Failures: <c>kiosk.unknown</c>, <c>kiosk.revoked</c>, <c>kiosk.signature</c>, <c>kiosk.clock</c>
    /// with Details <c>serverTime</c>, <c>kiosk.nonce</c>.
    /// </summary>
    /// <param name="id">Which kiosk it says it is.</param>
    /// <param name="issuedAt">When it says it is.</param>
    /// <param name="nonce">Counts once.</param>
    /// <param name="signedText">What the signature is over.</param>
    /// <param name="signature">ECDSA with SHA-256, IEEE P1363 in Base64.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<KnownKiosk>> AdmitAsync(
        Guid id, DateTimeOffset issuedAt, string nonce, string signedText, string signature, CancellationToken cancellation)
    {
        var kiosk = await _store.ReadAsync((context, token) => context.Set<Kiosk>().SingleOrDefaultAsync(row => row.Id == id, token), cancellation);
        if (kiosk is null)
            return KioskFailures.Unknown;
        if (kiosk.RevokedAt is not null)
            return KioskFailures.Revoked;
        if (!IsSigned(kiosk.PublicKey, signedText, signature))
            return KioskFailures.Signature;
        var now = _time.GetUtcNow();
        if ((now - issuedAt).Duration() > TimeSpan.FromSeconds(_options.Value.ClockToleranceSeconds))
            return KioskFailures.Clock(now);
        return nonce.Length is >= ShortestNonce and <= LongestNonce && await IsNewAsync(id, nonce, now, cancellation)
            ? new KnownKiosk(id, kiosk.Name, kiosk.Office, IsRevoked: false, kiosk.PausedAt is not null, kiosk.Message)
            : KioskFailures.Nonce;
    }

    /// <summary>Forgets nonces that no clock would let in again, and codes that are no longer valid. Safe when several servers do it at once.</summary>
    internal Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var old = now.AddSeconds(-3 * _options.Value.ClockToleranceSeconds);
        return _store.WriteAsync(
            async (context, token) => await context.Set<KioskNonce>().Where(row => row.SeenAt < old).ExecuteDeleteAsync(token)
                + await context.Set<KioskInvitation>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(token),
            cancellation);
    }

    internal static string FingerprintOf(Sealer sealer, string code) => sealer.Fingerprint("kioskCode", code);

    private async Task<Result<Guid>> TryEnrolAsync(string fingerprint, string key, string machine, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        try
        {
            return await _store.WriteAsync<Result<Guid>>(
                async (context, token) =>
                {
                    var invitation = await context.Set<KioskInvitation>().SingleOrDefaultAsync(row => row.CodeFingerprint == fingerprint && row.ExpiresAt > now, token);
                    if (invitation is null)
                        return KioskFailures.Code;
                    if (await context.Set<Kiosk>().FindAsync([invitation.Id], token) is { } known)
                        return known.PublicKey == key && known.RevokedAt is null ? known.Id : KioskFailures.Code;
                    var kiosk = new Kiosk { Id = invitation.Id, Name = invitation.Name, Office = invitation.Office, PublicKey = key, Machine = machine, EnrolledAt = now };
                    context.Add(kiosk);
                    _audit.Record(context, Actor.Kiosk(kiosk.Id), "kiosk.enrolled", kiosk.Subject, machine);
                    return kiosk.Id;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Two machines with one code at once: the database let one of them in.
            return KioskFailures.Code;
        }
    }

    private async Task<bool> IsNewAsync(Guid id, string nonce, DateTimeOffset now, CancellationToken cancellation)
    {
        var seen = new KioskNonce { Id = _sealer.Fingerprint("kioskNonce", $"{id:N}\n{nonce}"), SeenAt = now };
        try
        {
            await _store.WriteAsync((context, _) => Task.FromResult(context.Add(seen)), cancellation);
            return true;
        }
        catch (UniqueViolationException)
        {
            return false;
        }
    }

    /// <summary>The key in its one form; null when it is none.</summary>
    private static string? CanonicalKey(string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())
                : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSigned(string publicKey, string text, string signature)
    {
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }
}
