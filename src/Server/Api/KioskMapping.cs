using LegalService.Casework.Deadlines;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Places;
using LegalService.Contracts;

namespace LegalService.Server.Api;

/// <summary>Between kiosks' part of the API and casework.</summary>
internal static class KioskMapping
{
    private const string Booked = "booked";

    public static KioskReport ToReport(this KioskHeartbeatRequest beat) => new(
        beat.Version,
        beat.ApiVersion,
        beat.Corpus,
        beat.StartedAt,
        beat.LastUsedAt,
        [.. beat.Devices.Select(device => new DeviceReport(device.Kind, device.State, device.Detail))],
        beat.Outbox.Waiting,
        beat.Outbox.OldestAt,
        beat.FreeDiskBytes,
        beat.ClockOffsetSeconds,
        beat.Problems);

    public static KioskMattersResponse ToResponse(this IReadOnlyList<CardMatter> matters, PlaceCatalog places, DateTimeOffset now)
    {
        var appointments =
            from matter in matters
            from appointment in matter.Status.Appointments
            where appointment.State == Booked && appointment.End > now
            orderby appointment.Start
            select new KioskMatterAppointment(
                appointment.Number, matter.Status.Number, appointment.Start, appointment.End, appointment.Office,
                places.Find(appointment.Office)?.Name ?? appointment.Office, appointment.State);
        return new([.. matters.Select(ToResponse)], [.. appointments]);
    }

    private static KioskMatter ToResponse(CardMatter matter) => new(
        matter.Status.Number,
        matter.Status.Service,
        matter.Status.ServiceName,
        matter.Status.State.Name(),
        matter.Status.StateText,
        matter.ReceivedAt,
        matter.Status.Deadlines.Where(deadline => deadline.State is DeadlineState.Green or DeadlineState.Amber or DeadlineState.Red or DeadlineState.Late)
            .MinBy(deadline => deadline.Due)?.ToResponse(),
        [.. matter.Status.Asked.Select(item => new AskedItemResponse(item.Text, item.Field))]);
}
