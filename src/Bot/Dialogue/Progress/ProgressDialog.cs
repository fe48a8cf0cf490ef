using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Matters;
using LegalService.Casework.Numbers;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Progress;

/// <summary>What has become of a request or an appointment, and what its citizen can do with it: for who has its number and its code, and for nobody else.</summary>
internal sealed class ProgressDialog(
    DialogTexts texts, RequestMatter requests, AppointmentMatter appointments, FormWords forms, ChannelTraits channels, MatterDoor door) : IDialog
{
    /// <summary>Its id.</summary>
    public const string Name = "progress";

    public string Id => Name;

    /// <summary>Begins, with the number when the message has it.</summary>
    public async Task BeginAsync(BotTurn turn, CancellationToken cancellation)
    {
        var state = new ProgressState();
        if (NumberIn(turn.Text) is { } number)
            state = state with { Number = number, Stage = ProgressStage.Code };
        turn.Memory.Dialog = new ActiveDialog(Name, state.Write());
        await turn.Context.SendActivityAsync(Ask(state, after: await LinkAsync(turn, cancellation)), cancellation);
    }

    public async Task<DialogStep> ContinueAsync(BotTurn turn, JsonElement json, CancellationToken cancellation)
    {
        var state = ProgressState.Read(json);
        var before = turn.Memory.Dialog;
        var reply = await ReplyAsync(turn, state, cancellation);
        if (reply.Says.Count > 0)
            await turn.Context.SendActivitiesAsync(reply.Says, cancellation);
        if (!ReferenceEquals(before, turn.Memory.Dialog))
            return new DialogStep(DialogStepKind.Ended, json);
        if (reply.IsLeft)
            turn.Memory.Dialog = null;
        if (reply.Says.Count == 0)
            return new DialogStep(DialogStepKind.NotMine, (reply.State ?? state).Write());
        return reply.State is { } after ? new DialogStep(DialogStepKind.Waits, after.Write()) : new DialogStep(DialogStepKind.Ended, json);
    }

    public Task RemindAsync(BotTurn turn, JsonElement json, CancellationToken cancellation)
    {
        var state = ProgressState.Read(json);
        return state.Stage is ProgressStage.Number or ProgressStage.Code ? turn.Context.SendActivityAsync(Ask(state), cancellation) : Task.CompletedTask;
    }

    private static string? NumberIn(string text)
    {
        var letters = string.Concat(SaidText.HalfWidth(text).Where(character => char.IsAsciiLetterOrDigit(character)));
        return CaseNumber.Normalise(letters);
    }

    private Activity Ask(ProgressState state, string? before = null, string? after = null) =>
        Choice(Lines(before, texts.Say(state.Number is null ? Line.AskNumber : Line.AskCode), after));

    /// <summary>A way to all that was done in this conversation; null where there is nothing, or no page to lead to.</summary>
    private async Task<string?> LinkAsync(BotTurn turn, CancellationToken cancellation)
    {
        var activity = turn.Context.Activity;
        if (channels.Page.Length == 0 || !channels.Notifies(activity.ChannelId) || await door.LinkAsync(activity.ChannelId!, activity.Conversation!.Id!, cancellation) is not { } secret)
            return null;
        return texts.Say(Line.MyMatters, ("address", $"{channels.Page.TrimEnd('/')}/my/link/{secret}"));
    }

    private async Task<ProgressReply> ReplyAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        if (state.Code is not null)
            return state.Number![0] == CaseNumber.Request ? await requests.TakeAsync(turn, state, cancellation) : await appointments.TakeAsync(turn, state, cancellation);
        if (texts.Means(Command.Stop, turn.Text) || texts.Means(Command.Later, turn.Text) || texts.Means(Command.Done, turn.Text))
            return new(null, [Note(texts.Say(Line.Leave))]);
        if (texts.Means(Command.Lost, turn.Text))
            return new(null, [Note(texts.Say(Line.Lost))]);
        return state.Number is null ? Number(turn, state) : await CodeAsync(turn, state, cancellation);
    }

    private ProgressReply Number(BotTurn turn, ProgressState state)
    {
        if (NumberIn(turn.Text) is { } number)
            return On(state with { Number = number, Stage = ProgressStage.Code });
        return IsForOthers(turn) ? new(state, []) : Again(state, Line.AskNumberAgain);
    }

    private async Task<ProgressReply> CodeAsync(BotTurn turn, ProgressState state, CancellationToken cancellation)
    {
        // Who has another number goes on with that one.
        if (NumberIn(turn.Text) is { } other)
            return On(state with { Number = other });
        if (PickupCode.Normalise(turn.Text) is not { } code)
            return IsForOthers(turn) ? new(state, []) : Again(state, Line.AskCodeAgain);
        var opened = state with { Code = code, Stage = ProgressStage.Shown };
        var (shown, failure) = state.Number![0] == CaseNumber.Request
            ? await requests.ShowAsync(turn, opened, cancellation)
            : await appointments.ShowAsync(turn, opened, cancellation);
        return shown ?? Again(state with { Number = null, Stage = ProgressStage.Number }, failure!);
    }

    private ProgressReply On(ProgressState state) => new(state, [Ask(state)]);

    private ProgressReply Again(ProgressState state, Line line) => Again(state, texts.Say(line));

    private ProgressReply Again(ProgressState state, string reason)
    {
        var counted = state with { Tries = state.Tries + 1 };
        return counted.Tries >= texts.MostTries ? new(null, [Note(texts.Say(Line.TooManyTries))]) : new(counted, [Ask(counted, reason)]);
    }

    private bool IsForOthers(BotTurn turn) =>
        texts.Tells(Sign.Question, turn.Text) || forms.Started(turn) is not null || turn.Knowledge.Answerer.SpotSmallTalk(turn.Text) is not null
        || (turn.Text.Length > CaseNumber.Length && !turn.Text.Any(char.IsAsciiDigit));
}
