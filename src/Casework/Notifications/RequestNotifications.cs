using System.Globalization;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications;

/// <summary>
/// Tells the citizen what became of a request, in the transaction of the change. The phone was given to be told about this very matter, and telling is the duty of
/// the centre (法律援助法第四十三条; 个人信息保护法第十三条第一款第三项), so no further consent is asked for.
/// </summary>
internal sealed class RequestNotifications(Outbox outbox, IOptions<RequestOptions> options) : IRequestEvents
{
    /// <summary>Between the last moment at which a step can be taken back and the first at which it is told.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private static readonly string[] Answered = [NotificationKinds.RequestIncomplete, NotificationKinds.RequestDeadline];

    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        var subject = SubjectOf(raised.Number);
        if (raised.Event == RequestMachine.Erased)
            await outbox.ForgetAsync(context, subject, cancellation);
        // What was asked for came, or is asked for no longer.
        if (raised.Event is CaseEvents.Supplemented or CaseEvents.Withdrawn or CaseEvents.Done)
            await outbox.CancelAsync(context, subject, Answered, cancellation);
        if (raised.TakesBack is { } version)
            await outbox.CancelAsync(context, subject, version.ToString(CultureInfo.InvariantCulture), cancellation);
        if (KindOf(raised) is not { } kind || raised.Contact is not { } contact)
            return;
        var notification = new Notification
        {
            Kind = kind,
            Subject = subject,
            Version = VersionOf(raised),
            Recipient = new Recipient(contact.Phone, AllowsSms: contact.Phone is not null, Language: raised.Language),
            Values = await ValuesAsync(context, raised, cancellation),
            Due = options.Value.TakeBackWithin > TimeSpan.Zero && TakingBack.Reversible.Contains(raised.Event) ? raised.At + options.Value.TakeBackWithin + Margin : null,
            Until = raised.Deadline?.Due,
            Neutral = raised.IsDiscreet,
        };
        await outbox.AddAsync(context, notification, cancellation);
    }

    /// <summary>The subject of what is told about a request, also for <see cref="Following.ChannelLinks"/>.</summary>
    public static string SubjectOf(string number) => $"request/{number}";

    private static string? KindOf(RequestRaised raised) => raised.Event switch
    {
        RequestRaised.DeadlineNear or RequestRaised.DeadlineLastDay => raised.Deadline is { Party: DeadlineParty.Applicant } ? NotificationKinds.RequestDeadline : null,
        CaseEvents.Received => NotificationKinds.RequestReceived,
        CaseEvents.Incomplete => NotificationKinds.RequestIncomplete,
        CaseEvents.Accepted => NotificationKinds.RequestAccepted,
        CaseEvents.Refused => NotificationKinds.RequestRefused,
        CaseEvents.Assigned => NotificationKinds.RequestAssigned,
        CaseEvents.Done => NotificationKinds.RequestDone,
        CaseEvents.Withdrawn => NotificationKinds.RequestWithdrawn,
        CaseEvents.StartedEarly or CaseEvents.Suspended or CaseEvents.Resumed or CaseEvents.Transferred or CaseEvents.Referred or CaseEvents.TakenOver or CaseEvents.Returned
            or CaseEvents.ObjectionDecided
            or RequestMachine.LetterIssued => NotificationKinds.RequestUpdated,
        // What the citizen did at this moment, and what only clerks see.
        _ => null,
    };

    private static string VersionOf(RequestRaised raised) => raised.Deadline is { } deadline
        ? string.Create(CultureInfo.InvariantCulture, $"{raised.Event}/{deadline.Rule}/{deadline.Occurrence}/{deadline.Due.UtcDateTime:yyyyMMddHHmm}")
        : raised.Version.ToString(CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyDictionary<string, string>> ValuesAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        var due = raised.Event == CaseEvents.Incomplete ? await CitizensLimitAsync(context, raised.RequestId, cancellation) : raised.Deadline?.Due;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service"] = raised.ServiceName,
            ["number"] = raised.Number,
            ["missing"] = string.Join('；', (raised.Detail?.Items ?? []).Select(item => item.Text.TrimEnd('。', '；', '.', ';'))),
            ["due"] = due is { } limit ? SpokenTime.Limit(limit) : "规定的日期",
        };
    }

    /// <summary>The first thing the citizen must do in time; null when the service sets no limit.</summary>
    private static async Task<DateTimeOffset?> CitizensLimitAsync(CaseworkContext context, Guid request, CancellationToken cancellation)
    {
        // Counted in this transaction, perhaps not written yet.
        await context.SaveChangesAsync(cancellation);
        var limits = await context.Set<RequestDeadline>().AsNoTracking()
            .Where(deadline => deadline.RequestId == request && deadline.Party == DeadlineParty.Applicant && deadline.EndedAt == null && !deadline.IsDropped)
            .Select(deadline => deadline.Due).ToListAsync(cancellation);
        return limits.Count > 0 ? limits.Min() : null;
    }
}
