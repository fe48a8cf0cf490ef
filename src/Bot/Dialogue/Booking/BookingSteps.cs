using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Calendar;
using LegalService.Casework.Numbers;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Takes a message for what the booking lacks. Thread safe.</summary>
internal sealed class BookingSteps(
    DialogTexts texts, BookingWords words, BookingQuestions questions, BookingTimes times, BookingDeal deal, FormWords forms, BookedRequest requests)
{
    private static readonly FieldDefinition Name = new() { Id = "name", Type = FieldType.Name, Label = "", ReviewLabel = "", Page = "", Rules = new FieldRules { MaxLength = 30 } };
    private static readonly FieldDefinition Phone = new() { Id = "phone", Type = FieldType.Phone, Label = "", ReviewLabel = "", Page = "" };

    /// <summary>The state with the wishes of a message; the same one when it has none.</summary>
    public BookingState Wished(BookingState state, BotTurn turn) => words.Read(state, turn.Text, turn.Today);

    /// <summary>The answer to whether a time is wanted.</summary>
    public BookingStep Wanted(BotTurn turn, BookingState state)
    {
        var changed = Wished(state, turn);
        if (texts.Means(Command.Yes, turn.Text) || texts.Means(Command.Book, turn.Text) || changed != state)
            return BookingStep.On(changed with { Stage = BookingStage.Asking });
        return texts.Means(Command.No, turn.Text)
            ? new(BookingStepKind.Said, state) { Says = DialogActivity.Note(texts.Say(Line.BookLater)), IsOver = true }
            : new(BookingStepKind.Left, state);
    }

    /// <summary>The answer to what was asked last, or a change of mind.</summary>
    public async Task<BookingStep> TakeAsync(BotTurn turn, BookingState state, CancellationToken cancellation) => questions.NeedOf(state) switch
    {
        Need.Service => Service(turn, state),
        Need.Number => Number(turn, state),
        Need.Code => await CodeAsync(turn, state, cancellation),
        Need.Time => await TimeAsync(turn, state, cancellation),
        Need.Name => Read(turn, state, Name, turn.Text, value => state with { Name = value }),
        Need.Phone => Read(turn, state, Phone, SaidText.Digits(turn.Text), value => state with { Phone = value }),
        _ => BookingStep.On(state),
    };

    /// <summary>Chooses the time that the wish leaves no choice about; else offers times.</summary>
    public async Task<BookingStep> PickAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        var free = await times.FindAsync(state, questions.WaysOf(state), turn.Today, cancellation);
        var fitting = free.Where(time => state.Wish.Fits(time.Start)).ToList();
        var isSettled = state.Way is not null || fitting.DistinctBy(time => time.Way).Count() <= 1;
        var isPlain = state.Wish.IsEarliest || (state.Wish.Minute is not null && fitting.DistinctBy(time => time.Start).Count() == 1);
        return isSettled && isPlain && fitting.Count > 0 ? await HoldAsync(state, fitting[0], cancellation) : BookingStep.On(state);
    }

    /// <summary>What is not for a booking: questions, other services, look-ups.</summary>
    public BookingStep Others(BotTurn turn, BookingState state)
    {
        var isOthers = forms.Started(turn) is not null || texts.Tells(Sign.Question, turn.Text) || texts.Tells(Sign.Progress, turn.Text) || texts.Tells(Sign.Managing, turn.Text)
            || turn.Knowledge.Answerer.SpotSmallTalk(turn.Text) is not null;
        return isOthers ? new(BookingStepKind.NotMine, state) : BookingStep.On(state, texts.Say(Line.BookUnclear));
    }

    private BookingStep Service(BotTurn turn, BookingState state)
    {
        var bare = SaidText.Bare(turn.Text);
        if (int.TryParse(bare, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= questions.Bookable.Count)
            return BookingStep.On(state with { Service = questions.Bookable[number - 1].Id });
        var changed = Wished(state, turn);
        return changed.Service is null && changed == state ? Others(turn, state) : BookingStep.On(changed);
    }

    private BookingStep Number(BotTurn turn, BookingState state)
    {
        if (CaseNumber.Normalise(turn.Text) is { } number)
            return BookingStep.On(state with { Number = number });
        // To apply first is another dialog.
        if (forms.Started(turn) is not null)
            return new(BookingStepKind.NotMine, state);
        var changed = Wished(state, turn);
        if (changed != state)
            return BookingStep.On(changed);
        return texts.Means(Command.Lost, turn.Text) ? BookingStep.On(state, texts.Say(Line.Lost)) : Others(turn, state) with { Before = texts.Say(Line.AskNumberAgain) };
    }

    private async Task<BookingStep> CodeAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        if (PickupCode.Normalise(turn.Text) is not { } code)
            return texts.Means(Command.Lost, turn.Text) ? BookingStep.On(state, texts.Say(Line.Lost)) : Others(turn, state) with { Before = texts.Say(Line.AskCodeAgain) };
        var found = await requests.FindAsync(state, code, turn.Today, cancellation);
        return found.Succeeded ? BookingStep.On(found.Value) : BookingStep.On(state with { Number = null }, found.Failure.Message);
    }

    private async Task<BookingStep> TimeAsync(BotTurn turn, BookingState state, CancellationToken cancellation)
    {
        var wish = words.WishIn(turn.Text, turn.Today);
        if (times.Picked(state, turn.Text, wish) is { } picked)
            return await HoldAsync(state, picked, cancellation);
        if (texts.Is(Press.MoreTimes, turn.Text) || texts.Means(Command.OtherTime, turn.Text))
            return BookingStep.On(state with { Wish = Later(state), Offered = [] });
        if (texts.Means(Command.AnyOffice, turn.Text) && state.Offered.Count == 0)
            return await PickAsync(turn, state with { IsAnyOffice = true }, cancellation);
        var changed = Wished(state, turn);
        return wish is null && changed == state ? Others(turn, state) : await PickAsync(turn, changed, cancellation);
    }

    /// <summary>From the day after the last one that was offered.</summary>
    private static BookingWish Later(BookingState state) => state.Offered is [.., var last]
        ? state.Wish with { From = BeijingTime.DayOf(last.Start).AddDays(1), To = null, Minute = null, IsEarliest = false }
        : new();

    private BookingStep Read(BotTurn turn, BookingState state, FieldDefinition field, string text, Func<string, BookingState> with)
    {
        var changed = Wished(state, turn);
        if (texts.Tells(Sign.Question, turn.Text) || forms.Started(turn) is not null)
            return new(BookingStepKind.NotMine, state);
        if (changed != state)
            return BookingStep.On(changed with { Chosen = null, Hold = null });
        var heard = texts.HeardIn(field.Type, turn.Text).Prepend(text).Select(piece => FieldParser.Parse(field, piece, turn.Today)).ToList();
        return heard.Find(parsed => parsed.Value is not null)?.Value is { } value
            ? BookingStep.On(with(value.GetString()!))
            : BookingStep.On(state, texts.Say(Line.Wrong, ("reason", heard[0].Error!.Message), ("typed", turn.Text)));
    }

    private async Task<BookingStep> HoldAsync(BookingState state, OfferedTime time, CancellationToken cancellation)
    {
        await deal.ReleaseAsync(state, cancellation);
        return await deal.HoldAsync(state, time, cancellation);
    }
}
