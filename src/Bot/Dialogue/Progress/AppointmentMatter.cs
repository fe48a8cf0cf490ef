using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Appointments;
using LegalService.Casework.Notifications.Following;
using LegalService.Interviews;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Progress;

/// <summary>An appointment that its citizen has opened: shown, moved, cancelled. Thread safe.</summary>
internal sealed class AppointmentMatter(
    DialogTexts texts, AppointmentLookup lookup, OwnAppointment own, StatusText words, BookingDialog booking, ChannelLinks links, ChannelTraits channels, ServiceCatalog catalog)
{
    /// <summary>Shows it; or why it did not open.</summary>
    public async Task<(ProgressReply? Shown, string? Failure)> ShowAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var found = await lookup.FindAsync(state.Number!, state.Code!, cancellation);
        return found.Succeeded ? (new(state, [words.Of(found.Value, turn.Context.Activity.ChannelId)]), null) : (null, found.Failure.Message);
    }

    /// <summary>Takes what is to be done with it.</summary>
    public async Task<ProgressReply> TakeAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var found = await lookup.FindAsync(state.Number!, state.Code!, cancellation);
        if (!found.Succeeded)
            return new(null, [Note(found.Failure.Message)]);
        var (text, appointment) = (turn.Text, found.Value);
        if (state.Stage == ProgressStage.Cancelling)
            return await CancelAsync(turn, state, appointment, cancellation);
        if (texts.Means(Command.Move, text))
            return await MoveAsync(turn, state, appointment, cancellation);
        if (texts.Means(Command.Cancel, text))
            return new(state with { Stage = ProgressStage.Cancelling }, [Choice(texts.Say(Line.CancelAsk), texts.Button(Press.Yes), texts.Button(Press.No))]);
        if (texts.Means(Command.Room, text))
            return await RoomAsync(state, appointment, cancellation);
        if (texts.Means(Command.Notify, text) && channels.Notifies(turn.Context.Activity.ChannelId))
        {
            await links.FollowAsync($"appointment/{state.Number}", turn.Context.Activity.ChannelId!, turn.Context.Activity.Conversation!.Id!, cancellation);
            return new(state, [Note(texts.Say(Line.Following))]);
        }

        return texts.Means(Command.Done, text) || texts.Means(Command.Stop, text) || texts.Means(Command.No, text)
            ? new(null, [Note(texts.Say(Line.Leave))])
            : new(null, []) { IsLeft = true };
    }

    private async Task<ProgressReply> CancelAsync(BotTurn turn, ProgressState state, AppointmentView appointment, CancellationToken cancellation)
    {
        if (!texts.Means(Command.Yes, turn.Text) && !texts.Means(Command.Cancel, turn.Text))
            return new(state with { Stage = ProgressStage.Shown }, [words.Of(appointment, turn.Context.Activity.ChannelId)]);
        var cancelled = await own.CancelAsync(appointment.Id, state.Code!, reason: null, cancellation);
        return new(null, [Note(cancelled.Succeeded ? texts.Say(Line.Cancelled) : texts.Say(Line.Failed, ("reason", cancelled.Failure.Message)))]);
    }

    /// <summary>The new time is chosen as a first one is; the old one is kept until then.</summary>
    private async Task<ProgressReply> MoveAsync(BotTurn turn, ProgressState state, AppointmentView appointment, CancellationToken cancellation)
    {
        if (catalog.Find(appointment.Service)?.Appointment is not { } rule)
            return new(null, [Note(texts.Say(Line.BookNone))]);
        var begun = new BookingState
        {
            Service = appointment.Service,
            Request = appointment.RequestNumber,
            Ways = [.. BookingWays.OfAll(rule).Append(appointment.Way).Distinct()],
            Way = appointment.Way,
            Office = appointment.Office,
            Moving = new MovedAppointment(appointment.Id, appointment.Number, state.Code!),
        };
        return new(null, [await booking.BeginAsync(turn, begun, cancellation)]);
    }

    private async Task<ProgressReply> RoomAsync(ProgressState state, AppointmentView appointment, CancellationToken cancellation)
    {
        var room = await own.RoomAsync(appointment.Id, state.Code!, cancellation);
        return new(state, [Note(room.Succeeded ? texts.Say(Line.BookRoom, ("address", room.Value.Address)) : texts.Say(Line.Failed, ("reason", room.Failure.Message)))]);
    }
}
