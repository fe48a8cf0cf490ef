using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Casework.Attachments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>After a change: runs triage again and counts the deadlines again, in the same transaction. Thread safe.</summary>
internal sealed class RequestRefresh(PartyFinder finder, WorkCalendar calendar, IOptions<RequestOptions> options, TimeProvider time)
{
    private const string TakeOver = "takeOver";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<Finding> FindingsOf(Request request) => JsonSerializer.Deserialize<List<Finding>>(request.Findings, Json) ?? [];

    /// <summary>Sorts the request by its answers and people. Parties of the request are those given.</summary>
    public async Task TriageAsync(
        CaseworkContext context, Request request, ServiceDefinition definition, Answers sent, IReadOnlyList<RequestParty> parties, CancellationToken cancellation)
    {
        var today = BeijingTime.Today(time);
        List<Finding> findings =
        [
            .. TriageRules.Run(definition, sent, await PapersAsync(context, request.Id, cancellation), today),
            .. await finder.FindAsync(context, request, parties, cancellation),
        ];
        request.Findings = JsonSerializer.Serialize(findings, Json);
        request.Urgency = Finding.UrgencyOf(findings);
        request.TriagedOn = today;
    }

    /// <summary>Counts the deadlines and plans their reminders.</summary>
    public async Task<IReadOnlyList<Deadline>> CountAsync(
        CaseworkContext context, Request request, ServiceDefinition definition, Answers sent, IReadOnlyList<RequestStep> steps, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = BeijingTime.Today(time);
        var papers = await PapersAsync(context, request.Id, cancellation);
        List<CaseEvent> events = [.. TakingBack.Standing(steps).Select(step => new CaseEvent(step.Event, step.At))];
        var rules = definition.Deadlines.Where(rule => rule.When is not { } when || when.Holds(sent, today))
            .Concat(MaterialRules(definition, sent, papers, today)).Concat(TakeOverRules(definition)).ToList();
        var deadlines = DeadlineCounter.Count(rules, events, calendar, now);
        await context.Set<RequestDeadline>().Where(row => row.RequestId == request.Id).ExecuteDeleteAsync(cancellation);
        context.AddRange(deadlines.Select(deadline => RequestDeadline.Of(request, deadline)));
        await PlanAsync(context, request.Id, deadlines, rules, now, cancellation);
        request.NextDue = deadlines.Where(deadline => deadline is { Party: DeadlineParty.Office, EndedAt: null, IsDropped: false, IsSuspended: false })
            .Select(deadline => (DateTimeOffset?)deadline.Due).Min();
        return deadlines;
    }

    /// <summary>Each office has a clock of its own for taking over what another one hands to it: the service's, else the county's.</summary>
    private IEnumerable<DeadlineRule> TakeOverRules(ServiceDefinition definition)
    {
        if (definition.Deadlines.Any(rule => rule.Starts == CaseEvents.Referred))
            yield break;
        yield return new DeadlineRule
        {
            Id = TakeOver,
            Name = "接手转来的办件（县里定的期限）",
            Starts = CaseEvents.Referred,
            Ends = [CaseEvents.TakenOver, CaseEvents.Returned],
            Length = options.Value.TakeOverDays,
            Unit = DeadlineUnit.WorkingDays,
            AmberBefore = Math.Min(1, options.Value.TakeOverDays - 1),
            Party = DeadlineParty.Office,
            Pauses = [],
            Basis = [],
            OwnRule = options.Value.TakeOverRule,
        };
    }

    /// <summary>A paper that may follow has a deadline of its own; it is gone as soon as the paper has come.</summary>
    private static IEnumerable<DeadlineRule> MaterialRules(ServiceDefinition definition, Answers sent, IReadOnlySet<string> papers, DateOnly today) =>
        from material in TriageRules.Missing(definition, sent, papers, today)
        let days = material.MayFollowDays ?? 0
        where days > 0
        select new DeadlineRule
        {
            Id = TriageRules.IdOf(material),
            Name = $"补交{material.Name}",
            Starts = CaseEvents.Received,
            Ends = [TriageRules.IdOf(material)],
            Length = days,
            Unit = DeadlineUnit.CalendarDays,
            AmberBefore = Math.Min(3, days - 1),
            Party = DeadlineParty.Applicant,
            Pauses = [],
            Basis = material.Basis,
        };

    /// <summary>Reminders not sent yet are planned anew; those sent stay, so that none is sent twice.</summary>
    private async Task PlanAsync(
        CaseworkContext context, Guid requestId, IReadOnlyList<Deadline> deadlines, IReadOnlyList<DeadlineRule> rules, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = context.Set<DeadlineReminder>().Where(row => row.RequestId == requestId);
        await rows.Where(row => row.SentAt == null).ExecuteDeleteAsync(cancellation);
        var sent = await rows.AsNoTracking().Select(row => new { row.Rule, row.Occurrence, row.Kind, row.Due }).ToListAsync(cancellation);
        foreach (var deadline in deadlines.Where(deadline => deadline is { EndedAt: null, IsDropped: false, IsSuspended: false } && now <= deadline.Due))
        {
            var inHours = rules.Any(rule => rule.Id == deadline.Rule && rule.Unit == DeadlineUnit.Hours);
            (string Kind, DateTimeOffset At)[] plan = deadline.AmberFrom < deadline.RedFrom
                ? [(RequestRaised.DeadlineNear, deadline.AmberFrom), (RequestRaised.DeadlineLastDay, deadline.RedFrom)]
                : [(RequestRaised.DeadlineLastDay, deadline.RedFrom)];
            foreach (var (kind, at) in plan)
            {
                if (sent.Exists(row => row.Rule == deadline.Rule && row.Occurrence == deadline.Occurrence && row.Kind == kind && row.Due == deadline.Due))
                    continue;
                context.Add(new DeadlineReminder
                {
                    RequestId = requestId,
                    Rule = deadline.Rule,
                    Occurrence = deadline.Occurrence,
                    Kind = kind,
                    Due = deadline.Due,
                    At = inHours ? at : BeijingTime.At(BeijingTime.DayOf(at), options.Value.RemindAt),
                });
            }
        }
    }

    /// <summary>Fields and papers for which a file came, or which a clerk has seen.</summary>
    private static async Task<IReadOnlySet<string>> PapersAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation)
    {
        var items = await context.Set<Attachment>().AsNoTracking().Where(item => item.RequestId == requestId && item.Item != null).Select(item => item.Item!).ToListAsync(cancellation);
        var seen = await context.Set<SeenPaper>().AsNoTracking().Where(paper => paper.RequestId == requestId).Select(paper => paper.Material).ToListAsync(cancellation);
        return items.Concat(seen).ToHashSet(StringComparer.Ordinal);
    }
}
