using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Interviews.Definitions;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>An appointment as a calendar file (RFC 5545): what moves in the citizen's calendar when the file is opened again. Thread safe.</summary>
internal sealed class CalendarFile(PlaceCatalog places, IBookableServices services, IOptions<AppointmentOptions> options, TimeProvider time)
{
    private const string Zone = "Asia/Shanghai";

    public string Of(Appointment appointment)
    {
        var cancelled = appointment.State == AppointmentState.Cancelled;
        var office = places.Find(appointment.Office);
        var title = services.Find(appointment.Service)?.Name ?? "法律服务预约";
        var item = new CalendarEvent
        {
            Uid = $"{appointment.Id:N}@legalservice",
            Sequence = appointment.Sequence,
            DtStamp = new CalDateTime(time.GetUtcNow().UtcDateTime, CalDateTime.UtcTzId),
            DtStart = Local(appointment.Start),
            DtEnd = Local(appointment.End),
            Summary = $"{title}（{WayOf(appointment.Way)}）",
            Description = $"预约号 {appointment.Number}",
            Location = appointment.Way == MeetingWay.InPerson && office is not null ? $"{office.Name} {office.Address}" : null,
            Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
        };
        if (office is not null && appointment.Way == MeetingWay.InPerson)
            item.GeographicLocation = new GeographicLocation(office.Latitude, office.Longitude);
        if (!cancelled)
        {
            item.Alarms.Add(new Alarm
            {
                Action = AlarmAction.Display,
                Description = item.Summary,
                Trigger = new Trigger(Duration.FromMinutes(-options.Value.AlarmMinutes)),
            });
        }

        var calendar = new Ical.Net.Calendar { Method = cancelled ? CalendarMethods.Cancel : CalendarMethods.Publish, ProductId = "-//LegalService//Appointments//ZH" };
        calendar.AddTimeZone(Beijing());
        calendar.Events.Add(item);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Local(DateTimeOffset instant) => new(BeijingTime.Of(instant).DateTime, Zone);

    // Written out: the offset has been the same since 1991, and its history would only make the file longer.
    private static VTimeZone Beijing()
    {
        var zone = new VTimeZone { TzId = Zone };
        zone.Children.Add(new VTimeZoneInfo("STANDARD")
        {
            DtStart = new CalDateTime(1991, 9, 15, 0, 0, 0),
            TimeZoneName = "CST",
            OffsetFrom = new UtcOffset(BeijingTime.Offset),
            OffsetTo = new UtcOffset(BeijingTime.Offset),
        });
        return zone;
    }

    private static string WayOf(MeetingWay way) => way switch
    {
        MeetingWay.InPerson => "当面",
        MeetingWay.Phone => "电话",
        _ => "视频",
    };
}
