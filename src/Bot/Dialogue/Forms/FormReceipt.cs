using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>What the citizen gets when a request was sent: number, code, time limits, papers, how to follow it. Thread safe.</summary>
internal sealed class FormReceipt(DialogTexts texts)
{
    public Activity Of(ServiceDefinition service, Form form, SubmittedRequest submitted, bool follows)
    {
        var deadlines = submitted.Deadlines.Where(deadline => deadline.Due is not null && deadline.Party == DeadlineParty.Office).Select(Deadline).ToList();
        var papers = Materials.Needed(service, form.State.Answers, form.Today).Where(needed => needed.State != MaterialState.Given).Select(Paper).ToList();
        string?[] lines =
        [
            texts.Say(Line.Sent),
            texts.Say(Line.Number, ("number", submitted.Number)),
            texts.Say(Line.Code, ("code", submitted.Code)),
            texts.Say(Line.KeepThem),
            deadlines.Count == 0 ? null : DialogActivity.Lines([texts.Say(Line.Deadlines), .. deadlines.Select(Bullet)]),
            papers.Count == 0 ? null : DialogActivity.Lines([texts.Say(Line.Bring), .. papers.Select(Bullet)]),
            texts.Say(Line.Follow),
            follows ? texts.Say(Line.WillTell) : null,
        ];
        var entity = new
        {
            kind = "receipt",
            service = form.Definition.Name,
            title = texts.Say(Line.Sent),
            number = submitted.Number,
            code = submitted.Code,
            keep = texts.Say(Line.KeepThem),
            sections = new[]
            {
                new { title = texts.Say(Line.Deadlines), items = deadlines },
                new { title = texts.Say(Line.Bring), items = papers },
            }.Where(section => section.items.Count > 0),
            after = DialogActivity.Lines(texts.Say(Line.Follow), follows ? texts.Say(Line.WillTell) : null),
        };
        return DialogActivity.Of(DialogActivity.Lines(lines), entity);
    }

    private static string Bullet(string text) => "· " + text;

    private string Deadline(DeadlineLine deadline) => texts.Say(
        Line.Deadline, ("name", deadline.Name), ("due", SpokenTime.Limit(deadline.Due!.Value).Replace("结束", "", StringComparison.Ordinal)), ("basis", string.Join('、', deadline.Basis)))
        .Replace("（）", "", StringComparison.Ordinal);

    private string Paper(NeededMaterial needed) => needed.Material.MayFollowDays is { } days
        ? texts.Say(Line.BringLater, ("name", needed.Material.Name), ("days", days))
        : needed.Material.Name;
}
