using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Knowledge.Answering;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>The questions of a service, a calculator or a document, one at a time, until they are sent, worked out or written.</summary>
internal sealed class InterviewDialog(
    FormCatalog forms, DialogTexts texts, FormQuestions questions, FormHearing hearing, CalculationTold calculations, IEnumerable<IFormStep> steps) : IDialog
{
    /// <summary>Its id.</summary>
    public const string Name = "interview";

    private readonly IFormStep[] _steps = [.. steps];

    public string Id => Name;

    /// <summary>Begins a service, a calculator or a document. What was said with it is remembered.</summary>
    public async Task BeginAsync(BotTurn turn, IForm service, CancellationToken cancellation)
    {
        var form = Form.Of(service, new FormState { Service = service.Id, Version = service.Version }, turn.Today);
        var hears = hearing.HoldsMore(turn.Text);
        if (hears)
            form = form.Hearing(turn.Text);
        turn.Memory.Dialog = new ActiveDialog(Name, form.State.Write());
        var before = DialogActivity.Lines(
            texts.Say(Begun(service), ("service", service.Name), ("summary", service.Summary)), texts.Say(Line.HowToFill), hears ? texts.Say(Line.Heard) : null, "");
        await turn.Context.SendActivityAsync(questions.Ask(form, turn.Context.Activity.ChannelId, before), cancellation);
    }

    /// <summary>Takes up a form that was put aside.</summary>
    public async Task ResumeAsync(BotTurn turn, JsonElement state, CancellationToken cancellation)
    {
        turn.Memory.Dialog = new ActiveDialog(Name, state);
        if (Read(turn, state) is not { } form)
            await turn.Context.SendActivityAsync(texts.Say(Line.Gone), cancellation);
        else
            await turn.Context.SendActivityAsync(
                questions.Ask(form, turn.Context.Activity.ChannelId, DialogActivity.Lines(texts.Say(Line.Resumed, ("service", form.Definition.Name)), Changed(state, form))), cancellation);
    }

    public async Task<DialogStep> ContinueAsync(BotTurn turn, JsonElement state, CancellationToken cancellation)
    {
        if (Read(turn, state) is not { } form)
        {
            await turn.Context.SendActivityAsync(texts.Say(Line.Gone), cancellation);
            return new DialogStep(DialogStepKind.Ended, state);
        }

        var reply = await ReplyAsync(new FormTurn(turn, form), cancellation);
        var after = reply.Form;
        var says = reply.Says.ToList();
        var kind = reply.Kind;
        if (reply.AsksOn && calculations.Of(after) is { } told)
        {
            says.AddRange(told);
            kind = DialogStepKind.Ended;
        }
        else if (reply.AsksOn)
        {
            var notices = after.Step.Notices.Where(notice => !after.State.Noticed.Contains(notice.Id, StringComparer.Ordinal)).ToList();
            after = after.With(after.State with { Noticed = [.. after.State.Noticed, .. notices.Select(notice => notice.Id)] });
            says.AddRange(notices.Select(Notice));
            says.Add(questions.Ask(after, turn.Context.Activity.ChannelId, DialogActivity.Lines(Changed(state, after), reply.Before)));
        }

        if (says.Count > 0)
            await turn.Context.SendActivitiesAsync(says, cancellation);
        return new DialogStep(kind, after.State.Write());
    }

    public async Task RemindAsync(BotTurn turn, JsonElement state, CancellationToken cancellation)
    {
        if (Read(turn, state) is { } form)
            await turn.Context.SendActivityAsync(questions.Remind(form, turn.Context.Activity.ChannelId), cancellation);
    }

    private async Task<FormReply> ReplyAsync(FormTurn turn, CancellationToken cancellation)
    {
        foreach (var step in _steps)
        {
            if (await step.TryAsync(turn, cancellation) is { } reply)
                return reply;
            // Who is asked whether to stop and says something else goes on.
            turn = turn with { Form = turn.Form.With(turn.Form.State with { Stage = FormStage.Asking }) };
        }

        return FormReply.NotMine(turn.Form);
    }

    /// <summary>Says that the service's questions are others than when it was begun; null when they are not.</summary>
    private string? Changed(JsonElement state, Form form) => FormState.Read(state).Version == form.Definition.Version ? null : texts.Say(Line.Upgraded);

    private Form? Read(BotTurn turn, JsonElement state)
    {
        var read = FormState.Read(state);
        return forms.Find(read.Service) is { } form ? Form.Of(form, read, turn.Today) : null;
    }

    private static Line Begun(IForm form) => form switch
    {
        CalculatorDefinition => Line.BegunSum,
        DocumentDefinition => Line.BegunPaper,
        _ => Line.Begun,
    };

    private static Activity Notice(Notice notice)
    {
        IReadOnlyList<CardAction> actions = notice.Phone is { } phone ? [CardAction.Dial(phone, phone)] : [];
        return notice.Kind == NoticeKind.Danger
            ? Activity.Message(notice.Text) with
            {
                Entities = [Entity.Of(AnswerActivity.AnswerType, new { outcome = "urgent", source = nameof(AnswerSource.None), confidence = 1 })],
                SuggestedActions = new SuggestedActions(actions),
            }
            : DialogActivity.Of(notice.Text, new { kind = "notice", level = Keys.Of(notice.Kind) }, actions);
    }
}
