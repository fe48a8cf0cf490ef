using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Pickups;

/// <summary>Lays documents ready for one person to fetch at a kiosk. Thread safe.</summary>
public sealed class PickupDesk
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 60;

    private readonly CaseworkStore _store;
    private readonly SealedFolder _files;
    private readonly Sealer _sealer;
    private readonly PickupPeople _people;
    private readonly PickupReadiness _readiness;
    private readonly PickupReading _reading;
    private readonly AuditTrail _audit;
    private readonly IOptions<PickupOptions> _options;
    private readonly TimeProvider _time;

    internal PickupDesk(
        CaseworkStore store, SealedFolder files, Sealer sealer, PickupPeople people, PickupReadiness readiness, PickupReading reading, AuditTrail audit,
        IOptions<PickupOptions> options, TimeProvider time) =>
        (_store, _files, _sealer, _people, _readiness, _reading, _audit, _options, _time) =
        (store, files, sealer, people, readiness, reading, audit, options, time);

    /// <summary>
    /// Lays a document ready; where a phone is given, the code is sent there. Failures: <c>pickup.title</c>, <c>pickup.days</c>, <c>person.name</c>,
    /// <c>person.idNumber</c>, <c>phone.*</c>, <c>pickup.pdf</c>, <c>pickup.pages</c>, <c>pickup.tooLarge</c>.
    /// </summary>
    /// <param name="wanted">What it is, and for whom.</param>
    /// <param name="pdf">Read once.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="cancellation">Stops it and leaves nothing.</param>
    public async Task<Result<PickupSlip>> PutAsync(NewPickup wanted, Stream pdf, Actor by, CancellationToken cancellation)
    {
        if (wanted.Title.Trim() is not { Length: > 0 and <= LongestTitle } title)
            return PickupFailures.Title;
        var days = wanted.Days ?? _options.Value.Days;
        if (days < 1 || days > _options.Value.MaxDays)
            return PickupFailures.Days(_options.Value.MaxDays);
        var person = PersonOf(wanted);
        if (!person.Succeeded)
            return person.Failure;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var taken = await TakeInAsync(pdf, id, cancellation);
        if (!taken.Succeeded)
            return taken.Failure;
        // The last second of its last day in Beijing.
        var last = BeijingTime.Today(_time).AddDays(days);
        var expires = new DateTimeOffset(last.ToDateTime(new TimeOnly(23, 59, 59)), BeijingTime.Of(_time.GetUtcNow()).Offset);
        var slip = await RecordAsync(id, title, person.Value, taken.Value, wanted.Office, expires, by, cancellation);
        await _readiness.CheckAsync(id, cancellation);
        return slip with { State = await _reading.StateAsync(slip.Number, cancellation) };
    }

    /// <summary>The documents, the newest first; the audit trail notes the look.</summary>
    /// <param name="office">Only those of this office; null: all.</param>
    /// <param name="isOver">True: those that are over; false: those that still can be fetched or need somebody.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<PickupRow>> ListAsync(string? office, bool isOver, int take, Actor by, CancellationToken cancellation) =>
        _reading.ListAsync(office, isOver, take, by, cancellation);

    /// <summary>What the slip says, to be printed again; noted in the audit trail. Failures: <c>pickup.unknown</c>, <c>pickup.state</c> (it is over).</summary>
    public Task<Result<PickupSlip>> SlipAsync(string number, Actor by, CancellationToken cancellation) => _reading.SlipAsync(number, by, cancellation);

    /// <summary>What happened to a document, the first first. Failure: <c>pickup.unknown</c>.</summary>
    public Task<Result<IReadOnlyList<PickupEvent>>> HistoryAsync(string number, CancellationToken cancellation) => _reading.HistoryAsync(number, cancellation);

    /// <summary>How many documents a clerk has to ask about.</summary>
    public Task<int> CountToAskAsync(string? office, CancellationToken cancellation) => _reading.CountToAskAsync(office, cancellation);

    /// <summary>Takes a document back. Failures: <c>pickup.unknown</c>, <c>pickup.state</c> (it is over), <c>pickup.busy</c> (a kiosk is handing it out).</summary>
    public Task<Result<bool>> WithdrawAsync(string number, Actor by, CancellationToken cancellation) => ChangeAsync(
        number, by, "pickup.withdrawn",
        pickup =>
        {
            if (pickup.State == PickupState.Open)
                return PickupFailures.Busy;
            if (pickup.EndedAt is not null && pickup.State != PickupState.Infected)
                return PickupFailures.State;
            (pickup.State, pickup.EndedAt, pickup.MustAsk) = (PickupState.Withdrawn, _time.GetUtcNow(), false);
            return null;
        },
        cancellation);

    /// <summary>A clerk has asked what became of it. Failures: <c>pickup.unknown</c>, <c>pickup.state</c> (nothing is to be asked).</summary>
    /// <param name="number">Which.</param>
    /// <param name="hasIt">The citizen has it in hand; else it can be fetched again.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<bool>> AskedAsync(string number, bool hasIt, Actor by, CancellationToken cancellation) => ChangeAsync(
        number, by, hasIt ? "pickup.askedHasIt" : "pickup.askedHasNot",
        pickup =>
        {
            if (!pickup.MustAsk)
                return PickupFailures.State;
            pickup.MustAsk = false;
            if (hasIt)
                (pickup.State, pickup.EndedAt) = (PickupState.Collected, _time.GetUtcNow());
            return null;
        },
        cancellation);

    private async Task<Result<bool>> ChangeAsync(string number, Actor by, string action, Func<Pickup, Failure?> change, CancellationToken cancellation)
    {
        try
        {
            return await _store.WriteAsync<Result<bool>>(
                async (context, token) =>
                {
                    if (await PickupReading.FindAsync(context, number, token) is not { } pickup)
                        return PickupFailures.Gone;
                    if (change(pickup) is { } failure)
                        return failure;
                    _audit.Record(context, by, action, pickup.Subject);
                    return true;
                },
                cancellation);
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
        {
            return PickupFailures.State;
        }
    }

    private Result<PickupPerson> PersonOf(NewPickup wanted)
    {
        var card = CardPerson.Read(wanted.Name, wanted.IdNumber, BeijingTime.Today(_time));
        if (!card.Succeeded)
            return new Failure(card.Failure.Code, "姓名或者身份证号不对，请对照身份证再看一遍。");
        if (string.IsNullOrWhiteSpace(wanted.Phone))
            return new PickupPerson(card.Value.Name, card.Value.IdNumber, null);
        return PhoneNumber.TryParse(wanted.Phone, out var phone, out var code)
            ? new PickupPerson(card.Value.Name, card.Value.IdNumber, phone.Value)
            : new Failure(code, "这个电话号码不对。短信只能发到 11 位的手机号。");
    }

    private async Task<Result<Taken>> TakeInAsync(Stream pdf, string id, CancellationToken cancellation)
    {
        var (draft, copy) = await _files.DraftAsync(
            pdf, id, head => AttachmentTypes.Sniff(head.Span[..Math.Min(head.Length, AttachmentTypes.HeadBytes)]) == AttachmentType.Pdf, cancellation);
        if (copy.End != CopyEnd.Whole)
            return copy.End == CopyEnd.TooLarge ? PickupFailures.TooLarge(_options.Value.MaxFileBytes) : PickupFailures.Pdf;
        int? pages;
        await using (var content = _files.OpenDraft(draft, id))
            pages = PickupPdf.CountPages(content);
        if (pages is { } count && count <= _options.Value.MaxPages)
        {
            _files.Keep(draft, id);
            return new Taken(count, copy.Size);
        }

        File.Delete(draft);
        return pages is null ? PickupFailures.Pdf : PickupFailures.Pages(_options.Value.MaxPages);
    }

    private async Task<PickupSlip> RecordAsync(
        string id, string title, PickupPerson person, Taken taken, string? office, DateTimeOffset expires, Actor by, CancellationToken cancellation)
    {
        for (; ; )
        {
            var (number, code) = (CaseNumber.Draw(CaseNumber.Pickup, _time), PickupCode.Draw());
            var pickup = new Pickup
            {
                Id = id,
                Number = number,
                CodeFingerprint = _people.CodeFingerprint(code),
                PersonFingerprint = _people.Fingerprint(person.Name, person.IdNumber),
                Pages = taken.Pages,
                Size = taken.Size,
                Office = office,
                PutAt = _time.GetUtcNow(),
                ExpiresAt = expires,
            };
            pickup.SealedCode = _sealer.Seal(code, pickup.CodePlace);
            pickup.SealedTitle = _sealer.Seal(title, pickup.TitlePlace);
            pickup.SealedPerson = _sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(person), pickup.PersonPlace);
            try
            {
                await _store.WriteAsync(
                    (context, _) =>
                    {
                        _audit.Record(context, by, "pickup.put", pickup.Subject);
                        return Task.FromResult(context.Add(pickup));
                    },
                    cancellation);
                return new PickupSlip(number, code, title, person.Name, taken.Pages, BeijingTime.Of(expires), pickup.State);
            }
            catch (UniqueViolationException)
            {
                // Another one has this number or this code.
            }
        }
    }

    private sealed record Taken(int Pages, long Size);
}
