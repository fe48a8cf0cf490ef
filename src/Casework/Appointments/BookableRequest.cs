using System.Text.Json;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>The request that a booking names.</summary>
/// <param name="Number">In its one form.</param>
/// <param name="IsProven">Its pickup code fitted, or a clerk books for the citizen. Otherwise the phone number must be one of the request's.</param>
internal sealed record NamedRequest(string Number, bool IsProven);

/// <summary>Whether a booking may name a request, and how one may meet for it. Thread safe.</summary>
internal sealed class BookableRequest(
    PartyFinder finder, CitizenAccess access, IServiceDefinitions definitions, Sealer sealer, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>States in which a request's matter does not go on.</summary>
    private static readonly RequestState[] Over = [RequestState.Withdrawn, RequestState.Transferred, RequestState.Done];

    /// <summary>
    /// The same whether there is no such request, it is somebody else's, of another service, or over: who has only a number learns nothing from it.
    /// </summary>
    private static Failure NotHis => new("appointment.request", "办件编号和这次预约对不上。请用申请时留的电话预约，或者一起写上取件码；办完、撤回的办件不能再约");

    /// <summary>Reads the number and, where one is given, the code. Failures: <c>request.number</c>, <c>appointment.request</c>, <c>lookup.locked</c>.</summary>
    public async Task<Result<NamedRequest?>> ReadAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (number is null)
            return (NamedRequest?)null;
        if (CaseNumber.Normalise(number) is not { } read)
            return new Failure("request.number", "办件编号不对，请照回执上的写");
        if (code is null)
            return new NamedRequest(read, IsProven: false);
        var entered = await access.EnterAsync(read, code, cancellation);
        return entered.Succeeded ? new NamedRequest(read, IsProven: true) : entered.Failure == RequestFailures.Locked ? entered.Failure : NotHis;
    }

    /// <summary>
    /// Failures: <c>appointment.request</c>; <c>appointment.way</c> (the service meets for such a request in other ways only) with <c>Details["ways"]</c>.
    /// </summary>
    /// <param name="context">The transaction.</param>
    /// <param name="named">The request.</param>
    /// <param name="service">What is booked.</param>
    /// <param name="way">How to meet; null when any way will do.</param>
    /// <param name="phone">The phone number that was given with it.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Failure?> RefuseAsync(
        CaseworkContext context, NamedRequest named, string service, MeetingWay? way, string phone, CancellationToken cancellation)
    {
        var request = await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == named.Number, cancellation);
        if (request is null || request.Service != service || Over.Contains(request.State))
            return NotHis;
        var print = finder.Fingerprint("phone", phone);
        if (!named.IsProven
            && !await context.Set<RequestParty>().AnyAsync(party => party.RequestId == request.Id && party.Side != PartySide.Opponent && party.Fingerprint == print, cancellation))
        {
            return NotHis;
        }

        return RefuseWay(request, way);
    }

    /// <summary>Failure <c>appointment.way</c>, for a request that is known to be his.</summary>
    public async Task<Failure?> RefuseWayAsync(CaseworkContext context, string number, MeetingWay way, CancellationToken cancellation) =>
        await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation) is { } request ? RefuseWay(request, way) : null;

    /// <summary>Whether the citizen may be called and written to: where he said that it is not safe, nobody does. Null for no request: he may.</summary>
    public async Task<bool> MayCallAsync(CaseworkContext context, string? number, CancellationToken cancellation) =>
        number is null || await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation) is not { } request
        || !RequestRefresh.FindingsOf(request).Any(finding => options.Value.UnsafePhoneRules.Contains(finding.Rule, StringComparer.Ordinal));

    private Failure? RefuseWay(Request request, MeetingWay? way)
    {
        if (definitions.Find(request.Service) is not { Appointment: { } rule } definition || RequestPaper.Open(sealer, request) is not { } paper)
            return null;
        var today = Calendar.BeijingTime.Today(time);
        var answers = definition.Version == paper.DefinitionVersion ? paper.Answers : Interview.Upgrade(paper.Answers, definition, today).Answers;
        var closed = rule.Ways.Where(each => each.When?.Holds(answers, today) is false).ToList();
        if (closed.Find(each => way is null || each.Way == way) is not { } refused)
            return null;
        var open = rule.Ways.Except(closed).Select(each => JsonNamingPolicy.CamelCase.ConvertName(each.Way.ToString())).ToList();
        return new Failure("appointment.way", $"{refused.Reason}请换一种见面方式再约。")
        {
            Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ways"] = open },
        };
    }
}
