using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Definitions;

public sealed class RefusalTests
{
    private const string Fields = """
        - { id: kind, type: choice, label: 什么事, options: [{ value: a, label: 甲 }, { value: b, label: 乙 }] }
        - { id: minor, type: yesNo, label: 未成年吗, when: { kind: a } }
        - { id: amount, type: money, label: 多少钱 }
        - { id: limitDate, type: date, label: 最晚哪天, unknown: 不知道 }

        """;

    private static readonly string Good = Sample.Head + Sample.WithFields(Fields);

    [Fact]
    public void The_file_that_the_others_are_made_from_is_right()
    {
        Assert.Empty(Sample.Problems(Good));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_at_once_each_with_its_line()
    {
        var text = Good
            .Replace("version: 1", "version: eins", StringComparison.Ordinal)
            .Replace("  fee: 不收钱\n", "  fees: 不收钱\n", StringComparison.Ordinal)
            .Replace("type: money", "type: coin", StringComparison.Ordinal)
            .Replace("{ kind: a }", "{ kind: c }", StringComparison.Ordinal);

        var problems = Sample.Problems(text);

        Assert.Equal(
            [(4, "service.wrongType"), (6, "service.missing"), (7, "service.unknownKey"), (23, "condition.unknownOption"), (24, "service.unknownValue")],
            problems.Select(problem => (problem.Line, problem.Code)));
        Assert.All(problems, problem => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Reason));
        Assert.StartsWith("services/sample.yaml(4): service.wrongType ", problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: sample", "id: other", "service.id", 1)]
    [InlineData("name: 样例", "name: ''", "service.emptyText", 2)]
    [InlineData("name: 样例", "name: [样例]", "service.wrongType", 2)]
    [InlineData("name: 样例", "name: 样例\nname: 又一个", "service.duplicateKey", 3)]
    [InlineData("[法律援助法 第二条]", "[]", "service.wrongType", 12)]
    [InlineData("[法律援助法 第二条]", "[《法律援助法》第二条]", "service.citation", 12)]
    [InlineData("[法律援助法 第二条]", "[中华人民共和国法律援助法 第二条]", "service.citation", 12)]
    [InlineData("  legalBasis: [法律援助法 第二条]\n", "", "service.noBasis", 6)]
    [InlineData("days: 30", "days: 0", "service.wrongType", 16)]
    [InlineData("id: minor", "id: kind", "service.duplicateId", 23)]
    [InlineData("id: minor", "id: any", "service.id", 23)]
    [InlineData("id: minor", "id: Minor", "service.id", 23)]
    [InlineData("label: 未成年吗,", "label: 未成年吗, was: [amount],", "service.was", 23)]
    [InlineData("label: 未成年吗,", "label: 未成年吗, maxLength: 3,", "service.unknownKey", 23)]
    [InlineData("label: 未成年吗,", "label: 未成年吗, role: limitDate,", "service.role", 23)]
    [InlineData("{ value: b,", "{ value: a,", "service.duplicateId", 22)]
    [InlineData("label: 乙", "label: 甲", "service.duplicateId", 22)]
    [InlineData(", { value: b, label: 乙 }", "", "service.oneOption", 22)]
    [InlineData("{ kind: a }", "{ kind: }", "condition.unknownOption", 23)]
    [InlineData("{ kind: a }", "{ kind: c }", "condition.unknownOption", 23)]
    [InlineData("{ kind: a }", "{ sort: a }", "condition.unknownField", 23)]
    [InlineData("{ kind: a }", "{ amount: { atLeast: 5 } }", "condition.forward", 23)]
    [InlineData("{ kind: a }", "{ minor: true }", "condition.forward", 23)]
    [InlineData("{ kind: a }", "{ kind: unknown }", "condition.test", 23)]
    [InlineData("{ kind: a }", "{ kind: skipped }", "condition.test", 23)]
    [InlineData("{ kind: a }", "{ kind: { atLeast: 5 } }", "condition.test", 23)]
    [InlineData("{ kind: a }", "kind", "condition.form", 23)]
    [InlineData("{ kind: a }", "{ any: { kind: a } }", "condition.form", 23)]
    [InlineData("{ kind: a }", "{ not: { not: { all: [{ kind: a }, { not: { kind: a } }] } } }", "condition.never", 23)]
    [InlineData("label: 多少钱", "label: 多少钱, min: 5, max: 3", "service.range", 24)]
    [InlineData("label: 多少钱", "label: 多少钱, min: 0.001", "service.wrongType", 24)]
    [InlineData("label: 多少钱", "label: 多少钱, when: { minor: ja }", "condition.test", 24)]
    [InlineData("label: 多少钱", "label: 多少钱, when: { kind: b, minor: true }", "condition.never", 24)]
    [InlineData("label: 多少钱", "label: 多少钱, required: yes", "service.wrongType", 24)]
    public void A_mistake_is_refused_with_its_line(string what, string with, string code, int line)
    {
        Assert.Contains(what, Good, StringComparison.Ordinal);

        var problems = Sample.Problems(Good.Replace(what, with, StringComparison.Ordinal));

        Assert.Contains((line, code), problems.Select(problem => (problem.Line, problem.Code)));
    }

    [Theory]
    [InlineData("triage:\n  - { id: r, kind: urgency, verdict: now, when: { kind: a }, reason: 急 }", "service.noBasis")]
    [InlineData("triage:\n  - { id: r, kind: urgency, verdict: here, when: { kind: a }, reason: 急, basis: [法律援助法 第二条] }", "service.verdict")]
    [InlineData("triage:\n  - { id: r, kind: urgency, verdict: refused, when: { kind: a }, reason: 急, basis: [法律援助法 第二条] }", "service.unknownValue")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, when: { limitDate: { withinDays: x } }, reason: 急 }", "service.wrongType")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, when: { limitDate: { soon: 3 } }, reason: 急 }", "condition.test")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, when: { limitDate: { withinDays: 3, atLeast: 1 } }, reason: 急 }", "service.unknownKey")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, reason: 急 }", "service.missing")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, when: { amount: { atLeast: 5, atMost: 3 } }, reason: 急 }", "condition.test")]
    [InlineData("triage:\n  - { id: r, kind: note, verdict: attention, when: { limitDate: { withinDays: 3 }, not: { limitDate: { withinDays: 9 } } }, reason: 急 }", "condition.never")]
    [InlineData("deadlines:\n  - { id: d, name: 办, starts: received, ends: [accepted], length: 7, unit: calendarDays }", "service.noBasis")]
    [InlineData("deadlines:\n  - { id: d, name: 办, starts: begun, ends: [accepted], length: 7, unit: calendarDays, ownRule: 县里定 }", "service.event")]
    [InlineData("deadlines:\n  - { id: d, name: 办, starts: received, ends: [received], length: 7, unit: calendarDays, ownRule: 县里定 }", "service.event")]
    [InlineData("deadlines:\n  - { id: d, name: 办, starts: received, ends: [accepted], length: 7, unit: moons, ownRule: 县里定 }", "service.unknownValue")]
    [InlineData("deadlines:\n  - { id: d, name: 办, starts: received, ends: [accepted], length: 7, amberBefore: 7, unit: hours, ownRule: 县里定 }", "service.range")]
    [InlineData("appointment: { kind: talk, minutes: 30, ways: [{ way: video, when: { kind: a } }] }", "service.missing")]
    [InlineData("appointment: { kind: talk, minutes: 30, ways: [{ way: video }, { way: video }] }", "service.duplicateId")]
    [InlineData("documents:\n  - { id: x, name: 回执, on: never, says: 收到 }", "service.event")]
    [InlineData("x: &a [1]\ny: *a", "service.syntax")]
    [InlineData("x: !!binary aGk=", "service.syntax")]
    [InlineData("x: [", "service.syntax")]
    [InlineData("---\nid: second", "service.syntax")]
    [InlineData("colour: red", "service.unknownKey")]
    public void A_mistake_in_a_rule_is_refused(string added, string code)
    {
        Assert.Contains(code, Sample.Problems(Good + added + "\n").Select(problem => problem.Code));
    }

    [Fact]
    public void An_option_that_nobody_can_be_offered_is_refused()
    {
        var text = Good + "        - { id: next, type: choice, label: 然后, when: { kind: a }, options: [{ value: x, label: 一 }, { value: y, label: 二, when: { kind: b } }] }\n";

        var problem = Assert.Single(Sample.Problems(text));

        Assert.Equal((27, "condition.never"), (problem.Line, problem.Code));
        Assert.Contains("“y”", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_offers_nothing_in_some_case_is_refused()
    {
        var text = Good + "        - { id: next, type: choice, label: 然后, options: [{ value: x, label: 一, when: { kind: b } }, { value: y, label: 二, when: { kind: b } }] }\n";

        Assert.Contains("一个选项也没有", Assert.Single(Sample.Problems(text)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_nest_is_refused_without_a_fall()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000));

        Assert.Equal("service.syntax", Assert.Single(Sample.Problems("x: " + deep)).Code);
    }
}
