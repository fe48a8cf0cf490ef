using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Dispatches;

/// <summary>
/// What can happen to an order, each in the transaction of the request's step: offered, taken, declined, expired, carried out. After a decline or an expiry the next
/// volunteer is asked at once; when nobody is left, the request waits for a clerk. Thread safe.
/// </summary>
internal sealed class Dispatching(
    RequestChanges changes, CitizenAccess access, Outbox outbox, VolunteerCatalog catalog, VolunteerChoice choice, TimeProvider time)
{
    /// <summary>Asks a volunteer. Failures: those of a change, <c>order.volunteer</c>, <c>order.open</c>, <c>order.service</c>.</summary>
    public Task<Result<int>> OfferAsync(
        CaseworkContext context, Guid requestId, int? version, string volunteerId, Actor by, string? note, CancellationToken cancellation) => changes.ApplyAsync(
        context, requestId, version, new Change(RequestMachine.Dispatched, by)
        {
            AuditDetail = volunteerId.Truncate(40),
            Detail = note is null ? null : new StepDetail { Note = note },
            Apply = async (context, request, token) =>
            {
                if (!catalog.GivesOut(request.Service))
                    return OrderFailures.NotGivenOut;
                if (catalog.Find(volunteerId) is not { } volunteer || !volunteer.Services.Contains(request.Service, StringComparer.Ordinal))
                    return OrderFailures.Volunteer;
                if (await context.Set<Dispatch>().AnyAsync(dispatch => dispatch.RequestId == requestId && dispatch.State == DispatchState.Offered, token))
                    return OrderFailures.Open;
                await AddAsync(context, request, volunteer, token);
                return null;
            },
        },
        cancellation);

    /// <summary>The volunteer takes it: he or she is the one who helps from now on, and the citizen is told.</summary>
    public Task<Result<int>> TakeAsync(CaseworkContext context, Dispatch order, Actor by, CancellationToken cancellation)
    {
        var name = NameOf(order);
        return RunAsync(context, order, DispatchState.Taken, new Change(CaseEvents.Assigned, by) { AuditDetail = order.Volunteer }, request => request.Assignee = name.Truncate(60), cancellation);
    }

    /// <summary>The volunteer declines, and the next one is asked.</summary>
    public async Task<Result<int>> DeclineAsync(CaseworkContext context, Dispatch order, string reason, Actor by, CancellationToken cancellation)
    {
        if (!catalog.Settings.Reasons.Contains(reason, StringComparer.Ordinal))
            return OrderFailures.Reason;
        order.Reason = reason.Truncate(60);
        return await EndAsync(context, order, DispatchState.Declined, by, $"{NameOf(order)}：{reason}", cancellation);
    }

    /// <summary>There was no answer in time: the next one is asked.</summary>
    public Task<Result<int>> ExpireAsync(CaseworkContext context, Dispatch order, CancellationToken cancellation) =>
        EndAsync(context, order, DispatchState.Expired, Actor.System, $"{NameOf(order)}：到时间没有答复", cancellation);

    /// <summary>It was carried out; the record is what the citizen reads.</summary>
    public Task<Result<int>> FinishAsync(CaseworkContext context, Dispatch order, string record, Actor by, CancellationToken cancellation) => RunAsync(
        context, order, DispatchState.Done, new Change(CaseEvents.Done, by) { Detail = new StepDetail { Message = record } }, _ => { }, cancellation,
        DispatchState.Taken);

    /// <summary>Whether its time ran out though nobody took it back yet.</summary>
    public bool IsOver(Dispatch order) => order.State == DispatchState.Offered && time.GetUtcNow() > order.AnswerBy;

    private async Task<Result<int>> EndAsync(CaseworkContext context, Dispatch order, DispatchState state, Actor by, string words, CancellationToken cancellation)
    {
        var ended = await RunAsync(
            context, order, state, new Change(RequestMachine.NotTaken, by) { Detail = new StepDetail { Note = words } }, _ => { }, cancellation);
        if (!ended.Succeeded)
            return ended;
        // The next step is one of its own, and reads the request as this one left it.
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        var request = await context.Set<Request>().AsNoTracking().SingleAsync(row => row.Id == order.RequestId, cancellation);
        var next = (await choice.RankAsync(context, request, cancellation)).FirstOrDefault(candidate => candidate.IsFree);
        return next is null ? ended : await OfferAsync(context, request.Id, null, next.Id, Actor.System, null, cancellation);
    }

    private Task<Result<int>> RunAsync(
        CaseworkContext context, Dispatch order, DispatchState state, Change change, Action<Request> apply, CancellationToken cancellation,
        DispatchState from = DispatchState.Offered) => changes.ApplyAsync(
        context, order.RequestId, null, change with
        {
            Apply = (_, request, _) =>
            {
                if (order.State != from)
                    return Task.FromResult<Failure?>(OrderFailures.State);
                (order.State, order.ChangedAt) = (state, Instants.ToMicroseconds(time.GetUtcNow()));
                apply(request);
                return Task.FromResult<Failure?>(null);
            },
        },
        cancellation);

    private async Task AddAsync(CaseworkContext context, Request request, Volunteer volunteer, CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(time.GetUtcNow());
        var round = await context.Set<Dispatch>().CountAsync(dispatch => dispatch.RequestId == request.Id, cancellation) + 1;
        var code = PickupCode.Draw();
        var dispatch = new Dispatch
        {
            RequestId = request.Id,
            Round = round,
            Volunteer = volunteer.Id,
            OfferedAt = now,
            AnswerBy = now.AddHours(catalog.Settings.AnswerHours),
            CodeFingerprint = access.FingerprintOf(request.Number, code),
        };
        context.Add(dispatch);
        await outbox.AddAsync(
            context,
            new Notification
            {
                Kind = NotificationKinds.VolunteerOrder,
                Subject = $"order/{request.Number}/{round}",
                Related = request.Subject,
                Version = "offered",
                Recipient = new Recipient(volunteer.Phone, AllowsSms: true),
                Values = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["number"] = request.Number,
                    ["code"] = code,
                    ["due"] = SpokenTime.Limit(dispatch.AnswerBy),
                    ["page"] = catalog.Settings.Page,
                },
                Until = dispatch.AnswerBy,
            },
            cancellation);
    }

    private string NameOf(Dispatch order) => catalog.Find(order.Volunteer)?.Name ?? order.Volunteer;
}
