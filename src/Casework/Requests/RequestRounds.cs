using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LegalService.Casework.Requests;

/// <summary>
/// What happens to requests by the clock alone: reminders of deadlines, withdrawal of those who were asked and did not answer, urgency that grows as a limit
/// comes near. Safe when several servers do it at once.
/// </summary>
internal sealed class RequestRounds(
    CaseworkStore store, RequestChanges changes, IServiceDefinitions definitions, TimeProvider time, ILogger<RequestRounds> logger)
{
    private const int Batch = 200;

    /// <summary>One round of all three.</summary>
    /// <returns>How many requests something happened to.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation) =>
        await SortAnewAsync(cancellation) + await RemindAsync(cancellation) + await CountAsWithdrawnAsync(cancellation);

    /// <summary>Tells who listens of deadlines that come near, each once.</summary>
    internal async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(time.GetUtcNow());
        var ids = await store.ReadAsync(
            (context, token) => context.Set<DeadlineReminder>().Where(row => row.SentAt == null && row.At <= now).OrderBy(row => row.At).Take(Batch).Select(row => row.Id).ToListAsync(token),
            cancellation);
        var sent = 0;
        foreach (var id in ids)
            sent += await EachAsync(() => store.WriteAsync((context, token) => RemindAsync(context, id, now, token), cancellation), cancellation);
        return sent;
    }

    /// <summary>One who was asked for papers and did not answer in time has taken his request back (法律援助法第四十三条第二款).</summary>
    internal async Task<int> CountAsWithdrawnAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var overdue = await store.ReadAsync(
            (context, token) => (from request in context.Set<Request>()
                                 where request.State == RequestState.Incomplete
                                 join deadline in context.Set<RequestDeadline>() on request.Id equals deadline.RequestId
                                 where deadline.Party == DeadlineParty.Applicant && deadline.EndedAt == null && !deadline.IsDropped && !deadline.IsSuspended && deadline.Due < now
                                 orderby deadline.Due
                                 select new { request.Id, request.Version, request.Service, deadline.Rule, deadline.Due }).Take(Batch).ToListAsync(token),
            cancellation);
        var withdrawn = 0;
        foreach (var row in overdue.Where(row => now >= row.Due.AddSeconds(1) && IsAnswerToAsking(row.Service, row.Rule)))
        {
            // The version is named: who supplements at the last moment, or is decided on meanwhile, is left in peace.
            var change = new Change(CaseEvents.Withdrawn, Actor.System)
            {
                Detail = new() { Message = "没有在期限内补充材料，按撤回申请处理，以后可以重新申请。" },
                AuditDetail = row.Rule,
            };
            withdrawn += await EachAsync(async () => (await changes.RunAsync(row.Id, row.Version, change, cancellation)).Succeeded ? 1 : 0, cancellation);
        }

        return withdrawn;
    }

    /// <summary>A limit that was ten days away last week is near today.</summary>
    internal async Task<int> SortAnewAsync(CancellationToken cancellation)
    {
        var today = BeijingTime.Today(time);
        RequestState[] open = [RequestState.Received, RequestState.Incomplete, RequestState.Supplemented, RequestState.Accepted, RequestState.Assigned, RequestState.Objected];
        var sorted = 0;
        while (true)
        {
            var ids = await store.ReadAsync(
                (context, token) => context.Set<Request>().Where(row => open.Contains(row.State) && row.TriagedOn < today)
                    .OrderBy(row => row.Urgency).ThenBy(row => row.ReceivedAt).Take(Batch).Select(row => row.Id).ToListAsync(token),
                cancellation);
            var before = sorted;
            foreach (var id in ids)
                sorted += await EachAsync(() => store.WriteAsync((context, token) => SortAnewAsync(context, id, today, token), cancellation), cancellation);
            if (ids.Count < Batch || sorted == before)
                return sorted;
        }
    }

    /// <summary>One request that cannot be opened (its row was changed, its key is gone) must not keep the others waiting.</summary>
    private async Task<int> EachAsync(Func<Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(exception, "Background work on one request failed; the others go on");
            return 0;
        }
    }

    private async Task<int> RemindAsync(CaseworkContext context, Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        // Of several servers the one whose update counts is the one that tells.
        if (await context.Set<DeadlineReminder>().Where(row => row.Id == id && row.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, now), cancellation) == 0)
            return 0;
        var reminder = await context.Set<DeadlineReminder>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var request = await context.Set<Request>().AsNoTracking().SingleAsync(row => row.Id == reminder.RequestId, cancellation);
        var deadline = await context.Set<RequestDeadline>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.RequestId == reminder.RequestId && row.Rule == reminder.Rule && row.Occurrence == reminder.Occurrence, cancellation);
        // A server that was down for days does not remind of what is over.
        if (deadline is null || deadline.Due != reminder.Due || deadline.EndedAt is not null || deadline.IsDropped || now > deadline.Due)
            return 0;
        await changes.RaiseAsync(
            context,
            changes.RaisedOf(request, reminder.Kind, request.State, now) with { Deadline = new(deadline.Rule, deadline.Occurrence, deadline.Name, deadline.Party, deadline.Due) },
            cancellation);
        return 1;
    }

    private async Task<int> SortAnewAsync(CaseworkContext context, Guid id, DateOnly today, CancellationToken cancellation)
    {
        // The lock of a change, without its version: sorting is nothing a clerk must look at again.
        if (await context.Set<Request>().Where(row => row.Id == id && row.TriagedOn < today).ExecuteUpdateAsync(set => set.SetProperty(row => row.TriagedOn, today), cancellation) == 0)
            return 0;
        var request = await context.Set<Request>().SingleAsync(row => row.Id == id, cancellation);
        var steps = await context.Set<RequestStep>().AsNoTracking().Where(step => step.RequestId == id).ToListAsync(cancellation);
        await changes.RefreshAsync(context, request, steps, cancellation);
        return 1;
    }

    private bool IsAnswerToAsking(string service, string rule) => definitions.Find(service)?.Deadlines
        .Any(item => item is { Starts: CaseEvents.Incomplete, Party: DeadlineParty.Applicant } && item.Id == rule) ?? false;
}
