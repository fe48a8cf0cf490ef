using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Appointments;

/// <summary>Settings under <c>Appointments</c>.</summary>
public sealed class AppointmentOptions
{
    /// <summary>For how many minutes a hold keeps its place.</summary>
    [Range(1, 120, ErrorMessage = "Appointments:HoldMinutes 要在 1 到 120 之间")]
    public int HoldMinutes { get; set; } = 10;

    /// <summary>For how many minutes a place is kept for whom it was offered to from the waiting list.</summary>
    [Range(5, 2880, ErrorMessage = "Appointments:OfferMinutes 要在 5 到 2880 之间")]
    public int OfferMinutes { get; set; } = 120;

    /// <summary>The most days that one search may span.</summary>
    [Range(1, 92, ErrorMessage = "Appointments:MaxSearchDays 要在 1 到 92 之间")]
    public int MaxSearchDays { get; set; } = 31;

    /// <summary>The most slots that one search gives.</summary>
    [Range(10, 5000, ErrorMessage = "Appointments:MaxSlots 要在 10 到 5000 之间")]
    public int MaxSlots { get; set; } = 500;

    /// <summary>How many other slots are offered to whom one is taken from.</summary>
    [Range(1, 20, ErrorMessage = "Appointments:NextSlots 要在 1 到 20 之间")]
    public int NextSlots { get; set; } = 3;

    /// <summary>How many appointments of one service one phone number may have ahead of it.</summary>
    [Range(1, 100, ErrorMessage = "Appointments:MaxAheadPerPhone 要在 1 到 100 之间")]
    public int MaxAheadPerPhone { get; set; } = 3;

    /// <summary>From how many minutes after its beginning on an appointment can be noted as missed.</summary>
    [Range(0, 120, ErrorMessage = "Appointments:NoShowAfterMinutes 要在 0 到 120 之间")]
    public int NoShowAfterMinutes { get; set; } = 10;

    /// <summary>From how many minutes before its beginning on, and until how many after its end, the video room is open.</summary>
    [Range(0, 120, ErrorMessage = "Appointments:RoomMarginMinutes 要在 0 到 120 之间")]
    public int RoomMarginMinutes { get; set; } = 15;

    /// <summary>What the room's token is put behind, such as <c>https://video.example/room/</c>. Null: there is no video room yet.</summary>
    [Url(ErrorMessage = "Appointments:RoomAddress 要是网址")]
    public string? RoomAddress { get; set; }

    /// <summary>How many minutes before an appointment the citizen's own calendar reminds.</summary>
    [Range(0, 2880, ErrorMessage = "Appointments:AlarmMinutes 要在 0 到 2880 之间")]
    public int AlarmMinutes { get; set; } = 60;

    /// <summary>How many numbers the walk-in queue of an office gives a day.</summary>
    [Range(1, 9999, ErrorMessage = "Appointments:MaxTicketsPerDay 要在 1 到 9999 之间")]
    public int MaxTicketsPerDay { get; set; } = 300;

    /// <summary>
    /// For how many days after its end an appointment's name, phone number and reason are kept; then they are removed (个人信息保护法第四十七条).
    /// </summary>
    [Range(1, 3650, ErrorMessage = "Appointments:KeepContactDays 要在 1 到 3650 之间")]
    public int KeepContactDays { get; set; } = 180;

    /// <summary>Seconds between two rounds of the background work: holds that expire, places offered to those who wait.</summary>
    [Range(1, 3600, ErrorMessage = "Appointments:SweepSeconds 要在 1 到 3600 之间")]
    public int SweepSeconds { get; set; } = 20;
}
