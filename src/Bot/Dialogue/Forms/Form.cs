using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>The questions of a service, a calculator or a document with what was answered so far. Immutable.</summary>
internal sealed class Form
{
    private Form(IForm definition, FormState state, DateOnly today)
    {
        (Definition, State, Today) = (definition, state, today);
        Step = Interview.Next(definition, state.Answers, today);
        Question = state.Editing is { } editing ? QuestionOf(editing) ?? Step.Question : Step.Question;
    }

    public IForm Definition { get; }

    public FormState State { get; }

    public DateOnly Today { get; }

    public InterviewStep Step { get; }

    /// <summary>What is asked now; null when all is answered.</summary>
    public Question? Question { get; }

    /// <summary>The field of <see cref="Question"/>.</summary>
    public FieldDefinition? Field => Question is { } question ? Definition.Interview.Field(question.Id) : null;

    /// <summary>Whether only the yes to all of it is missing.</summary>
    public bool IsReady => Question is null && Step.Done;

    public bool IsEditing => State.Editing is not null && Question?.Id == State.Editing;

    /// <summary>How many questions were answered.</summary>
    public int Count => Step.Review.Count;

    /// <summary>What the current question's answer is now, when it has one.</summary>
    public string? Present => Question is { } question ? Step.Review.FirstOrDefault(line => line.Field == question.Id)?.Display : null;

    public static Form Of(IForm definition, FormState state, DateOnly today) => new(definition, Upgraded(definition, state, today), today);

    public Form With(FormState state) => new(Definition, state, Today);

    /// <summary>With an answer to a field.</summary>
    public Form Answered(string field, JsonElement value) => With(State with
    {
        Answers = State.Answers.With(field, value),
        Stage = FormStage.Asking,
        Editing = State.Editing == field ? null : State.Editing,
        Explained = null,
        Misses = 0,
        Path = State.Path.Contains(field, StringComparer.Ordinal) ? State.Path : [.. State.Path, field],
    });

    public Form Editing(string field) => With(State with { Stage = FormStage.Asking, Editing = field, Explained = null, Misses = 0 });

    /// <summary>At the question before; null when there is none.</summary>
    public Form? Back()
    {
        var asked = Step.Review.Select(line => line.Field).ToHashSet(StringComparer.Ordinal);
        var path = State.Path.Where(asked.Contains).ToList();
        var place = State.Editing is { } editing ? path.IndexOf(editing) : path.Count;
        return place > 0 ? Editing(path[place - 1]) : null;
    }

    /// <summary>Remembers something that was said beyond the question.</summary>
    public Form Hearing(string text) => State.Heard.Contains(text, StringComparer.Ordinal) ? this : With(State with { Heard = [.. State.Heard.Append(text).TakeLast(MostHeard)] });

    /// <summary>An answer as the review would show it; null when it does not hold.</summary>
    public string? Display(string field, JsonElement value) =>
        Interview.Next(Definition, State.Answers.With(field, value), Today).Review.FirstOrDefault(line => line.Field == field)?.Display;

    private const int MostHeard = 5;

    private static FormState Upgraded(IForm definition, FormState state, DateOnly today) => state.Version == definition.Version
        ? state
        : state with { Version = definition.Version, Answers = Interview.Upgrade(state.Answers, definition, today).Answers, Editing = null };

    private Question? QuestionOf(string field) =>
        Interview.Pages(Definition, State.Answers, Today).SelectMany(page => page.Fields).FirstOrDefault(item => item.Question.Id == field)?.Question;
}
