using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Retention;

/// <summary>
/// Removes the personal data of a request: answers, words of its steps, keyed hashes of its people, files, its code. What stays is a shell for the statistics:
/// service, matter, states and times. Thread safe.
/// </summary>
internal sealed class RequestErasure(
    CaseworkStore store, AuditTrail audit, RequestChanges changes, AttachmentService attachments, RetentionRules rules, TimeProvider time)
{
    private const int Batch = 50;

    /// <summary>At the citizen's wish. Failure: <c>request.underway</c>.</summary>
    public async Task<Result<bool>> OnRequestAsync(Guid id, CancellationToken cancellation)
    {
        var erased = await store.WriteAsync<Result<List<string>>>(
            async (context, token) =>
            {
                if (await LockAsync(context, id, token) is not { } request)
                    return RequestFailures.NotFound;
                var rows = await context.Set<RequestDeadline>().AsNoTracking().Where(row => row.RequestId == id).ToListAsync(token);
                if (!rules.MayEraseNow(request, [.. rows.Select(row => row.ToDeadline())]))
                    return RequestFailures.Underway;
                return await EraseAsync(context, request, Actor.Citizen, "on request", token);
            },
            cancellation);
        if (!erased.Succeeded)
            return erased.Failure;
        attachments.RemoveFiles(erased.Value);
        return true;
    }

    /// <summary>Removes what has been kept long enough. Safe when several servers do it at once.</summary>
    /// <returns>How many requests were erased.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var services = await store.ReadAsync(
            (context, token) => context.Set<Request>().Where(row => row.ClosedAt != null && row.ErasedAt == null).Select(row => row.Service).Distinct().ToListAsync(token), cancellation);
        var total = 0;
        foreach (var service in services)
        {
            var before = now.AddDays(-rules.DaysOf(service));
            while (true)
            {
                var ids = await store.ReadAsync(
                    (context, token) => context.Set<Request>().Where(row => row.Service == service && row.ErasedAt == null && row.ClosedAt < before)
                        .OrderBy(row => row.ClosedAt).Take(Batch).Select(row => row.Id).ToListAsync(token),
                    cancellation);
                foreach (var id in ids)
                    total += await AfterItsTimeAsync(id, before, cancellation);
                if (ids.Count < Batch)
                    break;
            }
        }

        return total;
    }

    private async Task<int> AfterItsTimeAsync(Guid id, DateTimeOffset before, CancellationToken cancellation)
    {
        var files = await store.WriteAsync(
            // Another server may have erased it, or an objection may have opened it again.
            async (context, token) => await LockAsync(context, id, token) is { ErasedAt: null, ClosedAt: { } closed } request && closed < before
                ? await EraseAsync(context, request, Actor.System, "retention", token)
                : null,
            cancellation);
        attachments.RemoveFiles(files ?? []);
        return files is null ? 0 : 1;
    }

    private static async Task<Request?> LockAsync(CaseworkContext context, Guid id, CancellationToken cancellation)
    {
        await context.Set<Request>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellation);
        return await context.Set<Request>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    private async Task<List<string>> EraseAsync(CaseworkContext context, Request request, Actor by, string why, CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(time.GetUtcNow());
        request.SealedPaper = null;
        request.CodeFingerprint = "";
        request.Assignee = null;
        request.ErasedAt = now;
        await context.Set<RequestStep>().Where(step => step.RequestId == request.Id).ExecuteUpdateAsync(set => set.SetProperty(step => step.SealedDetail, (byte[]?)null), cancellation);
        await context.Set<RequestParty>().Where(party => party.RequestId == request.Id).ExecuteDeleteAsync(cancellation);
        await context.Set<DeadlineReminder>().Where(reminder => reminder.RequestId == request.Id).ExecuteDeleteAsync(cancellation);
        context.Add(new RequestStep
        {
            RequestId = request.Id,
            Sequence = request.Version,
            At = now,
            Actor = by.Name,
            Event = RequestMachine.Erased,
            From = request.State,
            To = request.State,
        });
        audit.Record(context, by, "request.erased", request.Subject, why);
        // Who keeps something of his own about the request, such as a message with a phone number, removes it now.
        await changes.RaiseAsync(context, changes.RaisedOf(request, RequestMachine.Erased, request.State, now), cancellation);
        return await AttachmentService.ForgetAsync(context, request.Id, cancellation);
    }
}
