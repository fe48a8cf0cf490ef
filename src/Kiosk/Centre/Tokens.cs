using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Contracts;
using LegalService.Kiosk.Keeping;
using Refit;

namespace LegalService.Kiosk.Centre;

/// <summary>The short-lived token that every call shows, got with the machine's key and renewed before it ends. Thread safe.</summary>
internal sealed class Tokens(
    Enrolment enrolment, MachineKeys keys, IKioskEntryApi centre, KioskClock clock, ILogger<Tokens> logger) : IDisposable
{
    private const int NonceBytes = 24;

    private readonly SemaphoreSlim _one = new(1);
    private volatile Held? _held;

    /// <summary>A token that holds for a while; null while the machine is not enrolled, or is revoked.</summary>
    /// <exception cref="HttpRequestException">The centre gives none; the line counts as cut.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellation)
    {
        if (enrolment.Current is not { Revoked: false } record)
            return null;
        if (_held is { } held && IsFresh(held, record))
            return held.Token;
        await _one.WaitAsync(cancellation);
        try
        {
            if (_held is { } newer && IsFresh(newer, record))
                return newer.Token;
            _held = await FetchAsync(record, cancellation);
            return _held?.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The centre does not take this token any more.</summary>
    public void Drop(string token)
    {
        if (_held?.Token == token)
            _held = null;
    }

    public void Dispose() => _one.Dispose();

    private bool IsFresh(Held held, EnrolmentRecord record) => held.KioskId == record.KioskId && clock.GetElapsedTime(held.Since) < held.Life * 0.8;

    private async Task<Held?> FetchAsync(EnrolmentRecord record, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(record, cancellation);
        }
        catch (ApiException refusal) when (Answered.Problem(refusal) is { } problem)
        {
            switch (problem.Code)
            {
                case "kiosk.revoked":
                    enrolment.Revoke();
                    return null;
                case "kiosk.clock" when ServerTime(refusal) is { } time:
                    clock.Compare(time, tolerance: TimeSpan.Zero);
                    return await AskAsync(record, cancellation);
                default:
                    logger.LogWarning("The centre gives no token: {Code}", problem.Code);
                    throw new HttpRequestException(problem.Code, refusal);
            }
        }
    }

    private async Task<Held> AskAsync(EnrolmentRecord record, CancellationToken cancellation)
    {
        var request = new KioskTokenRequest(record.KioskId, clock.GetUtcNow(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes)), "");
        using var key = keys.Device();
        var signature = key.SignData(Encoding.UTF8.GetBytes(request.SignedText), HashAlgorithmName.SHA256);
        var since = clock.GetTimestamp();
        var token = await centre.TokenAsync(request with { Signature = Convert.ToBase64String(signature) }, cancellation);
        return new(record.KioskId, token.Token, since, token.ExpiresAt - token.ServerTime);
    }

    private static DateTimeOffset? ServerTime(ApiException refusal)
    {
        using var problem = JsonDocument.Parse(refusal.Content!);
        return problem.RootElement.TryGetProperty("serverTime", out var time) && time.TryGetDateTimeOffset(out var read) ? read : null;
    }

    private sealed record Held(string KioskId, string Token, long Since, TimeSpan Life);
}
