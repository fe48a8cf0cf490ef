using System.Security.Cryptography;
using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Kiosks;

/// <summary>What an administrator does with kiosks. Changes fail with <c>kiosk.notFound</c>, or <c>kiosk.revoked</c> for one that was revoked. Thread safe.</summary>
public sealed class KioskDesk
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>Most characters of what a screen shows.</summary>
    public const int LongestMessage = 200;

    private const int CodeDigits = 8;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly KioskRegister _register;
    private readonly PlaceCatalog _places;
    private readonly IOptions<KioskOptions> _options;
    private readonly TimeProvider _time;

    internal KioskDesk(
        CaseworkStore store, Sealer sealer, AuditTrail audit, KioskRegister register, PlaceCatalog places, IOptions<KioskOptions> options, TimeProvider time) =>
        (_store, _sealer, _audit, _register, _places, _options, _time) = (store, sealer, audit, register, places, options, time);

    /// <summary>A code with which one machine becomes a kiosk. Failures: <c>kiosk.name</c>, <c>kiosk.office</c>.</summary>
    public async Task<Result<KioskInvited>> InviteAsync(string name, string office, Actor by, CancellationToken cancellation)
    {
        if (Refuse(name, office) is { } failure)
            return failure;
        for (; ; )
        {
            var code = RandomNumberGenerator.GetString("0123456789", CodeDigits);
            var invitation = new KioskInvitation
            {
                CodeFingerprint = KioskDoor.FingerprintOf(_sealer, code),
                Name = name.Trim(),
                Office = office,
                ExpiresAt = _time.GetUtcNow().AddMinutes(_options.Value.CodeMinutes),
            };
            try
            {
                await _store.WriteAsync(
                    (context, _) =>
                    {
                        _audit.Record(context, by, "kiosk.invited", Kiosk.SubjectOf(invitation.Id), invitation.Name);
                        return Task.FromResult(context.Add(invitation));
                    },
                    cancellation);
                return new KioskInvited(code, BeijingTime.Of(invitation.ExpiresAt));
            }
            catch (UniqueViolationException)
            {
                // Another one has this code.
            }
        }
    }

    /// <summary>All of them, those in use first, by name.</summary>
    /// <param name="centre">What they should have.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<KioskRow>> ListAsync(CentreState centre, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var since = now.AddDays(-_options.Value.CountDays);
        var (kiosks, made) = await _store.ReadAsync(
            async (context, token) => (
                await context.Set<Kiosk>().ToListAsync(token),
                await context.Set<Request>().Where(request => request.Kiosk != null && request.ReceivedAt >= since).GroupBy(request => request.Kiosk!.Value)
                    .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, token)),
            cancellation);
        return
        [
            .. kiosks.OrderBy(kiosk => kiosk.RevokedAt is not null).ThenBy(kiosk => kiosk.Name, StringComparer.Ordinal).ThenBy(kiosk => kiosk.Id)
                .Select(kiosk => RowOf(kiosk, centre, now, made.GetValueOrDefault(kiosk.Id))),
        ];
    }

    /// <summary>Calls it something else, or gives it to another office. Failures besides: <c>kiosk.name</c>, <c>kiosk.office</c>.</summary>
    public async Task<Result<bool>> RenameAsync(Guid id, string name, string office, Actor by, CancellationToken cancellation) =>
        Refuse(name, office) is { } failure
            ? failure
            : await ChangeAsync(id, by, "kiosk.renamed", $"{name.Trim()} {office}", kiosk => (kiosk.Name, kiosk.Office) = (name.Trim(), office), cancellation);

    /// <summary>Puts its screen out of use. Failure besides: <c>kiosk.message</c>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="message">What the screen shows in its place; null: what it says by itself.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<bool>> PauseAsync(Guid id, string? message, Actor by, CancellationToken cancellation) =>
        SayAsync(id, message, by, "kiosk.paused", kiosk => kiosk.PausedAt ??= _time.GetUtcNow(), cancellation);

    /// <summary>Puts its screen into use again, without a message.</summary>
    public Task<Result<bool>> ResumeAsync(Guid id, Actor by, CancellationToken cancellation) =>
        SayAsync(id, null, by, "kiosk.resumed", kiosk => kiosk.PausedAt = null, cancellation);

    /// <summary>Has its screen show something on top. Failure besides: <c>kiosk.message</c>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="message">Null: nothing any more.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<bool>> TellAsync(Guid id, string? message, Actor by, CancellationToken cancellation) =>
        SayAsync(id, message, by, "kiosk.told", _ => { }, cancellation);

    /// <summary>It may no longer speak to the centre, from its next call on and for good.</summary>
    public Task<Result<bool>> RevokeAsync(Guid id, Actor by, CancellationToken cancellation) =>
        ChangeAsync(id, by, "kiosk.revoked", null, kiosk => kiosk.RevokedAt = _time.GetUtcNow(), cancellation);

    private async Task<Result<bool>> SayAsync(Guid id, string? message, Actor by, string action, Action<Kiosk> change, CancellationToken cancellation)
    {
        var words = string.IsNullOrWhiteSpace(message) ? null : message.Trim();
        if (words is { Length: > LongestMessage })
            return KioskFailures.Message;
        return await ChangeAsync(
            id, by, action, words,
            kiosk =>
            {
                kiosk.Message = words;
                change(kiosk);
            },
            cancellation);
    }

    private async Task<Result<bool>> ChangeAsync(Guid id, Actor by, string action, string? detail, Action<Kiosk> change, CancellationToken cancellation)
    {
        var changed = await _store.WriteAsync<Result<bool>>(
            async (context, token) =>
            {
                if (await context.Set<Kiosk>().FindAsync([id], token) is not { } kiosk)
                    return KioskFailures.NotFound;
                if (kiosk.RevokedAt is not null)
                    return KioskFailures.Revoked;
                change(kiosk);
                _audit.Record(context, by, action, kiosk.Subject, detail);
                return true;
            },
            cancellation);
        await _register.LookAsync(cancellation);
        return changed;
    }

    private Failure? Refuse(string name, string office) =>
        name.Trim() is not { Length: > 0 and <= LongestName } ? KioskFailures.Name : _places.Find(office) is null ? KioskFailures.Office : null;

    private KioskRow RowOf(Kiosk kiosk, CentreState centre, DateTimeOffset now, int requests)
    {
        var report = kiosk.Report is { } json ? JsonSerializer.Deserialize<KioskReport>(json) : null;
        return new(
            kiosk.Id,
            kiosk.Name,
            kiosk.Office,
            kiosk.Machine,
            kiosk.EnrolledAt,
            kiosk.RevokedAt,
            kiosk.PausedAt,
            kiosk.Message,
            kiosk.SeenAt,
            report,
            kiosk.RevokedAt is null ? KioskAlarms.Of(kiosk.SeenAt ?? kiosk.EnrolledAt, report, centre, _options.Value, now) : [],
            requests);
    }
}
