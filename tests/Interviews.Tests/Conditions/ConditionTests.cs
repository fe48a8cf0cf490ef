using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Conditions;

public sealed class ConditionTests
{
    private const string Fields = """
        - { id: one, type: choice, required: false, label: 选一, unknown: 不知道, options: [{ value: a, label: 甲 }, { value: b, label: 乙 }, { value: c, label: 丙 }] }
        - { id: many, type: choices, required: false, label: 选几, options: [{ value: a, label: 甲 }, { value: b, label: 乙 }, { value: c, label: 丙 }] }
        - { id: yes, type: yesNo, required: false, label: 是吗 }
        - { id: sum, type: money, required: false, label: 多少 }
        - { id: day, type: date, required: false, label: 哪天 }
        - { id: card, type: idNumber, required: false, label: 身份证 }
        """;

    [Theory]
    [InlineData("{ one: a }", """{"one":"a"}""", true)]
    [InlineData("{ one: a }", """{"one":"b"}""", false)]
    [InlineData("{ one: a }", "{}", false)]
    [InlineData("{ one: [a, b] }", """{"one":"b"}""", true)]
    [InlineData("{ one: answered }", """{"one":"b"}""", true)]
    [InlineData("{ one: answered }", """{"one":null}""", false)]
    [InlineData("{ one: answered }", """{"one":{"unknown":true}}""", false)]
    [InlineData("{ one: unknown }", """{"one":{"unknown":true}}""", true)]
    [InlineData("{ one: unknown }", """{"one":"a"}""", false)]
    [InlineData("{ one: skipped }", """{"one":null}""", true)]
    [InlineData("{ one: skipped }", "{}", false)]
    [InlineData("{ many: b }", """{"many":["a","b"]}""", true)]
    [InlineData("{ many: [b, c] }", """{"many":["a"]}""", false)]
    [InlineData("{ yes: true }", """{"yes":true}""", true)]
    [InlineData("{ yes: false }", """{"yes":false}""", true)]
    [InlineData("{ yes: false }", "{}", false)]
    [InlineData("{ not: { yes: true } }", "{}", true)]
    [InlineData("{ one: a, yes: true }", """{"one":"a","yes":true}""", true)]
    [InlineData("{ one: a, yes: true }", """{"one":"a","yes":false}""", false)]
    [InlineData("{ any: [{ one: a }, { yes: true }] }", """{"yes":true}""", true)]
    [InlineData("{ any: [{ one: a }, { yes: true }] }", """{"one":"c"}""", false)]
    [InlineData("{ all: [{ one: a }, { not: { yes: true } }] }", """{"one":"a"}""", true)]
    [InlineData("{ sum: { atLeast: 5000 } }", """{"sum":5000}""", true)]
    [InlineData("{ sum: { atLeast: 5000 } }", """{"sum":4999.99}""", false)]
    [InlineData("{ sum: { atLeast: 10, atMost: 20.5 } }", """{"sum":20.5}""", true)]
    [InlineData("{ sum: { atMost: 20.5 } }", """{"sum":20.51}""", false)]
    [InlineData("{ day: { withinDays: 6 } }", """{"day":"2026-03-10"}""", true)]
    [InlineData("{ day: { withinDays: 6 } }", """{"day":"2026-03-11"}""", false)]
    [InlineData("{ day: { withinDays: 6 } }", """{"day":"2026-03-04"}""", true)]
    [InlineData("{ day: { withinDays: 6 } }", """{"day":"2026-03-03"}""", false)]
    [InlineData("{ day: { beforeToday: true } }", """{"day":"2026-03-03"}""", true)]
    [InlineData("{ day: { beforeToday: true } }", """{"day":"2026-03-04"}""", false)]
    [InlineData("{ day: { withinLastDays: 30 } }", """{"day":"2026-02-02"}""", true)]
    [InlineData("{ day: { moreThanDaysAgo: 30 } }", """{"day":"2026-02-02"}""", false)]
    [InlineData("{ day: { moreThanDaysAgo: 30 } }", """{"day":"2026-02-01"}""", true)]
    [InlineData("{ day: { ageBelow: 18 } }", """{"day":"2008-03-05"}""", true)]
    [InlineData("{ day: { ageBelow: 18 } }", """{"day":"2008-03-04"}""", false)]
    [InlineData("{ day: { ageAtLeast: 60 } }", """{"day":"1966-03-04"}""", true)]
    [InlineData("{ card: { ageAtLeast: 60 } }", """{"card":"11010519491231002X"}""", true)]
    [InlineData("{ card: { ageBelow: 18 } }", """{"card":"11010519491231002X"}""", false)]
    public void A_condition_holds_of_answers_as_it_is_written(string when, string answers, bool holds)
    {
        var service = Sample.Read(Sample.Head + Sample.WithFields(Fields) + $"triage:\n  - {{ id: r, kind: note, verdict: attention, when: {when}, reason: 看看 }}\n");

        Assert.Equal(holds, service.Triage[0].When.Holds(Sample.Answers(answers), Sample.Today));
    }

    [Fact]
    public void Answers_of_another_shape_than_expected_pass_no_test_and_break_nothing()
    {
        var service = Sample.Read(Sample.Head + Sample.WithFields(Fields) + """
            triage:
              - { id: r, kind: note, verdict: attention, when: { any: [{ one: a }, { many: a }, { yes: true }, { sum: { atLeast: 0 } }, { day: { withinDays: 9999 } }, { card: { ageBelow: 150 } }] }, reason: 看看 }

            """);
        foreach (var shape in new[] { "1e999", "{}", "[]", "[[1]]", "\"\\ud800\"", "null", "\"x\"", "{\"unknown\":1}" })
        {
            var answers = Sample.Answers($$"""{"one":{{shape}},"many":{{shape}},"yes":{{shape}},"sum":{{shape.Replace("1e999", "\"1\"", StringComparison.Ordinal)}},"day":{{shape}},"card":{{shape}}}""");

            Assert.False(service.Triage[0].When.Holds(answers, Sample.Today), shape);
        }
    }
}
