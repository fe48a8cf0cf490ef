using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Matters;

/// <summary>
/// Lets a citizen in: by a code sent to the phone, or by a link from a conversation. Whether anything belongs to a phone is told to nobody but its owner: the
/// answers, and the work behind them, are the same. Several servers count together. Thread safe.
/// </summary>
public sealed class MatterDoor
{
    private const int SecretBytes = 32;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly Outbox _outbox;
    private readonly PhoneCodes _codes;
    private readonly OwnMatters _own;
    private readonly CitizenAccess _access;
    private readonly IOptions<MatterOptions> _options;
    private readonly TimeProvider _time;

    internal MatterDoor(
        CaseworkStore store, Sealer sealer, AuditTrail audit, Outbox outbox, PhoneCodes codes, OwnMatters own, CitizenAccess access, IOptions<MatterOptions> options, TimeProvider time) =>
        (_store, _sealer, _audit, _outbox, _codes, _own, _access, _options, _time) = (store, sealer, audit, outbox, codes, own, access, options, time);

    /// <summary>Minutes for which a code opens.</summary>
    public int CodeMinutes => _options.Value.CodeMinutes;

    /// <summary>
    /// Sends a code to a phone if something belongs to it, in place of an earlier one. Failures: <c>phone.invalid</c>, <c>code.tooMany</c>.
    /// </summary>
    public async Task<Result<bool>> SendCodeAsync(string phone, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(phone, out var number, out _) || !number.IsMobile)
            return MatterFailures.Phone;
        try
        {
            return await SendOnceAsync(number.Value, cancellation);
        }
        catch (UniqueViolationException)
        {
            // The first code of a phone was asked for twice at the same moment.
            return await SendOnceAsync(number.Value, cancellation);
        }
    }

    /// <summary>Opens a session with the code that was sent; it opens once. Failure: <c>code.wrong</c>.</summary>
    public async Task<Result<MatterSession>> EnterAsync(string phone, string code, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(phone, out var number, out _) || !number.IsMobile)
            return MatterFailures.WrongCode;
        if (!await _codes.TryAsync(number.Value, code, cancellation))
            return MatterFailures.WrongCode;
        return await OpenAsync(
            new(number.Value, null, null, []), (context, token) => _codes.UseAsync(context, number.Value, code, token), MatterFailures.WrongCode, cancellation);
    }

    /// <summary>
    /// Opens a session for one request by its number and pickup code, whatever the phone: for who has another number now, or none that is safe. Failures:
    /// <c>request.notFound</c>, <c>lookup.locked</c>.
    /// </summary>
    public async Task<Result<MatterSession>> EnterByCodeAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        return entered.Succeeded
            ? await OpenAsync(new(null, null, null, [entered.Value]), (_, _) => Task.FromResult(1), RequestFailures.NotFound, cancellation)
            : entered.Failure;
    }

    /// <summary>
    /// A secret that signs in, once and soon, who has a conversation: it opens the matters that the conversation follows. Null when it follows none.
    /// </summary>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="address">The conversation.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string?> LinkAsync(string channel, string address, CancellationToken cancellation)
    {
        var secret = Secret();
        return _store.WriteAsync(
            async (context, token) =>
            {
                if (!await _own.IsFollowedAsync(context, channel, address, token))
                    return null;
                var print = Print(PassKind.Link, secret);
                context.Add(new CitizenPass
                {
                    Print = print,
                    Kind = PassKind.Link,
                    Content = CitizenPass.Seal(_sealer, print, new(null, channel, address, [])),
                    Until = _time.GetUtcNow().AddMinutes(_options.Value.LinkMinutes),
                });
                return secret;
            },
            cancellation);
    }

    /// <summary>Opens a session by a link. Failure: <c>link.old</c>.</summary>
    public async Task<Result<MatterSession>> EnterByLinkAsync(string secret, CancellationToken cancellation)
    {
        var (print, now) = (Print(PassKind.Link, secret), _time.GetUtcNow());
        var link = await _store.ReadAsync((context, token) => context.Set<CitizenPass>().SingleOrDefaultAsync(pass => pass.Print == print && pass.Until > now, token), cancellation);
        return link is null
            ? MatterFailures.OldLink
            : await OpenAsync(
                link.Open(_sealer), (context, token) => context.Set<CitizenPass>().Where(pass => pass.Print == print).ExecuteDeleteAsync(token), MatterFailures.OldLink, cancellation);
    }

    /// <summary>The session of a secret, which lasts longer from now; null: there is none, or its time is over.</summary>
    public async Task<MatterSession?> FindAsync(string token, CancellationToken cancellation)
    {
        var (print, now) = (Print(PassKind.Session, token), _time.GetUtcNow());
        var pass = await _store.ReadAsync((context, stop) => context.Set<CitizenPass>().SingleOrDefaultAsync(row => row.Print == print && row.Until > now, stop), cancellation);
        if (pass is null)
            return null;
        var until = now.AddMinutes(_options.Value.SessionMinutes);
        // Once a minute is enough.
        if (pass.Until < until.AddMinutes(-1))
        {
            await _store.WriteAsync(
                (context, stop) => context.Set<CitizenPass>().Where(row => row.Print == print).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, until), stop), cancellation);
        }

        return new(token, until, pass.Open(_sealer));
    }

    /// <summary>Ends a session; nothing happens when there is none.</summary>
    public Task LeaveAsync(string token, CancellationToken cancellation)
    {
        var print = Print(PassKind.Session, token);
        return _store.WriteAsync((context, stop) => context.Set<CitizenPass>().Where(row => row.Print == print).ExecuteDeleteAsync(stop), cancellation);
    }

    /// <summary>The session comes to all of a request from now on.</summary>
    internal Task OpenMoreAsync(MatterSession session, Guid request, CancellationToken cancellation)
    {
        var print = Print(PassKind.Session, session.Token);
        return _store.WriteAsync(
            async (context, token) =>
            {
                if (await context.Set<CitizenPass>().SingleOrDefaultAsync(row => row.Print == print, token) is not { } pass)
                    return 0;
                var content = pass.Open(_sealer);
                pass.Content = CitizenPass.Seal(_sealer, print, content with { Opened = [.. content.Opened.Append(request).Distinct()] });
                return 1;
            },
            cancellation);
    }

    /// <summary>Forgets codes, sessions and links whose time is over. Safe when several servers do it at once.</summary>
    internal Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync(
            async (context, token) => await context.Set<CitizenPass>().Where(pass => pass.Until <= now).ExecuteDeleteAsync(token) + await _codes.SweepAsync(context, token),
            cancellation);
    }

    private Task<Result<bool>> SendOnceAsync(string phone, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return _store.WriteAsync<Result<bool>>(
            async (context, token) =>
            {
                if (!await _codes.KeepAsync(context, phone, code, token))
                    return MatterFailures.TooMany;
                if (await _own.WrittenToAsync(context, phone, token) is { IsKnown: true } known)
                    await _outbox.AddAsync(context, Message(phone, code, known.IsDiscreet), token);
                return true;
            },
            cancellation);
    }

    private Notification Message(string phone, string code, bool isDiscreet) => new()
    {
        Kind = NotificationKinds.OneTimeCode,
        Subject = $"code/{Guid.CreateVersion7():N}",
        Version = "1",
        Recipient = new Recipient(phone, AllowsSms: true, PrefersSms: true),
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = code,
            ["minutes"] = _options.Value.CodeMinutes.ToString(CultureInfo.InvariantCulture),
        },
        Until = _time.GetUtcNow().AddMinutes(_options.Value.CodeMinutes),
        Urgent = true,
        Neutral = isDiscreet,
    };

    /// <param name="content">Whose matters it opens.</param>
    /// <param name="use">Uses up what it was opened with: 0 when somebody else was first.</param>
    /// <param name="used">What is said then.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    private async Task<Result<MatterSession>> OpenAsync(
        PassContent content, Func<CaseworkContext, CancellationToken, Task<int>> use, Failure used, CancellationToken cancellation)
    {
        var secret = Secret();
        var (print, until) = (Print(PassKind.Session, secret), _time.GetUtcNow().AddMinutes(_options.Value.SessionMinutes));
        return await _store.WriteAsync<Result<MatterSession>>(
            async (context, token) =>
            {
                if (await use(context, token) == 0)
                    return used;
                context.Add(new CitizenPass { Print = print, Kind = PassKind.Session, Content = CitizenPass.Seal(_sealer, print, content), Until = until });
                _audit.Record(context, Actor.Citizen, "my.signedIn", $"pass/{print[..8]}");
                return new MatterSession(secret, until, content);
            },
            cancellation);
    }

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    private string Print(PassKind kind, string secret) => _sealer.Fingerprint($"pass.{kind}", secret);
}
