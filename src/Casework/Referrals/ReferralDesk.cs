using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Referrals;

/// <summary>
/// A request goes from one office of the county to another with all that happened to it. The office that gets it has a clock of its own: it takes the request over,
/// or gives it back and says why. The citizen is told each time. Failures besides those of <see cref="RequestDesk"/>: <c>referral.office</c> (no such office, or the
/// one that has it), <c>referral.waiting</c> (it was handed on already), <c>referral.none</c> (nobody handed it on), <c>referral.otherOffice</c> (the clerk belongs to
/// another office than the one that has to answer). Thread safe.
/// </summary>
public sealed class ReferralDesk
{
    private static readonly Failure Office = new("referral.office", "没有这个单位，或者办件本来就在这里。请重新选。");
    private static readonly Failure Waiting = new("referral.waiting", "这件办件刚转出来，等对方接手或者退回以后才能再转。");
    private static readonly Failure NotReferred = new("referral.none", "这件办件没有转交，不用接手。");
    private static readonly Failure OtherOffice = new("referral.otherOffice", "这件办件转给了别的单位，要由那个单位的人接手或者退回。");

    private readonly RequestChanges _changes;
    private readonly RecordReading _reading;
    private readonly PlaceCatalog _places;

    internal ReferralDesk(RequestChanges changes, RecordReading reading, PlaceCatalog places) => (_changes, _reading, _places) = (changes, reading, places);

    /// <summary>Hands it to another office; the message says why, for the citizen too.</summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="office">Id of the office.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> ReferAsync(DeskAction action, string office, CancellationToken cancellation) => RunAsync(
        action, CaseEvents.Referred, $"转给：{_places.Find(office)?.Name}。{action.Message}", office, isTextNeeded: true, (_, request, _) =>
        {
            if (request.ReferredFrom is not null)
                return Task.FromResult<Failure?>(Waiting);
            if (_places.Find(office) is null || request.Office is not { } from || from == office)
                return Task.FromResult<Failure?>(Office);
            (request.ReferredFrom, request.Office, request.Clerk) = (from, office, null);
            return Task.FromResult<Failure?>(null);
        },
        cancellation);

    /// <summary>The office takes it over; who says so looks after it.</summary>
    public Task<Result<int>> TakeOverAsync(DeskAction action, CancellationToken cancellation) => RunAsync(
        action, CaseEvents.TakenOver, action.Message, null, isTextNeeded: false, async (context, request, token) =>
        {
            if (await RefuseAsync(context, request, action.By, token) is { } refusal)
                return refusal;
            (request.ReferredFrom, request.Clerk) = (null, action.By.User);
            return null;
        },
        cancellation);

    /// <summary>The office gives it back to the one it came from; the message says why, for the citizen too.</summary>
    public Task<Result<int>> ReturnAsync(DeskAction action, CancellationToken cancellation) => RunAsync(
        action, CaseEvents.Returned, action.Message, null, isTextNeeded: true, async (context, request, token) =>
        {
            if (await RefuseAsync(context, request, action.By, token) is { } refusal)
                return refusal;
            (request.Office, request.ReferredFrom, request.Clerk) = (request.ReferredFrom, null, null);
            return null;
        },
        cancellation);

    /// <summary>Only the office that has to answer answers; who belongs to no office in particular may for all.</summary>
    private static async Task<Failure?> RefuseAsync(CaseworkContext context, Request request, Actor by, CancellationToken cancellation)
    {
        if (request.ReferredFrom is null)
            return NotReferred;
        var office = await context.Set<StaffMember>().Where(member => member.UserName == by.User).Select(member => member.Office).SingleOrDefaultAsync(cancellation);
        return office is null || office == request.Office ? null : OtherOffice;
    }

    private async Task<Result<int>> RunAsync(
        DeskAction action, string @event, string? message, string? auditDetail, bool isTextNeeded,
        Func<CaseworkContext, Request, CancellationToken, Task<Failure?>> apply, CancellationToken cancellation)
    {
        if (isTextNeeded && (string.IsNullOrWhiteSpace(action.Message) || action.Message.Length > RequestDesk.MaxText))
            return RequestFailures.Text;
        if (await _reading.IdOfAsync(action.Number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        var change = new Change(@event, action.By)
        {
            Detail = message is null && action.Note is null ? null : new StepDetail { Message = message, Note = action.Note },
            AuditDetail = auditDetail,
            Apply = apply,
        };
        return await _changes.RunAsync(id, action.Version, change, cancellation);
    }
}
