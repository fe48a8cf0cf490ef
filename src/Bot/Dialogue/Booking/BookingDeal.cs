using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Notifications.Following;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Holds a time, gives it back, and books it or moves an appointment to it. Thread safe.</summary>
internal sealed class BookingDeal(
    DialogTexts texts, AppointmentDesk desk, OwnAppointment own, BookingTimes times, BookingQuestions questions, ChannelLinks links, TimeProvider time)
{
    /// <summary>Keeps the time for some minutes. A turn that is run again may find it kept by itself: then the next ones are offered.</summary>
    public async Task<BookingStep> HoldAsync(BookingState state, OfferedTime wanted, CancellationToken cancellation)
    {
        // What moves takes its place along; a hold would stand in its own way.
        if (state.Moving is not null)
            return BookingStep.On(state with { Chosen = wanted, Hold = null });
        var held = await desk.HoldAsync(wanted.Id, cancellation);
        if (!held.Succeeded)
            return Taken(state, held.Failure);
        var minutes = Math.Max(1, (int)Math.Round((held.Value.ExpiresAt - time.GetUtcNow()).TotalMinutes));
        var before = DialogActivity.Lines(texts.Say(Line.BookHeld, ("minutes", minutes)));
        var after = state with { Chosen = wanted, Hold = held.Value.Id };
        return BookingStep.On(after, questions.NeedOf(after) == Need.Yes ? before : DialogActivity.Lines(before, questions.Summary(after, wanted)));
    }

    /// <summary>Gives the hold back. The state without it.</summary>
    public async Task<BookingState> ReleaseAsync(BookingState state, CancellationToken cancellation)
    {
        if (state.Hold is { } hold)
            await desk.ReleaseAsync(hold, cancellation);
        return state with { Chosen = null, Hold = null };
    }

    /// <summary>The citizen has said yes.</summary>
    public async Task<BookingStep> CloseAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        var activity = turn.Context.Activity;
        var result = state.Moving is { } moving
            ? await own.RescheduleAsync(moving.Id, moving.Code, state.Chosen!.Id, cancellation)
            : await BookAsync(state, $"bot/{activity.ChannelId}/{activity.Id}", cancellation);
        if (!result.Succeeded)
            return Failed(state, result.Failure);
        await links.FollowAsync($"appointment/{result.Value.Number}", activity.ChannelId!, activity.Conversation!.Id!, cancellation);
        return new(BookingStepKind.Said, state) { Says = Slip(state, result.Value), IsOver = true };
    }

    private async Task<Result<Booked>> BookAsync(BookingState state, string key, CancellationToken cancellation)
    {
        var booking = new Casework.Appointments.Booking(state.Name!, state.Phone!, state.Hold, null, state.Request, Notify: !state.IsUnsafePhone);
        var booked = await desk.BookAsync(booking, key, cancellation);
        // Who thought for long may still find it free.
        return booked.Failure?.Code == "hold.expired"
            ? await desk.BookAsync(booking with { HoldId = null, SlotId = state.Chosen!.Id }, key + "/again", cancellation)
            : booked;
    }

    private BookingStep Failed(BookingState state, Failure failure) => failure.Code switch
    {
        "slot.taken" or "hold.expired" or "slot.notOffered" => Taken(state, failure),
        "phone.invalid" => BookingStep.On(state with { Stage = BookingStage.Asking, Phone = null }, failure.Message),
        "name.invalid" => BookingStep.On(state with { Stage = BookingStage.Asking, Name = null }, failure.Message),
        _ => new(BookingStepKind.Said, state) { Says = DialogActivity.Note(texts.Say(Line.BookFailed, ("reason", failure.Message))), IsOver = true },
    };

    /// <summary>Somebody was faster: other times round the wished one are offered.</summary>
    private BookingStep Taken(BookingState state, Failure failure)
    {
        var says = failure.Code switch { "slot.taken" => texts.Say(Line.BookTaken), "hold.expired" => texts.Say(Line.BookExpired), _ => failure.Message };
        var wish = new BookingWish { From = (state.Chosen ?? (state.Offered is [var first, ..] ? first : null)) is { } near ? DateOnly.FromDateTime(near.Start.DateTime) : null };
        return BookingStep.On(state with { Stage = BookingStage.Asking, Chosen = null, Hold = null, Wish = wish, Offered = [] }, says);
    }

    private Activity Slip(BookingState state, Booked booked)
    {
        var title = texts.Say(state.Moving is null ? Line.BookBooked : Line.BookMoved);
        var summary = questions.Summary(state, new OfferedTime("", booked.Office, booked.Way, booked.Start));
        var how = booked.Way switch
        {
            MeetingWay.InPerson => DialogActivity.Lines(times.Address(booked.Office) is { } address ? texts.Say(Line.BookAddress, ("address", address)) : null, texts.Say(Line.BookBring)),
            MeetingWay.Phone => texts.Say(Line.BookByPhone),
            _ => texts.Say(Line.BookByVideo),
        };
        var entity = new
        {
            kind = "receipt",
            service = questions.NameOf(state),
            title,
            numberLabel = "预约号",
            number = booked.Number,
            code = booked.Code,
            summary,
            keep = texts.Say(Line.KeepThem),
            sections = Array.Empty<object>(),
            after = DialogActivity.Lines(how, texts.Say(Line.BookChange)),
            ics = booked.Ics,
        };
        var text = DialogActivity.Lines(
            title, summary, texts.Say(Line.BookNumber, ("number", booked.Number)), texts.Say(Line.Code, ("code", booked.Code)), texts.Say(Line.KeepThem), how, texts.Say(Line.BookChange));
        return DialogActivity.Of(text, entity);
    }
}
