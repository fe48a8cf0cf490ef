using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Pickups;

/// <summary>
/// Hands documents out at kiosks: to the right person with the right code, once. Which of two kiosks has it the database decides. Thread safe.
/// </summary>
public sealed class PickupCounter
{
    private const string Looked = "pickup.file";
    private const int Tries = 5;

    private readonly CaseworkStore _store;
    private readonly SealedFolder _files;
    private readonly Sealer _sealer;
    private readonly PickupPeople _people;
    private readonly GuessLimit _guesses;
    private readonly AuditTrail _audit;
    private readonly IOptions<PickupOptions> _options;
    private readonly TimeProvider _time;

    internal PickupCounter(
        CaseworkStore store, SealedFolder files, Sealer sealer, PickupPeople people, GuessLimit guesses, AuditTrail audit, IOptions<PickupOptions> options, TimeProvider time) =>
        (_store, _files, _sealer, _people, _guesses, _audit, _options, _time) = (store, files, sealer, people, guesses, audit, options, time);

    /// <summary>
    /// Keeps a document for a kiosk. Failures: <c>person.name</c>, <c>person.idNumber</c>, <c>pickup.notFound</c> (wrong code or wrong person),
    /// <c>lookup.locked</c>, <c>pickup.notReady</c>, <c>pickup.busy</c>, <c>pickup.collected</c>, <c>pickup.expired</c>.
    /// </summary>
    /// <param name="code">As it was typed.</param>
    /// <param name="name">As the identity card says.</param>
    /// <param name="idNumber">As the identity card says.</param>
    /// <param name="kiosk">Where.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<PickupOpened>> OpenAsync(string code, string name, string idNumber, Guid kiosk, CancellationToken cancellation)
    {
        var person = CardPerson.Read(name, idNumber, BeijingTime.Today(_time));
        if (!person.Succeeded)
            return person.Failure;
        var wanted = PickupCode.Normalise(code) ?? "";
        var fingerprint = _people.CodeFingerprint(wanted);
        var presented = _people.Fingerprint(person.Value.Name, person.Value.IdNumber);
        var found = await _store.ReadAsync((context, token) => context.Set<Pickup>().SingleOrDefaultAsync(pickup => pickup.CodeFingerprint == fingerprint, token), cancellation);
        if (await _guesses.IsLockedAsync(GuessKey(wanted), cancellation))
            return RequestFailures.Locked;
        var stored = found?.PersonFingerprint is { Length: > 0 } whose ? whose : new string('-', presented.Length);
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(presented)) && found is not null;
        await _guesses.NoteAsync(GuessKey(wanted), isRight, cancellation);
        return isRight ? await OpenAsync(found!, kiosk, cancellation) : PickupFailures.NotFound;
    }

    /// <summary>The document as PDF; noted in the audit trail before it is given. Failure: <c>pickup.notOpen</c>.</summary>
    public async Task<Result<Stream>> FileAsync(string collection, Guid kiosk, CancellationToken cancellation)
    {
        var id = await ChangeAsync<string>(
            collection, kiosk, Looked,
            (pickup, now) => pickup.State == PickupState.Open && pickup.OpenUntil > now ? pickup.Id : PickupFailures.NotOpen, cancellation);
        if (!id.Succeeded)
            return id.Failure;
        return _files.Open(id.Value) is { } content ? (Result<Stream>)content : PickupFailures.NotOpen;
    }

    /// <summary>
    /// It is in the citizen's hands. Taken also when it comes late, as over a line that was cut, unless another kiosk has opened it since. Failure:
    /// <c>pickup.notOpen</c>.
    /// </summary>
    public Task<Result<PickupReceipt>> CollectedAsync(string collection, Guid kiosk, CancellationToken cancellation) => ChangeAsync<PickupReceipt>(
        collection, kiosk, "pickup.collected",
        (pickup, now) =>
        {
            if (pickup.State is PickupState.Open or PickupState.Ready or PickupState.Expired)
                (pickup.State, pickup.EndedAt, pickup.MustAsk) = (PickupState.Collected, now, false);
            return pickup is { State: PickupState.Collected, EndedAt: { } at } ? new PickupReceipt(pickup.Number, BeijingTime.Of(at)) : PickupFailures.NotOpen;
        },
        cancellation);

    /// <summary>It could not be printed and can be fetched again. Failure: <c>pickup.notOpen</c>.</summary>
    public Task<Result<bool>> ReleaseAsync(string collection, Guid kiosk, CancellationToken cancellation) => ChangeAsync<bool>(
        collection, kiosk, "pickup.released",
        (pickup, _) =>
        {
            if (pickup.State is not (PickupState.Open or PickupState.Ready))
                return PickupFailures.NotOpen;
            (pickup.State, pickup.OpenUntil, pickup.MustAsk) = (PickupState.Ready, null, false);
            return true;
        },
        cancellation);

    private static string GuessKey(string code) => $"pickup/{code}";

    private async Task<Result<PickupOpened>> OpenAsync(Pickup found, Guid kiosk, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (Refusal(found, now) is { } failure)
            return failure;
        var (collection, until) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), now.AddMinutes(_options.Value.OpenMinutes));
        var fingerprint = _people.CollectionFingerprint(collection);
        var opened = await _store.WriteAsync(
            async (context, token) =>
            {
                // The database decides between two kiosks.
                var count = await context.Set<Pickup>()
                    .Where(pickup => pickup.Id == found.Id && (pickup.State == PickupState.Ready || (pickup.State == PickupState.Open && pickup.OpenUntil <= now)))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(pickup => pickup.State, PickupState.Open).SetProperty(pickup => pickup.Collection, fingerprint)
                            .SetProperty(pickup => pickup.Kiosk, kiosk).SetProperty(pickup => pickup.OpenUntil, until)
                            .SetProperty(pickup => pickup.MustAsk, pickup => pickup.MustAsk || pickup.State == PickupState.Open),
                        token);
                if (count == 1)
                    _audit.Record(context, Actor.Kiosk(kiosk), "pickup.opened", found.Subject);
                return count == 1;
            },
            cancellation);
        return opened
            ? new PickupOpened(collection, _sealer.Open(found.SealedTitle!, found.TitlePlace), found.Pages, found.Office, BeijingTime.Of(until))
            : PickupFailures.Busy;
    }

    private static Failure? Refusal(Pickup pickup, DateTimeOffset now) => pickup.State switch
    {
        PickupState.Unchecked or PickupState.Infected => PickupFailures.NotReady,
        PickupState.Collected => PickupFailures.Collected,
        PickupState.Withdrawn => PickupFailures.NotFound,
        PickupState.Open when pickup.OpenUntil > now => PickupFailures.Busy,
        PickupState.Expired => PickupFailures.Expired,
        _ => pickup.ExpiresAt <= now ? PickupFailures.Expired : null,
    };

    private async Task<Result<T>> ChangeAsync<T>(
        string collection, Guid kiosk, string action, Func<Pickup, DateTimeOffset, Result<T>> change, CancellationToken cancellation)
    {
        var fingerprint = _people.CollectionFingerprint(collection);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _store.WriteAsync((context, token) => ChangeOnceAsync(context, fingerprint, kiosk, action, change, token), cancellation);
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                // The same was said twice at once, or its time was over at this moment: see again how it is.
            }
        }
    }

    private async Task<Result<T>> ChangeOnceAsync<T>(
        CaseworkContext context, string fingerprint, Guid kiosk, string action, Func<Pickup, DateTimeOffset, Result<T>> change, CancellationToken cancellation)
    {
        if (await context.Set<Pickup>().SingleOrDefaultAsync(row => row.Collection == fingerprint && row.Kiosk == kiosk, cancellation) is not { } pickup)
            return PickupFailures.NotOpen;
        var before = (pickup.State, pickup.MustAsk);
        var changed = change(pickup, _time.GetUtcNow());
        // What is said twice happened once; every look at the document is one.
        if (changed.Succeeded && (action == Looked || before != (pickup.State, pickup.MustAsk)))
            _audit.Record(context, Actor.Kiosk(kiosk), action, pickup.Subject);
        return changed;
    }
}
