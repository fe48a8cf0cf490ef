using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Knowledge.Answering;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>What does that mean: the question's own help first, the law for who asks again; and questions about the service itself, from its guide.</summary>
internal sealed class ExplainStep(DialogTexts texts) : IFormStep
{
    /// <summary>A longer one is about the citizen's matter.</summary>
    private const int LongestAboutService = 18;

    public Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation) => Task.FromResult(
        texts.Means(Command.Help, turn.Text) ? Explain(turn)
        : turn.Text.Length <= LongestAboutService && !IsAnOption(turn) && Guide(turn) is { } told ? FormReply.On(turn.Form, told)
        : null);

    /// <summary>What is pressed is an answer, whatever words stand on it: 追索抚养费 asks for no fee.</summary>
    private static bool IsAnOption(FormTurn turn) =>
        turn.Form.Question?.Options.Any(option => SaidText.Bare(option.Label) == SaidText.Bare(turn.Text)) is true;

    private FormReply? Explain(FormTurn turn)
    {
        var form = turn.Form;
        if (form.Question is not { } question)
            return FormReply.On(form, texts.Say(Line.ReviewHow));
        var explained = form.With(form.State with { Explained = question.Id });
        if (form.State.Explained != question.Id)
            return FormReply.On(explained, question.Help is null ? texts.Say(Line.NoHelp) : null);
        var answer = turn.Turn.Knowledge.Answerer.Answer(question.Label, turn.Turn.Today, turn.Turn.Today);
        return answer.Outcome == AnswerOutcome.Answered
            ? new(DialogStepKind.Waits, explained, [AnswerActivity.Of(answer) with { SuggestedActions = null }])
            : FormReply.On(explained, texts.Say(Line.AskPerson));
    }

    private string? Guide(FormTurn turn)
    {
        var text = turn.Text;
        if (turn.Form.Definition is not ServiceDefinition { Guide: var guide, Retention: var retention })
            return texts.Means(Command.AboutMe, text) ? texts.Say(Line.NothingKept) : null;
        if (texts.Means(Command.AboutMe, text))
            return texts.Say(Line.GuideKeep, ("text", retention.Reason));
        if (texts.Tells(Sign.Fee, text))
            return texts.Say(Line.GuideFee, ("text", guide.Fee));
        if (texts.Tells(Sign.Time, text))
            return texts.Say(Line.GuideTime, ("text", guide.TimeLimit));
        if (texts.Tells(Sign.Papers, text))
            return texts.Say(Line.GuidePapers, ("text", string.Join('；', guide.Materials.Select(material => material.Name))));
        if (texts.Tells(Sign.Who, text))
            return texts.Say(Line.GuideFor, ("text", string.Concat(guide.For)));
        return texts.Tells(Sign.Where, text) ? texts.Say(Line.GuideWhere, ("text", guide.Where)) : null;
    }
}
