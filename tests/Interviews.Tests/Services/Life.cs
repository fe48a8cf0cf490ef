using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Services;

/// <summary>A person who answers an interview in a chat, in his own words.</summary>
internal sealed class Life(ServiceDefinition service)
{
    public Answers Answers { get; private set; } = Answers.Empty;

    public InterviewStep Step => Interview.Next(service, Answers, Sample.Today);

    public IEnumerable<string> Notices => Step.Notices.Select(notice => notice.Id);

    /// <summary>Is asked this, and says that.</summary>
    public Life Says(string field, string text)
    {
        var question = Step.Question;
        Assert.True(question?.Id == field, $"{field} was expected, {question?.Id ?? "nothing"} was asked");
        var parsed = FieldParser.Parse(service.Interview.Field(field)!, text, Sample.Today, question!.Options);
        Assert.True(parsed.Error is null, $"{field}: {text}: {parsed.Error}");
        Answers = Answers.With(field, parsed.Value!.Value);
        return this;
    }

    /// <summary>Is asked this, and says something that is not taken.</summary>
    public Life SaysInVain(string field, string text, string code)
    {
        Assert.Equal(field, Step.Question!.Id);
        Assert.Equal(code, FieldParser.Parse(service.Interview.Field(field)!, text, Sample.Today, Step.Question.Options).Error!.Code);
        return this;
    }

    /// <summary>What the rules find, as kind: id.</summary>
    public IReadOnlyList<string> Triage(params TriageKind[] kinds)
    {
        Assert.True(Step.Done, $"{Step.Question?.Id} is still open");
        var sent = Interview.Sent(service, Answers, Sample.Today);
        return [.. service.Triage.Where(rule => kinds.Contains(rule.Kind) && rule.When.Holds(sent, Sample.Today)).Select(rule => rule.Id)];
    }

    public IReadOnlyList<MeetingWay> Ways()
    {
        var sent = Interview.Sent(service, Answers, Sample.Today);
        return [.. service.Appointment!.Ways.Where(way => way.When?.Holds(sent, Sample.Today) ?? true).Select(way => way.Way)];
    }

    public IEnumerable<string> MaterialsThat(MaterialState state) => Materials.Needed(service, Answers, Sample.Today).Where(item => item.State == state).Select(item => item.Material.Id);
}
