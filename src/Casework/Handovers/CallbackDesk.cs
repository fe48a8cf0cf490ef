using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Handovers;

/// <summary>Calls that were promised to citizens who found nobody there. Thread safe.</summary>
public sealed class CallbackDesk
{
    private const int LongestAbout = 500;
    private const int LongestName = 40;

    private readonly CaseworkStore _store;
    private readonly OnceOnly _once;
    private readonly Sealer _sealer;
    private readonly HandoverHours _hours;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;
    private readonly HandoverOptions _options;

    internal CallbackDesk(
        CaseworkStore store, OnceOnly once, Sealer sealer, HandoverHours hours, AuditTrail audit, TimeProvider time, IOptions<HandoverOptions> options) =>
        (_store, _once, _sealer, _hours, _audit, _time, _options) = (store, once, sealer, hours, audit, time, options.Value);

    /// <summary>
    /// Promises a call. Call it only after the citizen has agreed that the number is kept for it. A conversation has one call at a time: the last number counts.
    /// </summary>
    /// <returns>By when; or the failure of the number (<c>phone.length</c>, <c>phone.areaCode</c>, <c>phone.format</c>).</returns>
    public async Task<Result<DateTimeOffset>> AskAsync(string conversation, string channel, string phone, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(phone, out var number, out var code))
            return WrongNumber(code);
        var (now, due) = (_time.GetUtcNow(), _hours.CallbackDue());
        try
        {
            return await _store.WriteAsync<Result<DateTimeOffset>>(
                async (context, token) =>
                {
                    var row = await context.Set<Callback>().SingleOrDefaultAsync(one => one.Open == conversation, token);
                    if (row is null)
                    {
                        row = new Callback { Id = Guid.CreateVersion7(), Conversation = conversation, Open = conversation, Channel = channel, AskedAt = now, ConsentAt = now, DueAt = due };
                        context.Add(row);
                        _audit.Record(context, Actor.Citizen, "callback.asked", row.Subject);
                    }

                    (row.Phone, row.ConsentAt) = (_sealer.Seal(number.Value, Callback.Place(row.Id)), now);
                    return row.DueAt;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Asked twice at once.
            return due;
        }
    }

    /// <summary>
    /// Promises a call to somebody at a kiosk, who has agreed that the number is kept for it; once for each key. Gives by when. Failures: <c>phone.*</c> as above,
    /// <c>callback.about</c>, <c>callback.name</c>, <c>idempotency.key</c>, <c>idempotency.mismatch</c>.
    /// </summary>
    public async Task<Result<DateTimeOffset>> AskAtKioskAsync(Guid kiosk, string phone, CallbackWords words, string? idempotencyKey, CancellationToken cancellation)
    {
        if (words.About.Trim() is not { Length: > 0 and <= LongestAbout })
            return new Failure("callback.about", $"请写一下是什么事，最多 {LongestAbout} 个字。");
        if (words.Name is { Length: > LongestName })
            return new Failure("callback.name", $"称呼最多 {LongestName} 个字。");
        if (!PhoneNumber.TryParse(phone, out var number, out var code))
            return WrongNumber(code);
        return await _once.RunAsync<DateTimeOffset>(
            "callback.kiosk", idempotencyKey, new { kiosk, phone = number.Value, words.About, words.Name },
            (context, _) =>
            {
                var (id, now) = (Guid.CreateVersion7(), _time.GetUtcNow());
                var conversation = $"kiosk/{id:N}";
                var row = new Callback
                {
                    Id = id,
                    Conversation = conversation,
                    Open = conversation,
                    Channel = "kiosk",
                    AskedAt = now,
                    ConsentAt = now,
                    DueAt = _hours.CallbackDue(),
                    Phone = _sealer.Seal(number.Value, Callback.Place(id)),
                    Words = _sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(words), Callback.WordsPlace(id)),
                };
                context.Add(row);
                _audit.Record(context, Actor.Kiosk(kiosk), "callback.asked", row.Subject);
                return Task.FromResult<Result<DateTimeOffset>>(row.DueAt);
            },
            cancellation);
    }

    /// <summary>The calls that are to be made, the most urgent first. The audit trail notes who saw the numbers.</summary>
    public async Task<IReadOnlyList<CallbackEntry>> DueAsync(Actor by, CancellationToken cancellation)
    {
        var rows = await _store.WriteAsync(
            async (context, token) =>
            {
                var due = await context.Set<Callback>().Where(row => row.State == CallbackState.Due).OrderBy(row => row.DueAt).AsNoTracking().ToListAsync(token);
                if (due.Count > 0)
                    _audit.Record(context, by, "callback.viewed", "callback", $"{due.Count}");
                return due;
            },
            cancellation);
        return [.. rows.Select(Opened)];
    }

    /// <summary>How many calls are to be made, and how many of them should have been made by now.</summary>
    public async Task<(int Due, int Late)> CountAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return await _store.ReadAsync(
            async (context, token) => (
                await context.Set<Callback>().CountAsync(row => row.State == CallbackState.Due, token),
                await context.Set<Callback>().CountAsync(row => row.State == CallbackState.Due && row.DueAt < now, token)),
            cancellation);
    }

    /// <summary>Notes that a call was made. Failures: <see cref="HandoverCodes.NotFound"/>, <see cref="HandoverCodes.Changed"/>.</summary>
    public Task<Result<CallbackState>> CalledAsync(Guid id, bool reached, Actor by, CancellationToken cancellation)
    {
        var (now, state) = (_time.GetUtcNow(), reached ? CallbackState.Reached : CallbackState.NotReached);
        return _store.WriteAsync<Result<CallbackState>>(
            async (context, token) =>
            {
                if (await context.Set<Callback>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
                    return HandoverFailures.NotFound;
                if (row.State != CallbackState.Due)
                    return HandoverFailures.CallbackDone;
                (row.State, row.Clerk, row.EndedAt, row.Open) = (state, by.Name, now, null);
                _audit.Record(context, by, "callback.made", row.Subject, state.ToString());
                return state;
            },
            cancellation);
    }

    /// <summary>Removes the numbers of calls that are over for long enough. Gives how many there were.</summary>
    public Task<int> RemoveOldAsync(CancellationToken cancellation)
    {
        var before = _time.GetUtcNow() - TimeSpan.FromDays(_options.KeepPhoneDays);
        return _store.WriteAsync(
            (context, token) => context.Set<Callback>().Where(row => row.EndedAt != null && row.EndedAt < before && row.Phone != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Phone, (byte[]?)null).SetProperty(row => row.Words, (byte[]?)null), token),
            cancellation);
    }

    private static Failure WrongNumber(string code) => new(code, "这个电话号码不对，请再看一遍。手机号是 11 位；固定电话请连区号一起写。");

    private CallbackEntry Opened(Callback row)
    {
        var words = row.Words is { } box ? JsonSerializer.Deserialize<CallbackWords>(_sealer.OpenBytes(box, Callback.WordsPlace(row.Id))) : null;
        return new(
            row.Id, row.Conversation, row.Channel, row.AskedAt, row.DueAt, row.Phone is { } phone ? _sealer.Open(phone, Callback.Place(row.Id)) : "", words?.Name, words?.About);
    }
}

/// <summary>What somebody who asks for a call says with it.</summary>
/// <param name="About">What it is about, at most 500 characters.</param>
/// <param name="Name">How to address him or her; null when not said.</param>
public sealed record CallbackWords(string About, string? Name)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(CallbackWords);
}

/// <summary>A call that is to be made.</summary>
/// <param name="Id">By which it is noted as made.</param>
/// <param name="Conversation">In which it was asked for.</param>
/// <param name="Channel">Such as "wechat".</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="DueAt">By when it is promised.</param>
/// <param name="Phone">Personal data.</param>
/// <param name="Name">How to address the citizen; null when not said.</param>
/// <param name="About">What it is about; null when not said.</param>
public sealed record CallbackEntry(
    Guid Id, string Conversation, string Channel, DateTimeOffset AskedAt, DateTimeOffset DueAt, string Phone, string? Name = null, string? About = null)
{
    /// <summary>Its id: a log may hold it.</summary>
    public override string ToString() => $"{Id}";
}
