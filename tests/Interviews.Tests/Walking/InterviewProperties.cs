using System.Text.Json;
using FsCheck.Xunit;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Walking;

public sealed class InterviewProperties
{
    [Property]
    public void Whatever_is_answered_changed_and_upgraded_nothing_typed_is_lost(int seed, int[] moves)
    {
        var service = new RandomService(seed);
        var answers = Answers.Empty;
        var typed = new Dictionary<int, JsonElement>();
        foreach (var move in moves)
        {
            answers = Move(service, answers, typed, move);

            foreach (var (key, value) in typed)
            {
                var kept = service.IdOf(key) is { } id ? answers.Get(id) : service.IdsOf(key).Select(old => answers.Former.TryGetValue(old, out var former) ? former : (JsonElement?)null).FirstOrDefault(former => former is not null);
                Assert.True(kept is { } found && JsonElement.DeepEquals(value, found), $"Question {key}: {value.GetRawText()} became {kept?.GetRawText()}");
            }
            // And it survives being stored.
            answers = JsonSerializer.Deserialize<Answers>(JsonSerializer.Serialize(answers))!;
        }
    }

    [Property(MaxTest = 200)]
    public void The_review_shows_exactly_what_is_sent(int seed, int[] moves)
    {
        var service = new RandomService(seed);
        var answers = Answers.Empty;
        foreach (var move in moves)
        {
            answers = Move(service, answers, [], move);

            AssertConsistent(service.Definition, answers);
        }
    }

    [Property(MaxTest = 100)]
    public void In_the_shipped_services_too_the_review_shows_exactly_what_is_sent(int which, int[] moves)
    {
        var service = Any(which);
        var answers = Answers.Empty;
        foreach (var move in moves)
        {
            var field = service.Interview.Fields[(int)((uint)(move / 7) % (uint)service.Interview.Fields.Count)].Id;
            answers = move % 3 == 0 && Interview.Next(service, answers, Sample.Today).Question is { } question
                ? answers.With(question.Id, RandomAnswers.Valid(question, move))
                : Interview.Change(service, answers, field, RandomAnswers.Any(move), Sample.Today).Answers;

            AssertConsistent(service, answers);
        }
    }

    [Property(MaxTest = 200)]
    public void Answering_forward_ends_and_progress_never_goes_back(int which, int seed, bool shipped)
    {
        var service = shipped ? Any(which) : new RandomService(seed).Definition;
        var answers = Answers.Empty;
        var progress = 0.0;
        for (var i = 0; i <= service.Interview.Fields.Count; i++)
        {
            var step = Interview.Next(service, answers, Sample.Today);
            Assert.InRange(step.Progress, progress, 1);
            progress = step.Progress;
            if (step.Question is not { } question)
            {
                Assert.True(step.Done);
                Assert.Equal(1, step.Progress);
                return;
            }
            answers = answers.With(question.Id, RandomAnswers.Valid(question, unchecked(seed + (i * 31))));
        }
        Assert.Fail("The interview does not end.");
    }

    [Property(MaxTest = 100)]
    public void From_any_answers_it_can_be_brought_to_its_end(int seed, int[] moves)
    {
        var service = new RandomService(seed);
        var answers = Answers.Empty;
        foreach (var move in moves)
            answers = Move(service, answers, [], move);
        answers = Interview.Upgrade(answers, service.Definition, Sample.Today).Answers;

        // An answer may set later, wrong ones aside or bring them back, but each question is asked once at most.
        for (var i = 0; i <= service.Definition.Interview.Fields.Count; i++)
        {
            if (Interview.Next(service.Definition, answers, Sample.Today).Question is { } question)
                answers = answers.With(question.Id, RandomAnswers.Valid(question, unchecked(seed + i)));
        }

        Assert.True(Interview.Next(service.Definition, answers, Sample.Today).Done);
    }

    [Property(MaxTest = 200)]
    public void A_change_and_the_change_back_leave_the_interview_as_it_was(int seed, int[] moves, int at, int value)
    {
        var service = new RandomService(seed);
        var answers = Answers.Empty;
        foreach (var move in moves)
            answers = Move(service, answers, [], move);
        var fields = service.Definition.Interview.Fields;
        var field = fields[(int)((uint)at % (uint)fields.Count)].Id;

        var away = Interview.Change(service.Definition, answers, field, RandomAnswers.Any(value), Sample.Today);
        var back = Interview.Change(service.Definition, away.Answers, field, answers.Get(field), Sample.Today);

        Assert.Equal(JsonSerializer.Serialize(answers), JsonSerializer.Serialize(back.Answers));
        Assert.Equal(away.SetAside.Order(StringComparer.Ordinal), back.BroughtBack.Order(StringComparer.Ordinal));
        Assert.Equal(away.BroughtBack.Order(StringComparer.Ordinal), back.SetAside.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Conditions_look_at_earlier_fields_only()
    {
        foreach (var service in Shipped.Catalog.Services.Concat(Enumerable.Range(0, 200).Select(seed => new RandomService(seed).Definition)))
        {
            var before = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in service.Interview.Fields)
            {
                foreach (var condition in field.Options.Select(option => option.When).Append(field.When).OfType<Interviews.Conditions.Condition>())
                    Assert.All(condition.Fields, id => Assert.Contains(id, before));
                before.Add(field.Id);
            }
        }
    }

    private static ServiceDefinition Any(int which)
    {
        var asking = Shipped.Catalog.Services.Where(service => !service.IsGuideOnly).ToList();
        return asking[(int)((uint)which % (uint)asking.Count)];
    }

    private static Answers Move(RandomService service, Answers answers, Dictionary<int, JsonElement> typed, int move)
    {
        var (kind, rest) = ((uint)move % 8, (int)((uint)move / 8));
        if (kind == 0)
        {
            service.Upgrade();
            return Interview.Upgrade(answers, service.Definition, Sample.Today).Answers;
        }
        var fields = service.Definition.Interview.Fields;
        var question = Interview.Next(service.Definition, answers, Sample.Today).Question;
        var field = kind < 5 && question is not null ? question.Id : fields[rest % fields.Count].Id;
        if (kind == 7)
        {
            typed.Remove(service.KeyOf(field)!.Value);
            return Interview.Change(service.Definition, answers, field, null, Sample.Today).Answers;
        }
        var value = kind < 4 && question is not null ? RandomAnswers.Valid(question, rest) : RandomAnswers.Any(rest);
        typed[service.KeyOf(field)!.Value] = value;
        return Interview.Change(service.Definition, answers, field, value, Sample.Today).Answers;
    }

    private static void AssertConsistent(ServiceDefinition service, Answers answers)
    {
        var step = Interview.Next(service, answers, Sample.Today);
        var sent = Interview.Sent(service, answers, Sample.Today);
        var relevant = Interview.Relevant(service, answers, Sample.Today);

        Assert.Equal(sent.Values.Keys, step.Review.Select(line => line.Field).Order(StringComparer.Ordinal));
        Assert.All(step.Review, line => Assert.Equal(AnswerText.Of(service.Interview.Field(line.Field)!, sent.Get(line.Field)!.Value).Display, line.Display));
        Assert.All(sent.Values.Keys, id => Assert.Contains(relevant, field => field.Id == id));
        Assert.Empty(step.Aside.Intersect(sent.Values.Keys, StringComparer.Ordinal));
        Assert.InRange(step.Progress, 0, 1);
        Assert.Equal(step.Done, step.Question is null && step.Errors.Count == 0);
        Assert.Equal(step.Done, step.Progress == 1);
        if (step.Done)
            Assert.Equal(relevant.Select(field => field.Id), step.Review.Select(line => line.Field));
        // What was sent is in its one form: sending it again sends the same.
        Assert.Equal(JsonSerializer.Serialize(sent), JsonSerializer.Serialize(Interview.Sent(service, sent, Sample.Today)));
        Assert.Equal(relevant.Select(field => field.Id), Interview.Pages(service, answers, Sample.Today).SelectMany(page => page.Fields).Select(field => field.Question.Id));
    }
}
