using System.Globalization;
using LegalService.Casework.Appointments;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications;

/// <summary>
/// Tells the citizen what became of an appointment, an offer or a number of the queue, in the transaction of the change, and reminds of what was booked. Text
/// messages go to those only who wanted them.
/// </summary>
internal sealed class AppointmentNotifications(
    Outbox outbox, IBookableServices services, PlaceCatalog places, IOptions<NotificationOptions> options, TimeProvider time) : IAppointmentEvents
{
    public async Task OnAsync(CaseworkContext context, AppointmentEvent happened, CancellationToken cancellation)
    {
        var subject = SubjectOf(happened);
        if (happened.Kind is AppointmentEventKind.Cancelled or AppointmentEventKind.Completed or AppointmentEventKind.Missed)
            await outbox.CancelAsync(context, subject, kinds: null, cancellation);
        if (happened.Kind == AppointmentEventKind.Erased)
            await outbox.ForgetAsync(context, subject, cancellation);
        if (KindOf(happened.Kind) is not { } kind || happened.Contact is not { } contact)
            return;
        var notice = new Notification
        {
            Kind = kind,
            Subject = subject,
            Related = happened.RequestNumber is { } number ? RequestNotifications.SubjectOf(number) : null,
            Version = happened.Sequence.ToString(CultureInfo.InvariantCulture),
            Recipient = new Recipient(contact.Phone, AllowsSms: happened.Notify),
            Values = Values(happened),
            Until = UntilOf(happened),
            // Somebody stands in the hall, or loses the place to the next one.
            Urgent = happened.Kind is AppointmentEventKind.Called or AppointmentEventKind.Offered,
            Neutral = await IsDiscreetAsync(context, happened.RequestNumber, cancellation),
        };
        if (happened.Kind == AppointmentEventKind.Rescheduled)
            await outbox.CancelAsync(context, subject, [NotificationKinds.AppointmentBooked, NotificationKinds.AppointmentChanged], cancellation);
        await outbox.AddAsync(context, notice, cancellation);
        if (happened.Kind is AppointmentEventKind.Booked or AppointmentEventKind.Rescheduled)
            await outbox.MoveAsync(context, subject, Reminders(notice, happened.Start), cancellation);
    }

    /// <summary>The subject of what is told about it, also for <see cref="Following.ChannelLinks"/>: an appointment by its number, the rest by id.</summary>
    public static string SubjectOf(AppointmentEvent happened) => happened.Kind switch
    {
        AppointmentEventKind.Offered => WaitingEntry.Place(happened.Id),
        AppointmentEventKind.Called => Ticket.Place(happened.Id),
        _ => $"appointment/{happened.Number}",
    };

    private static string? KindOf(AppointmentEventKind happened) => happened switch
    {
        AppointmentEventKind.Booked => NotificationKinds.AppointmentBooked,
        AppointmentEventKind.Rescheduled => NotificationKinds.AppointmentChanged,
        AppointmentEventKind.Cancelled => NotificationKinds.AppointmentCancelled,
        AppointmentEventKind.Offered => NotificationKinds.WaitingOffer,
        AppointmentEventKind.Called => NotificationKinds.QueueTurn,
        _ => null,
    };

    private static DateTimeOffset UntilOf(AppointmentEvent happened) => happened.Kind switch
    {
        AppointmentEventKind.Offered => happened.OfferUntil ?? happened.Start,
        AppointmentEventKind.Called => happened.End,
        _ => happened.Start,
    };

    private Notification[] Reminders(Notification notice, DateTimeOffset start) =>
    [
        notice with { Kind = NotificationKinds.AppointmentDayBefore, Due = start - options.Value.DayReminder },
        notice with { Kind = NotificationKinds.AppointmentHoursBefore, Due = start - options.Value.HoursReminder },
    ];

    private Dictionary<string, string> Values(AppointmentEvent happened) => new(StringComparer.Ordinal)
    {
        ["service"] = services.Find(happened.Service)?.Name ?? happened.Service,
        ["number"] = happened.Number ?? "",
        ["time"] = SpokenTime.Moment(happened.Start),
        ["office"] = happened.Way switch
        {
            MeetingWay.Phone => "电话里",
            MeetingWay.Video => "视频里",
            _ => places.Find(happened.Office)?.Name ?? "原来说好的地方",
        },
        ["until"] = SpokenTime.Moment(happened.OfferUntil ?? time.GetUtcNow()),
    };

    private static async Task<bool> IsDiscreetAsync(CaseworkContext context, string? request, CancellationToken cancellation) =>
        request is not null && await context.Set<Request>().AnyAsync(row => row.Number == request && row.IsDiscreet, cancellation);
}
