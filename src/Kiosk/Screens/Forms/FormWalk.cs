using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;
using LegalService.Kiosk.Devices.Camera;
using LegalService.Kiosk.Devices.IdCards;
using LegalService.Kiosk.Outbox;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>Somebody's way through the questions of a form, one to a screen. What was typed stays, also when it is wrong or does not apply at the moment.</summary>
internal sealed class FormWalk(IForm form, string title, DateOnly today, IPurpose purpose)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<SubmissionFile> _files = [];
    private string? _at;
    private bool _isChange;

    /// <summary>The service or calculator.</summary>
    public IForm Form { get; } = form;

    /// <summary>What it is called.</summary>
    public string Title { get; } = title;

    /// <summary>The day of the walk in Beijing.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>What the answers are for.</summary>
    public IPurpose Purpose { get; } = purpose;

    /// <summary>Everything that was answered.</summary>
    public Answers Answers { get; private set; } = Answers.Empty;

    /// <summary>Pictures taken for answers.</summary>
    public IReadOnlyList<SubmissionFile> Files => _files;

    /// <summary>Where it stands.</summary>
    public InterviewStep Step => Interview.Next(Form, Answers, Today);

    /// <summary>The question that is shown; null: all is answered, and the review is shown.</summary>
    public PageField? Asked => (_at ?? Step.Question?.Id) is { } id ? Fields.FirstOrDefault(item => item.Question.Id == id) : null;

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
        (_at, _isChange) = change.Error is null ? (null, false) : (asked.Question.Id, _isChange);
    }

    /// <summary>Answers questions that nobody has answered yet, from a card that was read.</summary>
    public void Fill(IdCard card)
    {
        foreach (var (field, value) in CardAnswers.Of(Form, card, Today).Where(item => Answers.Get(item.Key) is null))
            Answers = Answers.With(field, value);
        _at = null;
    }

    /// <summary>Answers who it is where that is known already; null: it is not.</summary>
    public void Fill(string? name, string? phone)
    {
        foreach (var (role, text) in new[] { (FieldRole.ApplicantName, name), (FieldRole.ApplicantPhone, phone) })
        {
            if (text is not null && Form.Interview.Fields.FirstOrDefault(field => field.Role == role) is { } field)
                Answers = Answers.With(field.Id, AnswerJson.Of(text));
        }
    }

    /// <summary>Answers with a picture.</summary>
    public void Answer(Photo photo)
    {
        var picture = new SubmissionFile(Guid.NewGuid().ToString("N"), $"photo-{_files.Count + 1}.{photo.Type.Split('/')[^1].Replace("jpeg", "jpg", StringComparison.Ordinal)}", photo.Type, photo.Content);
        _files.Add(picture);
        Answer(new FileAnswer(picture.Id, picture.Name, picture.Content.Length).ToJson());
    }

    /// <summary>Shows a question of the review again.</summary>
    public void Return(string field) => (_at, _isChange) = (field, true);

    /// <summary>The notices that are shown have been read.</summary>
    public void Said() => _said.UnionWith(Unsaid.Select(notice => notice.Id));

    /// <summary>Shows the question before, or the review that a question was opened from, and says whether there is one.</summary>
    public bool StepBack()
    {
        if (_isChange)
        {
            (_at, _isChange) = (null, false);
            return true;
        }
        var fields = Fields;
        var here = Asked is { } asked ? IndexOf(fields, asked.Question.Id) : fields.Count;
        if (here <= 0)
            return false;
        _at = fields[here - 1].Question.Id;
        return true;
    }

    /// <summary>What is sent: the answers that apply, and the pictures that they hold.</summary>
    public Submission ToSubmission(ServiceDefinition service)
    {
        var sent = Interview.Sent(Form, Answers, Today);
        var pictures = sent.Values.Values.Select(FileAnswer.Read).Select(file => file?.Id).ToHashSet(StringComparer.Ordinal);
        return new(service.Id, sent.ToMap(), [.. _files.Where(file => pictures.Contains(file.Id))]);
    }

    /// <summary>The answer that plays a part, as text; null when there is none.</summary>
    public string? TextOf(FieldRole role) =>
        Form.Interview.Fields.FirstOrDefault(field => field.Role == role) is { } field && Interview.Sent(Form, Answers, Today).Get(field.Id) is { } value
            ? AnswerJson.Text(value)
            : null;

    private double Behind(string field) => (double)IndexOf(Fields, field) / Form.Interview.Fields.Count;

    private static int IndexOf(IReadOnlyList<PageField> fields, string field) => fields.TakeWhile(item => item.Question.Id != field).Count();
}
