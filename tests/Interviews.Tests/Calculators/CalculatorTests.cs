using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Calculators;

public sealed class CalculatorTests
{
    [Fact]
    public void Every_step_that_counts_names_its_article()
    {
        var results = new[]
        {
            Worked.Run("severance-pay", "reason=unlawful, start=2023-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?"),
            Worked.Run("court-fee", "kind=property, amount=50000, halved=yes"),
            Worked.Run("last-days", "kind=civil, start=2024-01-01"),
        };

        Assert.All(results.SelectMany(result => result.Lines), line => Assert.NotEmpty(line.Basis));
    }

    [Fact]
    public void A_value_that_nobody_entered_is_asked_for_and_not_invented()
    {
        var result = Worked.Run("loan-interest", "principal=10000, received=?, lent=2026-03-01, rateKind=yearly, rate=24, until=2026-06-01, lpr=?", new(2026, 11, 29));

        Assert.Null(result.Result);
        Assert.Null(result.Total);
        Assert.Contains("一年期贷款市场报价利率", Assert.Single(result.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_value_told_by_the_citizen_is_taken()
    {
        var result = Worked.Run("loan-interest", "principal=10000, received=?, lent=2026-03-01, rateKind=yearly, rate=24, until=2027-03-01, lpr=3", new(2026, 11, 29));

        Assert.Equal(1200, result.Total);
    }

    [Fact]
    public void What_can_be_worked_out_without_a_missing_value_is_and_says_that_something_is_missing()
    {
        var result = Worked.Run("work-injury", "outcome=death, wage=6000, average=7000, deathDay=2026-06-01, nationalIncome=?", new(2026, 11, 29));

        Assert.Equal(42_000, result.Total);
        Assert.Contains("没有算全", result.Result, StringComparison.Ordinal);
        Assert.NotEmpty(result.Missing);
    }

    [Fact]
    public void A_loan_of_before_the_present_rule_is_left_to_a_lawyer()
    {
        var result = Worked.Run("loan-interest", "principal=10000, received=?, lent=2019-03-01, rateKind=yearly, rate=24, until=2021-03-01, lpr=?");

        Assert.Null(result.Result);
        Assert.NotEmpty(result.Missing);
    }

    [Fact]
    public void A_year_whose_holidays_are_not_known_is_said_to_be_so()
    {
        var result = Worked.Run("last-days", "kind=civil, start=2025-05-06", new(2026, 11, 29));

        Assert.Contains(result.Notes, note => note.Contains("2028 年的放假安排还没有公布", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_result_while_questions_are_open()
    {
        var calculator = Worked.Catalog.Find("court-fee")!;

        Assert.Null(calculator.Run(Answers.Empty, new(2026, 11, 29)));
        Assert.Equal("kind", calculator.Next(Answers.Empty, new(2026, 11, 29)).Question!.Id);
    }

    [Theory]
    [InlineData("百分之三十", "30")]
    [InlineData("七成", "70")]
    [InlineData("一半", "50")]
    [InlineData("70%", "70")]
    [InlineData("大概六十", "60")]
    public void Shares_are_understood_as_people_say_them(string said, string percent)
    {
        var field = Worked.Catalog.Find("personal-injury")!.Definition.Interview.Field("share")!;

        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), FieldParser.Parse(field, said, new(2026, 11, 29)).Value!.Value.GetDecimal());
    }

    [Theory]
    [InlineData("十一级", "number.range")]
    [InlineData("二点五", "number.format")]
    [InlineData("2.5", "number.decimals")]
    [InlineData("很重", "number.format")]
    public void What_is_no_grade_is_refused_with_a_reason(string said, string code)
    {
        var field = Worked.Catalog.Find("work-injury")!.Definition.Interview.Field("grade")!;

        Assert.Equal(code, FieldParser.Parse(field, said, new(2026, 11, 29)).Error!.Code);
    }
}
