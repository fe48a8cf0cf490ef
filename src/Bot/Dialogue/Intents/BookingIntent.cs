using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Begins to book a time: 约个时间, 想约下周二上午的律师.</summary>
internal sealed class BookingIntent(DialogTexts texts, BookingDialog booking, BookingQuestions questions, DialogSwitch others) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (texts.Tells(Sign.Managing, turn.Text) || !(texts.Means(Command.Book, turn.Text) || texts.Tells(Sign.Booking, turn.Text)))
            return false;
        await others.LeaveAsync(turn, cancellation);
        // Where one service alone takes bookings from everybody, that one is meant.
        var open = questions.Bookable.Where(service => !service.Appointment!.NeedsRequest).ToList();
        var state = new BookingState { Service = open is [var only] ? only.Id : null };
        await turn.Context.SendActivityAsync(await booking.BeginAsync(turn, state, cancellation), cancellation);
        return true;
    }
}
