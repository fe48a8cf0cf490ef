using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Notifications;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Asks for what a booking still needs, one thing at a time. Thread safe.</summary>
internal sealed class BookingQuestions(DialogTexts texts, ServiceCatalog catalog, BookingTimes times)
{
    /// <summary>The services that can be booked.</summary>
    public IReadOnlyList<ServiceDefinition> Bookable => [.. catalog.Services.Where(service => service.Appointment is not null)];

    /// <summary>What the booking lacks first, given what it knows.</summary>
    public Need NeedOf(BookingState state) => state switch
    {
        { Stage: BookingStage.Offered } => Need.Wanted,
        { Service: null } => Need.Service,
        { Moving: null, Request: null, Number: null } when RuleOf(state).NeedsRequest => Need.Number,
        { Moving: null, Request: null } when RuleOf(state).NeedsRequest => Need.Code,
        { Chosen: null } => Need.Time,
        { Moving: null, Name: null } => Need.Name,
        { Moving: null, Phone: null } => Need.Phone,
        _ => Need.Yes,
    };

    public AppointmentRule RuleOf(BookingState state) => catalog.Find(state.Service!)!.Appointment!;

    public string NameOf(BookingState state) => catalog.Find(state.Service!)!.Name;

    /// <summary>The ways that are open.</summary>
    public IReadOnlyList<MeetingWay> WaysOf(BookingState state) => state.Ways.Count > 0 ? state.Ways : BookingWays.OfAll(RuleOf(state));

    /// <summary>Finds what is missing and asks for it; times are looked for anew.</summary>
    /// <returns>The question, and the state with what is offered in it.</returns>
    public async Task<(Activity Says, BookingState State)> AskAsync(BookingState state, DateOnly today, string? before, CancellationToken cancellation) => NeedOf(state) switch
    {
        Need.Wanted => (Choice(Lines(before, texts.Say(Line.BookOffer)), texts.Button(Press.Book), texts.Button(Press.NotNow)), state),
        Need.Service => (Choice(Lines(before, texts.Say(Line.BookWhich)), [.. Bookable.Select(service => CardAction.Say(service.Name))]), state),
        Need.Number => (Choice(Lines(before, texts.Say(Line.BookNeedsRequest, ("service", NameOf(state)))), ApplyButton(state), texts.Button(Press.StopBooking)), state),
        Need.Code => (Choice(Lines(before, texts.Say(Line.BookCode)), texts.Button(Press.StopBooking)), state),
        Need.Time => await AskTimeAsync(state, today, before, cancellation),
        Need.Name => (Choice(Lines(before, texts.Say(Line.BookName))), state),
        Need.Phone => (Choice(Lines(before, texts.Say(Line.BookPhone))), state),
        _ => (Confirm(state, before), state with { Stage = BookingStage.Confirming }),
    };

    /// <summary>The chosen time in one sentence.</summary>
    public string Summary(BookingState state, OfferedTime time) => texts.Say(
        Line.BookSummary, ("service", NameOf(state)), ("way", texts.NameOf(time.Way)), ("time", SpokenTime.Moment(time.Start)), ("office", times.OfficeName(time.Office)));

    private CardAction ApplyButton(BookingState state) => CardAction.Say(texts.Title(Press.Apply), $"申请{NameOf(state)}");

    private Activity Confirm(BookingState state, string? before)
    {
        var asks = texts.Say(state.Moving is null ? Line.BookConfirm : Line.BookMoveConfirm);
        return Choice(
            Lines(before, Summary(state, state.Chosen!), asks),
            texts.Button(Press.Confirm), texts.Button(Press.OtherTime), texts.Button(Press.StopBooking));
    }

    private async Task<(Activity, BookingState)> AskTimeAsync(BookingState state, DateOnly today, string? before, CancellationToken cancellation)
    {
        var ways = WaysOf(state);
        if (state.Way is { } wished && !ways.Contains(wished))
        {
            var reason = RuleOf(state).Ways.FirstOrDefault(way => way.Way == wished)?.Reason ?? "";
            (before, state) = (Lines(before, texts.Say(Line.BookWayNot, ("way", texts.NameOf(wished)), ("reason", reason))), state with { Way = null });
        }

        var free = await times.FindAsync(state, ways, today, cancellation);
        if (free.Count == 0 && state.Office is not null)
            (state, free) = (state with { Office = null }, await times.FindAsync(state with { Office = null }, ways, today, cancellation));
        if (free.Count == 0)
            return (Note(Lines(before, texts.Say(Line.BookNone))), state);
        var open = free.Select(time => time.Way).Distinct().ToList();
        if (state.Way is null && open.Count > 1)
            return (Choice(Lines(before, texts.Say(Line.BookWay)), [.. open.Select(way => CardAction.Say(texts.NameOf(way)))]), state);
        var offices = free.Select(time => time.Office).Distinct(StringComparer.Ordinal).ToList();
        if (state is { Office: null, IsAnyOffice: false } && offices.Count > 1 && (state.Way ?? open[0]) == MeetingWay.InPerson)
            return (Choice(Lines(before, texts.Say(Line.BookOffice)), [.. offices.Select(office => CardAction.Say(times.OfficeName(office))), CardAction.Say(texts.Say(Line.BookAnyOffice))]), state);
        var chosen = times.Choose(state.Wish, free, out var isAsWished);
        return Times(state with { Offered = chosen }, isAsWished ? before : Lines(before, NoDay(state)));
    }

    private string? NoDay(BookingState state) => state.Wish.From is { } day
        ? texts.Say(Line.BookNoDay, ("day", SpokenTime.Day(Casework.Calendar.BeijingTime.At(day))))
        : null;

    private (Activity, BookingState) Times(BookingState state, string? before) => (
        Choice(Lines(before, texts.Say(Line.BookTimes), texts.Say(Line.BookHowTime)), [.. times.Buttons(state), texts.Button(Press.MoreTimes), texts.Button(Press.StopBooking)]),
        state);
}

/// <summary>What a booking lacks.</summary>
internal enum Need
{
    Wanted, Service, Number, Code, Time, Name, Phone, Yes,
}
