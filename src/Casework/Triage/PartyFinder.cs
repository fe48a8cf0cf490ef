using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Triage;

/// <summary>Finds by keyed hashes whether the same people stand in other requests: sent twice, or on the other side. Thread safe.</summary>
internal sealed class PartyFinder(Sealer sealer, IOptions<RequestOptions> options, TimeProvider time)
{
    private const int MostRelated = 200;
    private const int MostShown = 10;

    // 同一案件中不得为双方当事人代理.
    private static readonly LegalBasis[] ConflictBasis = [new("律师法", "第三十九条")];

    private static readonly (FieldRole Role, PartySide Side, string Kind)[] Roles =
    [
        (FieldRole.ApplicantId, PartySide.Applicant, "idNumber"),
        (FieldRole.ApplicantPhone, PartySide.Applicant, "phone"),
        (FieldRole.ApplicantName, PartySide.Applicant, "name"),
        (FieldRole.HelperPhone, PartySide.Helper, "phone"),
        (FieldRole.HelperName, PartySide.Helper, "name"),
        (FieldRole.OpponentId, PartySide.Opponent, "idNumber"),
        (FieldRole.OpponentName, PartySide.Opponent, "name"),
    ];

    /// <summary>The people of a request.</summary>
    public IReadOnlyList<RequestParty> PartiesOf(Guid requestId, ServiceDefinition definition, Answers sent) =>
        [.. from role in Roles
            let text = RequestPaper.TextOf(definition, sent, role.Role)
            where text is not null
            select new RequestParty { RequestId = requestId, Side = role.Side, Kind = role.Kind, Fingerprint = Fingerprint(role.Kind, text) }];

    /// <summary>The hash by which a person is found, whatever spaces, widths and dots the text has.</summary>
    public string Fingerprint(string kind, string text) => sealer.Fingerprint(kind, PersonText.Normalise(kind, text));

    /// <summary>What the people of a request tell beside the others.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(
        CaseworkContext context, Request request, IReadOnlyList<RequestParty> parties, CancellationToken cancellation)
    {
        var wanted = parties.Where(party => party.Side != PartySide.Helper).Select(party => party.Fingerprint).Distinct(StringComparer.Ordinal).ToList();
        var others = await (from party in context.Set<RequestParty>().AsNoTracking()
                            where wanted.Contains(party.Fingerprint) && party.RequestId != request.Id && party.Side != PartySide.Helper
                            join other in context.Set<Request>().AsNoTracking() on party.RequestId equals other.Id
                            orderby other.ReceivedAt descending
                            select new Other(party.Side, party.Kind, party.Fingerprint, other.Number, other.Service, other.Matter, other.State, other.ReceivedAt))
            .Take(MostRelated).ToListAsync(cancellation);
        return [.. Duplicates(request, parties, others), .. Conflicts(parties, others)];
    }

    private IEnumerable<Finding> Duplicates(Request request, IReadOnlyList<RequestParty> parties, List<Other> others)
    {
        var since = time.GetUtcNow().AddDays(-options.Value.DuplicateDays);
        var same = others
            .Where(other => other.Side == PartySide.Applicant && other.Service == request.Service && other.Matter == request.Matter
                && other.ReceivedAt >= since && other.State != RequestState.Withdrawn)
            .GroupBy(other => other.Number, StringComparer.Ordinal)
            // A name alone, or the phone a family shares, is not the same person.
            .Where(group => IsSamePerson(group.Where(other => Has(parties, PartySide.Applicant, other))))
            .Select(group => group.Key).Take(MostShown).ToList();
        if (same.Count > 0)
        {
            yield return new(
                "duplicate", FindingKind.Duplicate, TriageVerdict.Attention,
                $"同一人 {options.Value.DuplicateDays} 天内就同类事项申请过，请核对是不是同一件事", [], same);
        }
    }

    private static IEnumerable<Finding> Conflicts(IReadOnlyList<RequestParty> parties, List<Other> others)
    {
        if (parties.Any(party => party.Side == PartySide.Opponent && parties.Any(own => own.Side == PartySide.Applicant && own.Fingerprint == party.Fingerprint)))
            yield return new("conflict.bothSides", FindingKind.Conflict, TriageVerdict.Attention, "申请人和对方填的是同一个人，请核对", [], []);
        if (Crossing(parties, others, PartySide.Opponent, PartySide.Applicant, out var sure) is { Count: > 0 } clients)
            yield return new("conflict.opponentIsClient", FindingKind.Conflict, TriageVerdict.Attention, $"对方{Sure(sure)}在本中心申请过，安排人员时请避开利益冲突", ConflictBasis, clients);
        if (Crossing(parties, others, PartySide.Applicant, PartySide.Opponent, out sure) is { Count: > 0 } against)
            yield return new("conflict.clientIsOpponent", FindingKind.Conflict, TriageVerdict.Attention, $"申请人{Sure(sure)}是本中心另一件申请的对方，安排人员时请避开利益冲突", ConflictBasis, against);
        if (Crossing(parties, others, PartySide.Opponent, PartySide.Opponent, out sure) is { Count: > 0 } fellows)
            yield return new("sameOpponent", FindingKind.Note, TriageVerdict.Attention, $"还有人对同一对方{Sure(sure)}提出申请，可以考虑一并办理", [], fellows);
    }

    private static string Sure(bool sure) => sure ? "" : "（同名，请核实是不是同一人）";

    /// <summary>Requests in which a person of this one's <paramref name="own"/> side stands on the <paramref name="there"/> side.</summary>
    private static List<string> Crossing(IReadOnlyList<RequestParty> parties, List<Other> others, PartySide own, PartySide there, out bool sure)
    {
        var found = others.Where(other => other.Side == there && other.Kind != "phone" && other.State != RequestState.Withdrawn && Has(parties, own, other)).ToList();
        sure = found.Exists(other => other.Kind == "idNumber");
        return [.. found.Select(other => other.Number).Distinct(StringComparer.Ordinal).Take(MostShown)];
    }

    private static bool Has(IReadOnlyList<RequestParty> parties, PartySide side, Other other) =>
        parties.Any(party => party.Side == side && party.Fingerprint == other.Fingerprint);

    private static bool IsSamePerson(IEnumerable<Other> matches)
    {
        var kinds = matches.Select(match => match.Kind).ToHashSet(StringComparer.Ordinal);
        return kinds.Contains("idNumber") || (kinds.Contains("phone") && kinds.Contains("name"));
    }

    private sealed record Other(
        PartySide Side, string Kind, string Fingerprint, string Number, string Service, string? Matter, RequestState State, DateTimeOffset ReceivedAt);
}
