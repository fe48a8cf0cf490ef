using System.Collections.Frozen;

namespace LegalService.Casework.Notifications;

/// <summary>What citizens are told, and which placeholders the texts of each kind may use.</summary>
public static class NotificationKinds
{
    /// <summary>A request was received.</summary>
    public const string RequestReceived = "request.received";

    /// <summary>Something is missing; asked once for everything (法律援助法第四十三条).</summary>
    public const string RequestIncomplete = "request.incomplete";

    /// <summary>A request was accepted.</summary>
    public const string RequestAccepted = "request.accepted";

    /// <summary>A request was refused; says how to object (法律援助法第四十九条).</summary>
    public const string RequestRefused = "request.refused";

    /// <summary>Somebody was assigned to a request.</summary>
    public const string RequestAssigned = "request.assigned";

    /// <summary>A request is done.</summary>
    public const string RequestDone = "request.done";

    /// <summary>A request was taken back, or counts as taken back because nothing was added in time (法律援助法第四十三条).</summary>
    public const string RequestWithdrawn = "request.withdrawn";

    /// <summary>Something else happened to a request that the citizen can look up.</summary>
    public const string RequestUpdated = "request.updated";

    /// <summary>The citizen has to do something by a time that comes near.</summary>
    public const string RequestDeadline = "request.deadline";

    /// <summary>An appointment was booked.</summary>
    public const string AppointmentBooked = "appointment.booked";

    /// <summary>An appointment was moved.</summary>
    public const string AppointmentChanged = "appointment.changed";

    /// <summary>An appointment was cancelled.</summary>
    public const string AppointmentCancelled = "appointment.cancelled";

    /// <summary>An appointment is tomorrow.</summary>
    public const string AppointmentDayBefore = "appointment.dayBefore";

    /// <summary>An appointment is in a few hours.</summary>
    public const string AppointmentHoursBefore = "appointment.hoursBefore";

    /// <summary>A place became free for somebody on the waiting list.</summary>
    public const string WaitingOffer = "waiting.offer";

    /// <summary>The turn of a number in the queue has come.</summary>
    public const string QueueTurn = "queue.turn";

    /// <summary>The office replied to a low rating.</summary>
    public const string FeedbackReplied = "feedback.replied";

    /// <summary>A code to prove that the phone is at hand.</summary>
    public const string OneTimeCode = "code.oneTime";

    /// <summary>A document lies ready to be fetched at a kiosk.</summary>
    public const string PickupReady = "pickup.ready";

    /// <summary>A volunteer is asked to take an order; for the volunteer, not the citizen.</summary>
    public const string VolunteerOrder = "volunteer.order";

    /// <summary>
    /// The placeholders by kind. <c>service</c> and <c>missing</c> tell the matter and <c>office</c> may: see <see cref="NotInSms"/> and
    /// <see cref="NotInNeutral"/>.
    /// </summary>
    internal static readonly FrozenDictionary<string, string[]> Placeholders = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [RequestReceived] = ["service", "number"],
        [RequestIncomplete] = ["service", "number", "missing", "due"],
        [RequestAccepted] = ["service", "number"],
        [RequestRefused] = ["service", "number"],
        [RequestAssigned] = ["service", "number"],
        [RequestDone] = ["service", "number"],
        [RequestWithdrawn] = ["service", "number"],
        [RequestUpdated] = ["service", "number"],
        [RequestDeadline] = ["service", "number", "due"],
        [AppointmentBooked] = ["service", "number", "time", "office"],
        [AppointmentChanged] = ["service", "number", "time", "office"],
        [AppointmentCancelled] = ["service", "number", "time", "office"],
        [AppointmentDayBefore] = ["service", "number", "time", "office"],
        [AppointmentHoursBefore] = ["service", "number", "time", "office"],
        [WaitingOffer] = ["service", "time", "office", "until"],
        [QueueTurn] = ["number", "office"],
        [FeedbackReplied] = ["number"],
        [OneTimeCode] = ["code", "minutes"],
        [VolunteerOrder] = ["number", "code", "due", "page"],
        [PickupReady] = ["code", "office", "due"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where a message that did not arrive is no small matter: a clerk has to call.</summary>
    internal static readonly string[] MustBeTold =
        [RequestIncomplete, RequestAccepted, RequestRefused, RequestWithdrawn, RequestUpdated, RequestDeadline, AppointmentChanged, AppointmentCancelled,
            PickupReady];

    /// <summary>What an SMS never says: anybody at hand may read it.</summary>
    internal static readonly FrozenSet<string> NotInSms = FrozenSet.Create(StringComparer.Ordinal, "service", "missing");

    /// <summary>What a neutral text never says.</summary>
    internal static readonly FrozenSet<string> NotInNeutral = FrozenSet.Create(StringComparer.Ordinal, "service", "missing", "office", "hotline");

    /// <summary>Whether it must go to the phone itself and no other way will do.</summary>
    internal static bool ProvesThePhone(string kind) => kind == OneTimeCode;
}
