using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Samples;

/// <summary>Small services and answers for tests.</summary>
internal static class Sample
{
    public static DateOnly Today { get; } = new(2026, 3, 4);

    /// <summary>The parts of a file that a test of questions does not look at.</summary>
    public const string Head = """
        id: sample
        name: 样例
        summary: 给测试用的样例。
        version: 1
        guide:
          for: [所有人]
          fee: 不收钱
          timeLimit: 一天
          where: 这里
          how: 在这里填
          steps: [填好提交]
          legalBasis: [法律援助法 第二条]
          materials:
            - id: card
              name: 身份证
        retention: { days: 30, reason: 测试 }

        """;

    /// <summary>A service with these questions, written as in a file below <c>fields:</c>.</summary>
    public static ServiceDefinition OfFields(string fields) => Read(Head + WithFields(fields));

    /// <summary>A service with one question of this type.</summary>
    public static FieldDefinition Field(string type, string more = "") => OfFields($"- {{ id: f, type: {type}, label: 问题{(more.Length > 0 ? ", " + more : "")} }}").Interview.Fields[0];

    public static string WithFields(string fields) =>
        "interview:\n  pages:\n    - page: one\n      title: 第一页\n      fields:\n" + string.Concat(fields.Split('\n').Select(line => "        " + line + "\n"));

    public static ServiceDefinition Read(string text)
    {
        var reading = ServiceReader.Read("services/sample.yaml", text);
        Assert.True(reading.Definition is not null, string.Join('\n', reading.Problems));
        return reading.Definition!;
    }

    public static IReadOnlyList<DefinitionProblem> Problems(string text) => ServiceReader.Read("services/sample.yaml", text).Problems;

    public static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public static Answers Answers(string json) => JsonSerializer.Deserialize<Answers>(json)!;
}
