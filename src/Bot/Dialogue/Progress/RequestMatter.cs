using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Requests;
using LegalService.Interviews;
using LegalService.Interviews.Walking;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Progress;

/// <summary>A request that its citizen has opened: shown, added to, taken back, objected to, booked for. Thread safe.</summary>
internal sealed class RequestMatter(
    DialogTexts texts, CitizenRequests requests, StatusText words, SentFiles files, ChannelLinks links, ChannelTraits channels, BookingDialog booking,
    ServiceCatalog catalog, UnsafePhones phones)
{
    /// <summary>Shows it; or why it did not open.</summary>
    public async Task<(ProgressReply? Shown, string? Failure)> ShowAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var found = await requests.LookupAsync(state.Number!, state.Code!, cancellation);
        return found.Succeeded ? (Shown(turn, state, found.Value), null) : (null, found.Failure.Message);
    }

    /// <summary>Takes what is to be done with it.</summary>
    public Task<ProgressReply> TakeAsync(BotTurn turn, ProgressState state, CancellationToken cancellation) => state.Stage switch
    {
        ProgressStage.Supplementing => SupplementAsync(turn, state, cancellation),
        ProgressStage.Objecting => ObjectAsync(turn, state, cancellation),
        ProgressStage.Withdrawing => WithdrawAsync(turn, state, cancellation),
        _ => ChooseAsync(turn, state, cancellation),
    };

    private async Task<ProgressReply> ChooseAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var text = turn.Text;
        if (texts.Means(Command.Supplement, text) && state.Can.Contains("supplement", StringComparer.Ordinal))
            return new(state with { Stage = ProgressStage.Supplementing }, [Choice(texts.Say(Line.SupplementHow))]);
        if (texts.Means(Command.Object, text) && state.Can.Contains("object", StringComparer.Ordinal))
            return new(state with { Stage = ProgressStage.Objecting }, [Choice(texts.Say(Line.ObjectHow))]);
        if (texts.Means(Command.Withdraw, text) && state.Can.Contains("withdraw", StringComparer.Ordinal))
            return new(state with { Stage = ProgressStage.Withdrawing }, [Choice(texts.Say(Line.WithdrawAsk), texts.Button(Press.Yes), texts.Button(Press.No))]);
        if (texts.Means(Command.Notify, text) && channels.Notifies(turn.Context.Activity.ChannelId))
            return await FollowAsync(turn, state, cancellation);
        if (texts.Means(Command.Book, text))
            return await BookAsync(turn, state, cancellation);
        return texts.Means(Command.Done, text) || texts.Means(Command.Stop, text) || texts.Means(Command.No, text)
            ? new(null, [Note(texts.Say(Line.Leave))])
            : new(null, []) { IsLeft = true };
    }

    private async Task<ProgressReply> SupplementAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var uploaded = new List<SupplementFile>();
        foreach (var sent in turn.Context.Activity.Attachments ?? [])
        {
            var taken = await files.TakeAsync(turn.Context.Activity, sent, cancellation);
            if (!taken.Succeeded)
                return new(state, [Choice(texts.Say(Line.FileFailed, ("reason", taken.Failure.Message)))]);
            uploaded.Add(new SupplementFile(taken.Value.Id));
        }

        if (uploaded.Count == 0 && IsOff(turn.Text))
            return await BackAsync(turn, state, cancellation);
        var message = string.IsNullOrWhiteSpace(turn.Text) ? null : turn.Text;
        return Done(turn, state, Line.SupplementDone, await requests.SupplementAsync(state.Number!, state.Code!, new Supplement(null, uploaded, message), cancellation));
    }

    private async Task<ProgressReply> ObjectAsync(BotTurn turn, ProgressState state, CancellationToken cancellation) => IsOff(turn.Text)
        ? await BackAsync(turn, state, cancellation)
        : Done(turn, state, Line.Objected, await requests.ObjectAsync(state.Number!, state.Code!, turn.Text, cancellation));

    private async Task<ProgressReply> WithdrawAsync(BotTurn turn, ProgressState state, CancellationToken cancellation) => texts.Means(Command.Yes, turn.Text) || texts.Means(Command.Withdraw, turn.Text)
        ? Done(turn, state, Line.Withdrawn, await requests.WithdrawAsync(state.Number!, state.Code!, cancellation))
        : await BackAsync(turn, state, cancellation);

    private async Task<ProgressReply> FollowAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        await links.FollowAsync($"request/{state.Number}", turn.Context.Activity.ChannelId!, turn.Context.Activity.Conversation!.Id!, cancellation);
        return new(state, [Note(texts.Say(Line.Following))]);
    }

    private async Task<ProgressReply> BookAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var found = await requests.LookupAsync(state.Number!, state.Code!, cancellation);
        var data = found.Succeeded ? await requests.MyDataAsync(state.Number!, state.Code!, cancellation) : found.Failure;
        if (!data.Succeeded || catalog.Find(found.Value!.Service) is not { Appointment: { } rule } service)
            return new(state, [Note(texts.Say(Line.BookNone))]);
        var sent = Answers.From(data.Value.Answers);
        var begun = new BookingState
        {
            Service = service.Id,
            Request = found.Value.Number,
            Ways = BookingWays.Of(rule, sent, turn.Today),
            IsUnsafePhone = phones.IsUnsafe(service, sent, turn.Today),
        };
        return new(null, [await booking.BeginAsync(turn, begun, cancellation)]);
    }

    private async Task<ProgressReply> BackAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        var (shown, failure) = await ShowAsync(turn, state with { Stage = ProgressStage.Shown }, cancellation);
        return shown ?? new(null, [Note(failure!)]);
    }

    private ProgressReply Done(BotTurn turn, ProgressState state, Line line, Result<RequestStatus> result) => result.Succeeded
        ? Shown(turn, state with { Stage = ProgressStage.Shown }, result.Value, Note(texts.Say(line)))
        : new(state with { Stage = ProgressStage.Shown }, [Note(texts.Say(Line.Failed, ("reason", result.Failure.Message)))]);

    private ProgressReply Shown(BotTurn turn, ProgressState state, RequestStatus status, params IReadOnlyList<Activity> before) =>
        new(state with { Can = status.Can }, [.. before, words.Of(status, turn.Context.Activity.ChannelId)]);

    private bool IsOff(string text) => texts.Means(Command.Stop, text) || texts.Means(Command.Back, text) || texts.Means(Command.No, text) || texts.Means(Command.Later, text);
}
