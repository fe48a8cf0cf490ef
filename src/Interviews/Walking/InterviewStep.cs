using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>Where an interview stands.</summary>
public sealed record InterviewStep
{
    /// <summary>What to ask next: the first field, in order, whose answer is missing or wrong. Null when there is none.</summary>
    public Question? Question { get; init; }

    /// <summary>What is wrong with the answers typed so far, in the order of the fields. What was typed stays.</summary>
    public required IReadOnlyList<AnswerError> Errors { get; init; }

    /// <summary>0 to 1. Answering forward never lowers it; 1 only when <see cref="Done"/>.</summary>
    public required double Progress { get; init; }

    /// <summary>What will be sent, line by line: the answers that apply and are valid.</summary>
    public required IReadOnlyList<ReviewLine> Review { get; init; }

    /// <summary>Sentences that hold now, the loudest first. A channel says each once.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Fields whose answers do not apply at the moment; kept, not sent.</summary>
    public required IReadOnlyList<string> Aside { get; init; }

    /// <summary>Whether all is answered and nothing is wrong: it may be sent.</summary>
    public required bool Done { get; init; }
}

/// <summary>A question as it is shown.</summary>
public sealed record Question
{
    /// <summary>The field.</summary>
    public required string Id { get; init; }

    /// <summary>Its type.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>How to answer and what it is needed for; null: nothing to add.</summary>
    public string? Help { get; init; }

    /// <summary>What to choose from, as far as it is offered now. Empty unless the type is a choice.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>False: it may be skipped with JSON null.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether <c>{"unknown": true}</c> is an answer.</summary>
    public required bool AllowUnknown { get; init; }

    /// <summary>How that answer is worded; null when it is none.</summary>
    public string? UnknownLabel { get; init; }

    /// <summary>The page it stands on.</summary>
    public required string Page { get; init; }

    /// <summary>The title of that page.</summary>
    public required string PageTitle { get; init; }

    /// <summary>What the answer must keep to, for input controls.</summary>
    public required FieldRules Rules { get; init; }
}

/// <summary>A line of the review.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">What it is.</param>
/// <param name="Display">The answer, whole: for the citizen himself.</param>
/// <param name="Masked">The answer for screens and slips that others may see; same as <paramref name="Display"/> when nothing is to hide.</param>
public sealed record ReviewLine(string Field, string Label, string Display, string Masked);

/// <summary>What a changed answer does to the rest.</summary>
public sealed record AnswerChange
{
    /// <summary>With the change.</summary>
    public required Answers Answers { get; init; }

    /// <summary>What is wrong with the new answer itself; null when nothing is. It is kept all the same.</summary>
    public AnswerError? Error { get; init; }

    /// <summary>Answers that no longer apply. They are kept and come back when they apply again.</summary>
    public required IReadOnlyList<string> SetAside { get; init; }

    /// <summary>Answers kept aside that apply again.</summary>
    public required IReadOnlyList<string> BroughtBack { get; init; }

    /// <summary>Fields that are asked now and were not before, without an answer yet.</summary>
    public required IReadOnlyList<string> NewlyNeeded { get; init; }
}

/// <summary>What a new version of the definition does to answers typed under an old one.</summary>
public sealed record AnswerUpgrade
{
    /// <summary>Under the new ids; what is asked no more is in <see cref="Answers.Former"/>.</summary>
    public required Answers Answers { get; init; }

    /// <summary>Old id -> new id.</summary>
    public required IReadOnlyDictionary<string, string> Renamed { get; init; }

    /// <summary>Fields that are asked no more.</summary>
    public required IReadOnlyList<string> NoLongerAsked { get; init; }

    /// <summary>Answers that the new definition does not take as they are. They are kept; these fields will be asked again.</summary>
    public required IReadOnlyList<AnswerError> Flagged { get; init; }
}

/// <summary>A page as a touch screen or a form shows it.</summary>
public sealed record InterviewPage
{
    /// <summary>The page.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked here and what for; null: the title says it.</summary>
    public string? Help { get; init; }

    /// <summary>The questions that apply now, with what was typed. Never empty.</summary>
    public required IReadOnlyList<PageField> Fields { get; init; }

    /// <summary>Whether everything on it is answered and valid.</summary>
    public required bool Done { get; init; }
}

/// <summary>A question on a page.</summary>
/// <param name="Question">The question.</param>
/// <param name="Value">What was typed, as it was typed; null: nothing yet.</param>
/// <param name="Error">What is wrong with it; null: nothing, or not answered yet.</param>
public sealed record PageField(Question Question, JsonElement? Value, AnswerError? Error);
