using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Calculators;

public sealed class WhichDoorTests
{
    [Theory]
    // Wages: arbitration comes before the court (劳动争议调解仲裁法第五条); a year from the end of the work (第二十七条), 2 November 2026 being a Monday.
    [InlineData("kind=labour, talks=no, since=2025-11-01, poor=yes", "先找：劳动人事争议仲裁", "最晚2026年11月2日", "labour-arbitration, court-filing, legal-aid")]
    // Land under contract: arbitration or court, as one likes; two years.
    [InlineData("kind=contractLand, talks=no, since=2025-03-02, poor=no", "先找：农村土地承包仲裁", "最晚2027年3月2日", "court-filing")]
    // Whose the grassland is decides the government first (草原法第十六条).
    [InlineData("kind=landOwner, talks=?", "先找：苏木乡镇或者旗县政府处理", "谁也不能改变现状", "court-filing")]
    // A fine on the spot: reconsideration must come first (行政复议法第二十三条), 60 days; 3 May is a Sunday.
    [InlineData("kind=decision, decisionKind=onTheSpot, since=2026-03-04, poor=no", "先找：行政复议", "最晚2026年5月4日", "court-filing")]
    [InlineData("kind=decision, decisionKind=other, since=?, poor=no", "先找：行政复议", "6 个月内", "court-filing")]
    [InlineData("kind=money, talks=no, clause=yes, since=?, poor=no", "先找：合同里写的仲裁委员会", "约定了仲裁", "")]
    [InlineData("kind=money, talks=yes, clause=no, since=2024-01-10, poor=no", "先找：人民调解", "最晚2027年1月11日", "people-mediation, court-filing")]
    [InlineData("kind=violence", "先找：公安报案（110）", "不看家里有没有钱", "legal-aid, court-filing")]
    [InlineData("kind=service", "先找：信访", "我们可以代办", "petition-agency")]
    [InlineData("kind=crime", "先找：公安报案（110）", "会转到那条路上去", "")]
    public void The_way_that_fits_is_named_with_its_last_day_and_the_services_that_lead_there(string answers, string result, string said, string services)
    {
        var found = Worked.Run("which-door", answers, new(2026, 3, 9));

        Assert.Equal(result, found.Result);
        Assert.Contains(found.Lines, line => line.Working.Contains(said, StringComparison.Ordinal));
        Assert.Equal(services.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), found.Services.Order());
    }

    [Fact]
    public void A_time_that_is_over_is_said_to_be_and_no_door_is_closed_for_it()
    {
        var found = Worked.Run("which-door", "kind=labour, talks=no, since=2024-01-10, poor=no", new(2026, 3, 9));

        Assert.Contains(found.Lines, line => line.Label == "先找：劳动人事争议仲裁" && line.Working.Contains("2025年1月10日就到期了；也不一定没办法", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_answered_there_is_a_way_to_go_first_and_every_way_names_its_articles()
    {
        var calculator = Worked.Catalog.Find("which-door")!;

        foreach (var answers in Everything(calculator, Answers.Empty))
        {
            var found = calculator.Run(answers, Sample.Today)!;
            Assert.NotNull(found.Result);
            Assert.All(found.Lines, line => Assert.NotEmpty(line.Basis));
            Assert.All(found.Services, service => Assert.NotNull(Shipped.Catalog.Find(service)));
        }
    }

    private static IEnumerable<Answers> Everything(Calculator calculator, Answers answers) => calculator.Next(answers, Sample.Today).Question is not { } question
        ? [answers]
        : Possible(question).SelectMany(answer => Everything(calculator, answers.With(question.Id, answer)));

    private static IEnumerable<System.Text.Json.JsonElement> Possible(Question question) =>
    [
        .. question.Type switch
        {
            FieldType.YesNo => [AnswerJson.Of(true), AnswerJson.Of(false)],
            FieldType.Date => [AnswerJson.Of("2026-02-01")],
            _ => question.Options.Select(option => AnswerJson.Of(option.Value)),
        },
        .. question.AllowUnknown ? new[] { AnswerJson.Unknown } : [],
    ];
}
