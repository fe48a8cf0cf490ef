using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Bot.Activities;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>A booking between two messages: what the citizen wishes, as far as he has said it.</summary>
internal sealed record BookingState
{
    public BookingStage Stage { get; init; }

    /// <summary>Id of the service; null: not said yet.</summary>
    public string? Service { get; init; }

    /// <summary>Number of the request it is for; null: none.</summary>
    public string? Request { get; init; }

    /// <summary>A number whose code is still to be said.</summary>
    public string? Number { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    /// <summary>The ways that are open to this request; empty: all of the service that are open to everybody.</summary>
    public IReadOnlyList<MeetingWay> Ways { get; init; } = [];

    public MeetingWay? Way { get; init; }

    /// <summary>Id of the office; null: not said yet.</summary>
    public string? Office { get; init; }

    /// <summary>True when any office will do.</summary>
    public bool IsAnyOffice { get; init; }

    public BookingWish Wish { get; init; } = new();

    /// <summary>The times that were offered last.</summary>
    public IReadOnlyList<OfferedTime> Offered { get; init; } = [];

    /// <summary>The time that was chosen; null: none yet.</summary>
    public OfferedTime? Chosen { get; init; }

    /// <summary>The hold of <see cref="Chosen"/>.</summary>
    public Guid? Hold { get; init; }

    /// <summary>The appointment that is moved; null: a new one is made.</summary>
    public MovedAppointment? Moving { get; init; }

    /// <summary>True when no message may go to the phone.</summary>
    public bool IsUnsafePhone { get; init; }

    public static BookingState Read(JsonElement json) => json.Deserialize<BookingState>(ActivityJson.Options)!;

    public JsonElement Write() => JsonSerializer.SerializeToElement(this, ActivityJson.Options);
}

/// <summary>When the citizen wants to come. Nulls: he has not said.</summary>
internal sealed record BookingWish
{
    public DateOnly? From { get; init; }

    /// <summary>The last day; the same as <see cref="From"/> where one day is meant.</summary>
    public DateOnly? To { get; init; }

    /// <summary>First hour, from 0.</summary>
    public int? FromHour { get; init; }

    /// <summary>The hour before which it begins.</summary>
    public int? ToHour { get; init; }

    /// <summary>The minute of the day at which it begins.</summary>
    public int? Minute { get; init; }

    /// <summary>True when the first of all will do.</summary>
    public bool IsEarliest { get; init; }

    public bool Fits(DateTimeOffset start) =>
        (From is not { } from || DateOnly.FromDateTime(start.DateTime) >= from) && (To is not { } to || DateOnly.FromDateTime(start.DateTime) <= to) && FitsHour(start);

    public bool FitsHour(DateTimeOffset start) =>
        (FromHour is not { } first || start.Hour >= first) && (ToHour is not { } last || start.Hour < last) && (Minute is not { } minute || (start.Hour * 60) + start.Minute == minute);
}

/// <summary>A time that was offered.</summary>
/// <param name="Id">Id of the slot.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Way">How one meets.</param>
/// <param name="Start">On Beijing's clock.</param>
internal sealed record OfferedTime(string Id, string Office, MeetingWay Way, DateTimeOffset Start);

/// <summary>An appointment that is to be moved.</summary>
internal sealed record MovedAppointment(Guid Id, string Number, string Code);

/// <summary>What a booking waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BookingStage>))]
internal enum BookingStage
{
    /// <summary>What is missing next.</summary>
    Asking,

    /// <summary>Whether to book at all.</summary>
    Offered,

    /// <summary>The yes to the time.</summary>
    Confirming,
}
