using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>What a citizen sees of an interview.</summary>
internal static class Shown
{
    public static Question Question(IForm form, WalkedField walked)
    {
        var field = walked.Field;
        return new()
        {
            Id = field.Id,
            Type = field.Type,
            Label = field.Label,
            Help = field.Help,
            Options = walked.Offered,
            Required = field.Required,
            AllowUnknown = field.AllowUnknown,
            UnknownLabel = field.UnknownLabel,
            Page = field.Page,
            PageTitle = form.Interview.Pages.First(page => page.Id == field.Page).Title,
            Rules = field.Rules,
        };
    }

    public static IReadOnlyList<ReviewLine> Review(Walk walk) =>
        [.. walk.Fields.Where(field => field.IsSettled).Select(field => Line(field.Field, walk.Sent.Get(field.Field.Id)!.Value))];

    public static IReadOnlyList<InterviewPage> Pages(IForm form, Walk walk)
    {
        var byPage = walk.Fields.ToLookup(field => field.Field.Page, StringComparer.Ordinal);
        return
        [
            .. form.Interview.Pages.Where(page => byPage.Contains(page.Id)).Select(page => new InterviewPage
            {
                Id = page.Id,
                Title = page.Title,
                Help = page.Help,
                Fields = [.. byPage[page.Id].Select(field => new PageField(Question(form, field), field.Typed, field.Check?.Error))],
                Done = byPage[page.Id].All(field => field.IsSettled),
            }),
        ];
    }

    private static ReviewLine Line(FieldDefinition field, System.Text.Json.JsonElement value)
    {
        var (display, masked) = AnswerText.Of(field, value);
        return new(field.Id, field.ReviewLabel, display, masked);
    }
}
