using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>A time to meet: which service, how, where, when, in plain words and in any order; the mind may be changed at any point.</summary>
internal sealed class BookingDialog(DialogTexts texts, BookingQuestions questions, BookingSteps steps, BookingDeal deal) : IDialog
{
    /// <summary>Its id.</summary>
    public const string Name = "booking";

    public string Id => Name;

    /// <summary>Begins, and gives the first question to send.</summary>
    public async Task<Activity> BeginAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        var (says, after) = await questions.AskAsync(steps.Wished(state, turn), turn.Today, before: null, cancellation);
        turn.Memory.Dialog = new ActiveDialog(Name, after.Write());
        return says;
    }

    /// <summary>Asks whether a time is wanted for a request that was just sent.</summary>
    public Activity Offer(BotTurn turn, BookingState state)
    {
        turn.Memory.Dialog = new ActiveDialog(Name, (state with { Stage = BookingStage.Offered }).Write());
        return DialogActivity.Choice(texts.Say(Line.BookOffer), texts.Button(Press.Book), texts.Button(Press.NotNow));
    }

    public async Task<DialogStep> ContinueAsync(BotTurn turn, JsonElement json, CancellationToken cancellation)
    {
        var state = BookingState.Read(json);
        if (texts.Is(Press.StopBooking, turn.Text) || texts.Is(Press.NotNow, turn.Text) || texts.Means(Command.Stop, turn.Text) || texts.Means(Command.Later, turn.Text))
            return await StopAsync(turn, state, cancellation);
        var step = state.Stage switch
        {
            BookingStage.Offered => steps.Wanted(turn, state),
            BookingStage.Confirming => await ConfirmedAsync(turn, state, cancellation),
            _ => await steps.TakeAsync(turn, state, cancellation),
        };
        switch (step.Kind)
        {
            case BookingStepKind.NotMine:
                return new DialogStep(DialogStepKind.NotMine, step.State.Write());
            case BookingStepKind.Left:
                // Somebody who talks of something else after the offer has declined it.
                turn.Memory.Dialog = null;
                return new DialogStep(DialogStepKind.NotMine, json);
            case BookingStepKind.Said:
                await turn.Context.SendActivityAsync(step.Says!, cancellation);
                return new DialogStep(step.IsOver ? DialogStepKind.Ended : DialogStepKind.Waits, step.State.Write());
            default:
                return await AskAsync(turn, step, cancellation);
        }
    }

    public async Task RemindAsync(BotTurn turn, JsonElement json, CancellationToken cancellation)
    {
        var (says, _) = await questions.AskAsync(BookingState.Read(json), turn.Today, texts.Say(Line.Again), cancellation);
        await turn.Context.SendActivityAsync(says, cancellation);
    }

    private async Task<DialogStep> AskAsync(BotTurn turn, BookingStep step, CancellationToken cancellation)
    {
        var (says, after) = await questions.AskAsync(step.State, turn.Today, step.Before, cancellation);
        await turn.Context.SendActivityAsync(says, cancellation);
        return new DialogStep(DialogStepKind.Waits, after.Write());
    }

    private async Task<BookingStep> ConfirmedAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        var text = turn.Text;
        if (texts.Is(Press.Confirm, text) || texts.Means(Command.Confirm, text) || texts.Means(Command.Yes, text))
            return await deal.CloseAsync(turn, state, cancellation);
        var changed = steps.Wished(state, turn);
        var isOther = texts.Means(Command.OtherTime, text) || texts.Means(Command.No, text) || texts.Means(Command.Back, text) || texts.Means(Command.Move, text);
        if (!isOther && changed == state)
            return steps.Others(turn, state);
        var free = await deal.ReleaseAsync(state, cancellation);
        var wish = changed == state ? new BookingWish() : changed.Wish;
        return await steps.PickAsync(turn, changed with { Stage = BookingStage.Asking, Chosen = free.Chosen, Hold = free.Hold, Wish = wish, Offered = [] }, cancellation);
    }

    private async Task<DialogStep> StopAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        await deal.ReleaseAsync(state, cancellation);
        var line = state.Stage == BookingStage.Offered ? Line.BookLater : Line.BookStopped;
        await turn.Context.SendActivityAsync(DialogActivity.Note(texts.Say(line)), cancellation);
        return new DialogStep(DialogStepKind.Ended, state.Write());
    }
}

/// <summary>How a booking took a message.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="State">After it.</param>
internal sealed record BookingStep(BookingStepKind Kind, BookingState State)
{
    /// <summary>Said before what is asked next; null: nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What is said, of <see cref="BookingStepKind.Said"/>.</summary>
    public Activity? Says { get; init; }

    public bool IsOver { get; init; }

    public static BookingStep On(BookingState state, string? before = null) => new(BookingStepKind.AskOn, state) { Before = before };
}

/// <summary>What follows on a message to a booking.</summary>
internal enum BookingStepKind
{
    /// <summary>What is missing next is asked.</summary>
    AskOn,

    /// <summary>Something was said; nothing is asked.</summary>
    Said,

    /// <summary>The message is for others; then the booking goes on.</summary>
    NotMine,

    /// <summary>The message is for others, and there is no booking.</summary>
    Left,
}
