using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>
/// A clerk takes his last step back: for a little while (<see cref="RequestOptions.TakeBackWithin"/>) the citizen is not told of it, and what nobody was told of
/// binds nobody yet. Both steps stay in the history that clerks see; the citizen, the deadlines and the figures know of neither. Thread safe.
/// </summary>
internal sealed class TakingBack(CaseworkStore store, Sealer sealer, RequestChanges changes, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>Steps of clerks that nothing outside follows from at once.</summary>
    public static IReadOnlySet<string> Reversible { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        CaseEvents.Incomplete, CaseEvents.Accepted, CaseEvents.Refused, CaseEvents.Assigned, CaseEvents.StartedEarly, CaseEvents.Done, CaseEvents.Transferred,
        CaseEvents.Suspended, CaseEvents.Resumed, CaseEvents.ObjectionDecided, RequestMachine.Handed,
    };

    private static Failure TooLate { get; } = new("request.told", "来不及撤销了：申请人可能已经收到通知，或者之后又有了变化。请用别的办理方式更正。");

    /// <summary>The steps that hold: without those taken back, and without the taking back.</summary>
    public static IReadOnlyList<RequestStep> Standing(IReadOnlyList<RequestStep> steps)
    {
        var standing = new List<RequestStep>(steps.Count);
        foreach (var step in steps.OrderBy(step => step.Sequence))
        {
            if (step.Event == RequestMachine.TakenBack)
                standing.RemoveAt(standing.Count - 1);
            else
                standing.Add(step);
        }

        return standing;
    }

    /// <summary>Until when this clerk may take the last step back; null: he may not.</summary>
    public DateTimeOffset? Until(IReadOnlyList<RequestStep> steps, Actor by) =>
        steps.MaxBy(step => step.Sequence) is { } last && Reversible.Contains(last.Event) && last.Actor == by.Name && last.At + options.Value.TakeBackWithin > time.GetUtcNow()
            ? last.At + options.Value.TakeBackWithin
            : null;

    /// <summary>Takes it back. Failures: <c>request.told</c>, <c>request.changed</c>.</summary>
    public Task<Result<int>> RunAsync(Guid id, DeskAction action, CancellationToken cancellation) => store.WriteAsync(
        async (context, token) =>
        {
            var request = await context.Set<Request>().AsNoTracking().SingleAsync(row => row.Id == id, token);
            var steps = await context.Set<RequestStep>().AsNoTracking().Where(step => step.RequestId == id && step.Sequence == action.Version).ToListAsync(token);
            if (request.Version == action.Version && (Until(steps, action.By) is null || DetailOf(request, steps[0])?.Before is null))
                return TooLate;
            var change = new Change(RequestMachine.TakenBack, action.By)
            {
                To = steps is [var step] ? step.From : null,
                TakesBack = action.Version,
                AuditDetail = steps is [var taken] ? taken.Event : null,
                Apply = (_, current, _) =>
                {
                    DetailOf(request, steps[0])!.Before!.Restore(current);
                    return Task.FromResult<Failure?>(null);
                },
            };
            return await changes.ApplyAsync(context, id, action.Version, change, token);
        },
        cancellation);

    private StepDetail? DetailOf(Request request, RequestStep step) =>
        step.SealedDetail is { } box ? JsonSerializer.Deserialize<StepDetail>(sealer.OpenBytes(box, request.StepPlace(step.Sequence))) : null;
}
