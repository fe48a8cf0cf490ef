using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Appointments;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Interviews;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Progress;

/// <summary>Words how a request or an appointment stands. Thread safe.</summary>
internal sealed class StatusText(DialogTexts texts, ServiceCatalog catalog, PlaceCatalog places, ChannelTraits channels, TimeProvider time)
{
    private const string Booked = "booked";

    /// <summary>Buttons by what the citizen can do, in the order in which they are shown.</summary>
    private static readonly (string Can, Press Button)[] Doings = [("supplement", Press.Supplement), ("object", Press.Object), ("withdraw", Press.Withdraw)];

    public Activity Of(RequestStatus status, string? channel)
    {
        var open = status.Deadlines.Where(deadline => deadline is { Due: { } due } && due > time.GetUtcNow() && deadline.State is DeadlineState.Green or DeadlineState.Amber).ToList();
        string?[] lines =
        [
            texts.Say(Line.Status, ("service", status.ServiceName), ("number", status.Number), ("state", status.StateText)),
            status.IsSuspended ? texts.Say(Line.StatusPaused) : null,
            status.Assignee is { } assignee ? texts.Say(Line.StatusAssignee, ("name", assignee)) : null,
            texts.Say(Line.StatusHistory),
            .. status.History.Select(line => $"· {SpokenTime.Day(line.At)} {line.Text}{(line.Message is { } message ? $"：{message}" : "")}"),
            .. Section(Line.StatusAsked, status.Asked.Select(item => item.Text)),
            .. Section(Line.StatusReasons, status.Reasons.Select(reason => $"{reason.Text}（{string.Join('、', reason.Basis)}）")),
            status.HowToObject,
            .. Section(Line.Deadlines, open.Select(deadline => $"{deadline.Name}：{SpokenTime.Limit(deadline.Due!.Value)}")),
            .. status.Appointments.Where(appointment => appointment.State == Booked).Select(Appointment),
            texts.Say(Line.StatusWhat),
        ];
        List<CardAction> actions = [.. Doings.Where(doing => status.Can.Contains(doing.Can, StringComparer.Ordinal)).Select(doing => texts.Button(doing.Button))];
        if (catalog.Find(status.Service)?.Appointment is not null && status.Can.Contains("supplement", StringComparer.Ordinal))
            actions.Add(texts.Button(Press.Book));
        if (channels.Notifies(channel))
            actions.Add(texts.Button(Press.Notify));
        actions.Add(texts.Button(Press.Done));
        return DialogActivity.Of(Lines(lines), new { kind = "status", personal = true }, actions);
    }

    public Activity Of(AppointmentView appointment, string? channel)
    {
        var isAhead = appointment.State == AppointmentState.Booked && appointment.Start > time.GetUtcNow();
        List<CardAction> actions = isAhead ? [texts.Button(Press.Move), texts.Button(Press.Cancel)] : [];
        if (isAhead && appointment.Way == Interviews.Definitions.MeetingWay.Video)
            actions.Add(texts.Button(Press.Room));
        if (isAhead && channels.Notifies(channel))
            actions.Add(texts.Button(Press.Notify));
        actions.Add(texts.Button(Press.Done));
        var text = texts.Say(
            Line.AppointmentStatus,
            ("service", catalog.Find(appointment.Service)?.Name ?? appointment.Service), ("way", texts.NameOf(appointment.Way)),
            ("time", SpokenTime.Moment(appointment.Start)), ("office", OfficeName(appointment.Office)), ("state", texts.NameOf(appointment.State)));
        return DialogActivity.Of(Lines(text, texts.Say(isAhead ? Line.ManageWhat : Line.StatusWhat)), new { kind = "status", personal = true }, actions);
    }

    private IEnumerable<string> Section(Line title, IEnumerable<string> items)
    {
        var all = items.Select(item => $"· {item}").ToList();
        return all.Count == 0 ? [] : all.Prepend(texts.Say(title));
    }

    private string Appointment(RequestAppointment appointment) => texts.Say(
        Line.StatusAppointment, ("time", SpokenTime.Moment(appointment.Start)), ("office", OfficeName(appointment.Office)), ("number", appointment.Number));

    private string OfficeName(string office) => places.Find(office)?.Name ?? office;
}
