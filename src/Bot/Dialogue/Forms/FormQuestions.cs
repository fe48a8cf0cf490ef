using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Walking;
using static LegalService.Bot.Dialogue.DialogActivity;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Words a form's questions and its review. Thread safe.</summary>
internal sealed class FormQuestions(DialogTexts texts, FormHearing hearing, ChannelTraits channels)
{
    /// <summary>What the form waits for: its question, or the yes to all of it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="before">Said first; null: nothing.</param>
    public Activity Ask(Form form, string? channel, string? before = null) => form.Question is { } question
        ? Of(Words(form, question, channel, before), Entity(form, question, channel), Actions(form, question))
        : Review(form, channel, before);

    /// <summary>The same for who was interrupted: the question alone.</summary>
    public Activity Remind(Form form, string? channel) => Ask(form, channel, texts.Say(Line.Again));

    /// <summary>Everything that was answered so far.</summary>
    public static string Lines(Form form) => string.Join('\n', form.Step.Review.Select(line => $"{line.Label}：{line.Display}"));

    /// <summary>Buttons, each of which is an answer, in the order of their numbers.</summary>
    public IReadOnlyList<CardAction> Actions(Form form, Question question)
    {
        var answers = question.Type switch
        {
            FieldType.YesNo => [texts.Button(Press.Yes), texts.Button(Press.No)],
            _ => question.Options.Select(option => CardAction.Say(option.Label)).ToList(),
        };
        if (question.Options.Count == 0 && hearing.Suggest(form) is { } suggested && suggested.Display.Length <= LongestButton)
            answers.Add(CardAction.Say(suggested.Display));
        else if (question.Options.Count == 0 && hearing.Suggest(form) is not null)
            answers.Add(texts.Button(Press.Yes));
        if (question.UnknownLabel is { } unknown)
            answers.Add(CardAction.Say(unknown));
        if (!question.Required)
            answers.Add(texts.Button(Press.Skip));
        if (form.IsEditing && form.Present is not null)
            answers.Add(texts.Button(Press.Keep));
        if (form.State.Misses >= texts.MostTries - 1)
            answers.AddRange([texts.Button(Press.Later), texts.Button(Press.Person)]);
        return answers;
    }

    private const int LongestButton = 40;

    private string Words(Form form, Question question, string? channel, string? before)
    {
        var page = form.State.Path is [.., var last] && form.Definition.Interview.Field(last)?.Page == question.Page ? null : $"【{question.PageTitle}】";
        return DialogActivity.Lines(
            before,
            page,
            question.Label,
            question.Help,
            question.Type == FieldType.Choices ? texts.Say(Line.Several) : null,
            question.Type == FieldType.File ? File(channel) : null,
            hearing.Suggest(form) is { } suggested ? texts.Say(Line.Suggested, ("value", suggested.Display)) : null,
            form.IsEditing && form.Present is { } present ? texts.Say(Line.KeepHint, ("value", present)) : null,
            !question.Required && question.Type != FieldType.File ? texts.Say(Line.Optional) : null);
    }

    private string File(string? channel) => ChannelTraits.TakesFiles(channel) ? texts.Say(Line.File) : DialogActivity.Lines(texts.Say(Line.FileElsewhere), channels.Page);

    private static object Entity(Form form, Question question, string? channel) => new
    {
        kind = "question",
        service = form.Definition.Name,
        progress = Math.Round(form.Step.Progress, 2),
        input = Keys.Of(question.Type),
        label = question.Label,
        options = question.Type == FieldType.Choices ? question.Options.Select(option => option.Label).ToList() : null,
        upload = question.Type == FieldType.File && ChannelTraits.TakesFiles(channel) ? true : (bool?)null,
    };

    private Activity Review(Form form, string? channel, string? before)
    {
        var isPaper = form.Definition is DocumentDefinition;
        var notify = channels.Notifies(channel) && !isPaper ? texts.Say(form.State.IsQuiet ? Line.ReviewNoNotify : Line.ReviewNotify) : null;
        var how = texts.Say(isPaper ? Line.PaperHow : Line.ReviewHow);
        var entity = new
        {
            kind = "review",
            personal = true,
            service = form.Definition.Name,
            progress = 1,
            before,
            title = texts.Say(Line.Review),
            lines = form.Step.Review.Select(line => new { label = line.Label, display = line.Display, masked = line.Masked }),
            after = DialogActivity.Lines(how, notify),
        };
        return Of(
            DialogActivity.Lines(before, texts.Say(Line.Review), Lines(form), how, notify), entity,
            texts.Button(isPaper ? Press.Write : Press.Submit), texts.Button(Press.Change), texts.Button(Press.Later));
    }
}
