using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using LegalService.Kiosk.Outbox;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>Somebody's way through the questions of a form, one to a screen. What was typed stays, also when it is wrong or does not apply at the moment.</summary>
internal sealed class FormWalk(IForm form, string title, DateOnly today)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<SubmissionFile> _files = [];
    private string? _at;

    /// <summary>The service or calculator.</summary>
    public IForm Form { get; } = form;

    /// <summary>What it is called.</summary>
    public string Title { get; } = title;

    /// <summary>The day of the walk in Beijing.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>Everything that was answered.</summary>
    public Answers Answers { get; private set; } = Answers.Empty;

    /// <summary>Pictures taken for answers.</summary>
    public IReadOnlyList<SubmissionFile> Files => _files;

    /// <summary>Where it stands.</summary>
    public InterviewStep Step => Interview.Next(Form, Answers, Today);

    /// <summary>The question that is shown; null: all is answered, and the review is shown.</summary>
    public PageField? Asked => (_at ?? Step.Question?.Id) is { } field ? Fields.FirstOrDefault(item => item.Question.Id == field) : null;

    /// <summary>Sentences that have not been read yet, the loudest first.</summary>
    public IReadOnlyList<Notice> Unsaid => [.. Step.Notices.Where(notice => !_said.Contains(notice.Id))];

    /// <summary>Share of the questions that lie behind, 0 to 1.</summary>
    public double Progress => _at is null ? Step.Progress : Behind(_at);

    private IReadOnlyList<PageField> Fields => [.. Interview.Pages(Form, Answers, Today).SelectMany(page => page.Fields)];

    /// <summary>Answers the question that is shown. A wrong answer stays, and so does the question.</summary>
    public void Answer(JsonElement value)
    {
        if (Asked is not { } asked)
            return;
        var change = Interview.Change(Form, Answers, asked.Question.Id, value, Today);
        Answers = change.Answers;
        _at = change.Error is null ? null : asked.Question.Id;
    }

    /// <summary>Answers questions that nobody has answered yet, from a card that was read.</summary>
    public void Fill(IReadOnlyDictionary<string, JsonElement> values)
    {
        foreach (var (field, value) in values.Where(item => Answers.Get(item.Key) is null))
            Answers = Answers.With(field, value);
    }

    /// <summary>Answers with a picture.</summary>
    public void Answer(SubmissionFile picture)
    {
        _files.Add(picture);
        Answer(new LegalService.Interviews.Fields.FileAnswer(picture.Id, picture.Name, picture.Content.Length).ToJson());
    }

    /// <summary>Shows a question of the review again.</summary>
    public void Return(string field) => _at = field;

    /// <summary>The notices that are shown have been read.</summary>
    public void Said() => _said.UnionWith(Unsaid.Select(notice => notice.Id));

    /// <summary>Shows the question before, and says whether there is one.</summary>
    public bool StepBack()
    {
        var fields = Fields;
        var here = Asked is { } asked ? IndexOf(fields, asked.Question.Id) : fields.Count;
        if (here <= 0)
            return false;
        _at = fields[here - 1].Question.Id;
        return true;
    }

    private double Behind(string field) => (double)IndexOf(Fields, field) / Form.Interview.Fields.Count;

    private static int IndexOf(IReadOnlyList<PageField> fields, string field) => fields.TakeWhile(item => item.Question.Id != field).Count();
}
