using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>
/// The interview as pure functions of form, answers and day; the same for chat, kiosk and page. Nothing typed is ever lost: an
/// answer that is wrong or does not apply stays in <see cref="Answers"/>. Safe for any number of threads.
/// </summary>
public static class Interview
{
    /// <summary>Where the interview stands.</summary>
    public static InterviewStep Next(IForm form, Answers answers, DateOnly today)
    {
        if (Limits.Fault(form, answers) is { } fault)
            return new() { Errors = [fault], Progress = 0, Review = [], Notices = [], Aside = [], Done = false };
        var walk = Walk.Through(form, answers, today);
        var errors = walk.Fields.Select(field => field.Check?.Error).OfType<AnswerError>().Concat(UnknownFields(form, answers)).ToList();
        var next = walk.Fields.FirstOrDefault(field => !field.IsSettled);
        var done = next is null && errors.Count == 0;
        return new()
        {
            Question = next is null ? null : Shown.Question(form, next),
            Errors = errors,
            Progress = done ? 1 : (next?.Index ?? form.Interview.Fields.Count - 1) / (double)form.Interview.Fields.Count,
            Review = Shown.Review(walk),
            Notices = [.. form.Interview.Notices.Where(notice => notice.When.Holds(walk.Sent, today)).OrderByDescending(notice => notice.Kind)],
            Aside = Aside(form, answers, walk),
            Done = done,
        };
    }

    /// <summary>The fields that apply now, in order.</summary>
    public static IReadOnlyList<FieldDefinition> Relevant(IForm form, Answers answers, DateOnly today) =>
        [.. Walk.Through(form, answers, today).Fields.Select(field => field.Field)];

    /// <summary>What is sent: the answers that apply and are valid, each in its one form. This is what conditions look at, and what the review shows.</summary>
    public static Answers Sent(IForm form, Answers answers, DateOnly today) => Walk.Through(form, answers, today).Sent;

    /// <summary>Changes an answer and tells what that does to the others.</summary>
    /// <param name="form">The service or calculator.</param>
    /// <param name="answers">Before the change.</param>
    /// <param name="field">The field; one the form does not have is an error, and the answer is kept.</param>
    /// <param name="value">The new answer; null takes the answer back, so that the question is asked again.</param>
    /// <param name="today">The day in Beijing.</param>
    public static AnswerChange Change(IForm form, Answers answers, string field, JsonElement? value, DateOnly today)
    {
        var before = Walk.Through(form, answers, today);
        var changed = value is { } answer ? answers.With(field, answer) : answers.Without(field);
        var after = Walk.Through(form, changed, today);
        var wereAside = Aside(form, answers, before);
        var areAside = Aside(form, changed, after);
        var asked = before.Fields.Select(item => item.Field.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Answers = changed,
            Error = form.Interview.Field(field) is null
                ? UnknownField(field)
                : after.Fields.FirstOrDefault(item => item.Field.Id == field)?.Check?.Error,
            SetAside = [.. areAside.Except(wereAside, StringComparer.Ordinal).Where(id => id != field)],
            BroughtBack = [.. wereAside.Except(areAside, StringComparer.Ordinal).Where(id => id != field)],
            NewlyNeeded = [.. after.Fields.Where(item => item.Typed is null && item.Field.Id != field && !asked.Contains(item.Field.Id)).Select(item => item.Field.Id)],
        };
    }

    /// <summary>Takes answers typed under an earlier version over to this one: renamed fields are followed, what is asked no more is kept.</summary>
    public static AnswerUpgrade Upgrade(Answers old, IForm form, DateOnly today) => Upgrading.Upgrade(old, form, today);

    /// <summary>The pages that apply now, with what was typed, for a touch screen or a form.</summary>
    public static IReadOnlyList<InterviewPage> Pages(IForm form, Answers answers, DateOnly today) =>
        Shown.Pages(form, Walk.Through(form, answers, today));

    private static List<string> Aside(IForm form, Answers answers, Walk walk)
    {
        var asked = walk.Fields.Select(field => field.Field.Id).ToHashSet(StringComparer.Ordinal);
        return [.. form.Interview.Fields.Select(field => field.Id).Where(id => answers.Get(id) is not null && !asked.Contains(id))];
    }

    private static IEnumerable<AnswerError> UnknownFields(IForm form, Answers answers) =>
        answers.Values.Keys.Where(id => form.Interview.Field(id) is null).Select(UnknownField);

    private static AnswerError UnknownField(string id) => new(id, "answer.unknownField", "这项问题现在不再问了，您填的内容还留着。请刷新页面，从头看一遍再提交。");
}
