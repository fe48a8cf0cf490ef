using System.Net;
using System.Text.Json;
using LegalService.Contracts;

namespace LegalService.Server.Tests.Casework;

public sealed class CalculatorTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task A_citizen_answers_question_by_question_and_sees_every_step_with_its_article()
    {
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var told = new Dictionary<string, object>(StringComparer.Ordinal) { ["kind"] = "property", ["amount"] = 50000, ["halved"] = true };
        var step = await Api.NextCalculatorQuestionAsync("court-fee", new InterviewRequest(answers));
        while (step.Interview.Question is { } question)
        {
            Assert.Null(step.Calculation);
            answers[question.Id] = JsonSerializer.SerializeToElement(told[question.Id]);
            step = await Api.NextCalculatorQuestionAsync("court-fee", new InterviewRequest(answers));
        }

        Assert.Equal(525, step.Calculation!.Total);
        Assert.All(step.Calculation.Lines, line => Assert.NotEmpty(line.Basis));
        Assert.NotEmpty(step.Calculation.Caveat);
    }

    [Fact]
    public async Task Every_calculator_is_listed_and_begins_with_a_question()
    {
        var calculators = await Api.CalculatorsAsync();

        Assert.Equal(10, calculators.Count);
        foreach (var calculator in calculators)
            Assert.NotNull((await Api.NextCalculatorQuestionAsync(calculator.Id, new InterviewRequest(new Dictionary<string, JsonElement>(StringComparer.Ordinal)))).Interview.Question);
    }

    [Fact]
    public Task A_calculator_that_is_not_there_is_said_to_be_so() => Refused.WithAsync(
        "calculator.notFound", HttpStatusCode.NotFound, () => Api.NextCalculatorQuestionAsync("horoscope", new InterviewRequest(new Dictionary<string, JsonElement>(StringComparer.Ordinal))));
}
