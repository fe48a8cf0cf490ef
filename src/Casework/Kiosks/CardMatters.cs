using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Kiosks;

/// <summary>A request of the person whose card was read.</summary>
/// <param name="ReceivedAt">When it was sent, on Beijing's clock.</param>
/// <param name="Status">What has become of it.</param>
public sealed record CardMatter(DateTimeOffset ReceivedAt, RequestStatus Status);

/// <summary>Finds by an identity card what is underway for its holder. Thread safe.</summary>
public sealed class CardMatters
{
    private readonly CaseworkStore _store;
    private readonly PartyFinder _parties;
    private readonly RequestReading _reading;
    private readonly AuditTrail _audit;
    private readonly IOptions<KioskOptions> _options;
    private readonly TimeProvider _time;

    internal CardMatters(CaseworkStore store, PartyFinder parties, RequestReading reading, AuditTrail audit, IOptions<KioskOptions> options, TimeProvider time) =>
        (_store, _parties, _reading, _audit, _options, _time) = (store, parties, reading, audit, options, time);

    /// <summary>
    /// The requests in which the card's holder is the applicant, the newest first. The audit trail notes the look at each of them, and one that found nothing.
    /// Failures: <c>person.name</c>, <c>person.idNumber</c>.
    /// </summary>
    /// <param name="name">As the card says.</param>
    /// <param name="idNumber">As the card says.</param>
    /// <param name="kiosk">Where the card was read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<IReadOnlyList<CardMatter>>> FindAsync(string name, string idNumber, Guid kiosk, CancellationToken cancellation)
    {
        var person = CardPerson.Read(name, idNumber, BeijingTime.Today(_time));
        if (!person.Succeeded)
            return person.Failure;
        var fingerprint = _parties.Fingerprint("idNumber", person.Value.IdNumber);
        var found = await _store.WriteAsync(
            async (context, token) =>
            {
                var requests = await (from party in context.Set<RequestParty>().AsNoTracking()
                                      where party.Fingerprint == fingerprint && party.Side == PartySide.Applicant
                                      join request in context.Set<Request>().AsNoTracking() on party.RequestId equals request.Id
                                      orderby request.ReceivedAt descending
                                      select new { request.Id, request.Number, request.ReceivedAt }).Take(_options.Value.MostMatters).ToListAsync(token);
                foreach (var request in requests)
                    _audit.Record(context, Actor.Kiosk(kiosk), "record.viewed", $"request/{request.Number}", "idCard");
                if (requests.Count == 0)
                    _audit.Record(context, Actor.Kiosk(kiosk), "matters.none", Kiosk.SubjectOf(kiosk));
                return requests;
            },
            cancellation);
        var matters = new List<CardMatter>();
        foreach (var request in found)
        {
            if (await _reading.StatusAsync(request.Id, cancellation) is { Succeeded: true } status)
                matters.Add(new(BeijingTime.Of(request.ReceivedAt), status.Value));
        }

        return matters;
    }
}

/// <summary>Who an identity card says somebody is.</summary>
/// <param name="Name">As the card says.</param>
/// <param name="IdNumber">In its one form.</param>
internal sealed record CardPerson(string Name, string IdNumber)
{
    private const int LongestName = 60;

    /// <summary>Failures: <c>person.name</c>, <c>person.idNumber</c>.</summary>
    public static Result<CardPerson> Read(string name, string idNumber, DateOnly today)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } known)
            return new Failure("person.name", "没有读到姓名，请把身份证放好再试一次。");
        return Interviews.Fields.IdNumber.TryParse(idNumber, today, out var number, out _)
            ? new CardPerson(known, number.Value)
            : new Failure("person.idNumber", "身份证号不对，请把身份证放好再试一次。");
    }

    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(CardPerson);
}
