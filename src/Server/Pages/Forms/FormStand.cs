using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Server.Pages.Forms;

/// <summary>Where a citizen stands in a form.</summary>
/// <param name="Answers">All that was typed.</param>
/// <param name="Pages">The pages that apply now.</param>
/// <param name="Page">The one to show; null: all is answered.</param>
/// <param name="Step">What the interview says of it all.</param>
/// <param name="IsRefused">Whether the citizen wanted to go on, and the page is not whole.</param>
/// <param name="Faults">What is wrong with files that were sent, by field.</param>
public sealed record FormStand(
    Answers Answers, IReadOnlyList<InterviewPage> Pages, InterviewPage? Page, InterviewStep Step, bool IsRefused, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>A document that goes to a clerk with the answers, as JSON; empty: none.</summary>
    public string Document { get; init; } = "";

    /// <summary>1 for the first page.</summary>
    public int Place => Page is null ? Pages.Count : Pages.TakeWhile(page => page.Id != Page.Id).Count() + 1;

    /// <summary>Where one stands with these answers: at the first page that is not whole.</summary>
    internal static FormStand At(IForm form, Answers answers, DateOnly today) => Of(form, answers, today, pages => pages.FirstOrDefault(page => !page.Done));

    /// <summary>What a press of a button makes of it.</summary>
    internal static FormStand After(IForm form, PostedForm posted, DateOnly today) => Moved(form, posted, today) with { Document = posted[FieldNames.Document] };

    private static FormStand Moved(IForm form, PostedForm posted, DateOnly today)
    {
        var carried = TypedAnswers.Carried(posted);
        var open = Interview.Pages(form, carried, today).FirstOrDefault(page => page.Id == posted[FieldNames.Page]);
        var go = posted[FieldNames.Go];
        var answers = open is null ? carried : TypedAnswers.With(carried, form, open.Fields, posted, goesOn: go == "next", today);
        var faults = posted.Files.Where(file => !file.Value.Succeeded).ToDictionary(file => file.Key, file => file.Value.Failure!.Message, StringComparer.Ordinal);
        if (go.StartsWith("page:", StringComparison.Ordinal))
            return Of(form, answers, today, pages => pages.FirstOrDefault(page => page.Id == go["page:".Length..]) ?? pages[0]);
        if (open is null)
            return go == "back" ? Of(form, answers, today, pages => pages[^1]) : At(form, answers, today);
        if (go == "back")
            return Of(form, answers, today, pages => pages.TakeWhile(page => page.Id != open.Id).LastOrDefault() ?? pages[0]);
        if (go == "finish")
            return Of(form, answers, today, _ => null);
        var stand = Of(form, answers, today, pages => Next(pages, open.Id, faults.Count > 0));
        return stand with { IsRefused = stand.Page?.Id == open.Id, Faults = faults };
    }

    /// <summary>The same page once more while it is not whole; then the first one that is not, nobody's work being done twice.</summary>
    private static InterviewPage? Next(IReadOnlyList<InterviewPage> pages, string open, bool stays) =>
        pages.FirstOrDefault(page => page.Id == open && (stays || !page.Done)) ?? pages.FirstOrDefault(page => !page.Done);

    private static FormStand Of(IForm form, Answers answers, DateOnly today, Func<IReadOnlyList<InterviewPage>, InterviewPage?> choose)
    {
        var step = Interview.Next(form, answers, today);
        var pages = Interview.Pages(form, answers, today);
        return new(answers, pages, choose(pages), step, IsRefused: false, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
