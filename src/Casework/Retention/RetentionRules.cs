using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Retention;

/// <summary>How long personal data are kept, and when they may be removed before. Thread safe.</summary>
internal sealed class RetentionRules(IServiceDefinitions definitions, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>When they are removed at the latest; null while the request is underway.</summary>
    public DateTimeOffset? KeptUntil(Request request) => request.ClosedAt?.AddDays(DaysOf(request.Service));

    /// <summary>Calendar days after the end of a request of that service.</summary>
    public int DaysOf(string service) => definitions.Find(service)?.Retention.Days ?? options.Value.RetentionDays;

    /// <summary>Whether the citizen may have them removed now: nothing is left to decide, and he cannot object any more.</summary>
    public bool MayEraseNow(Request request, IReadOnlyList<Deadline> deadlines) => request.State switch
    {
        RequestState.Done or RequestState.Withdrawn or RequestState.Transferred or RequestState.RefusalUpheld => true,
        RequestState.Refused => time.GetUtcNow() > ObjectionEnds(request, deadlines),
        _ => false,
    };

    private DateTimeOffset? ObjectionEnds(Request request, IReadOnlyList<Deadline> deadlines)
    {
        var own = definitions.Find(request.Service)?.Deadlines
            .Where(rule => rule is { Starts: CaseEvents.Refused, Party: DeadlineParty.Applicant }).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return deadlines.Where(deadline => own?.Contains(deadline.Rule) ?? false).Select(deadline => (DateTimeOffset?)deadline.Due).Max()
            ?? request.ClosedAt?.AddDays(options.Value.ObjectionDays);
    }
}
