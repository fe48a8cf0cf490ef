using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>Takes answers from one version of a form to the next.</summary>
internal static class Upgrading
{
    public static AnswerUpgrade Upgrade(Answers old, IForm form, DateOnly today)
    {
        var answers = old;
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        // What is asked again comes back first, then what is asked under another name.
        foreach (var (id, value) in old.Former.Where(item => form.Interview.Field(item.Key) is not null && old.Get(item.Key) is null))
            answers = answers.With(id, value).WithoutFormer(id);
        foreach (var field in form.Interview.Fields)
        {
            foreach (var was in field.Was.Where(was => answers.Get(field.Id) is null))
            {
                if ((answers.Get(was) ?? Former(answers, was)) is not { } value)
                    continue;
                answers = answers.With(field.Id, value).Without(was).WithoutFormer(was);
                renamed.Add(was, field.Id);
            }
        }
        foreach (var (id, value) in answers.Values.Where(item => form.Interview.Field(item.Key) is null))
            answers = answers.Without(id).WithFormer(id, value);
        return new()
        {
            Answers = answers,
            Renamed = renamed,
            NoLongerAsked = [.. answers.Former.Keys.Except(old.Former.Keys, StringComparer.Ordinal)],
            Flagged = [.. Walk.Through(form, answers, today).Fields.Select(field => field.Check?.Error).OfType<AnswerError>()],
        };
    }

    private static System.Text.Json.JsonElement? Former(Answers answers, string id) => answers.Former.TryGetValue(id, out var value) ? value : null;
}
