using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Samples;

/// <summary>Answers that somebody might give.</summary>
internal static class RandomAnswers
{
    private static readonly string[] Anything =
    [
        "null", "true", "\"\"", "\"a\"", "\"zzz\"", "[]", "[\"a\",\"b\"]", "[1]", "{}", "{\"unknown\":true}", "12", "-3", "1e300", "\"2026-03-09\"", "\"\\u202e\"",
        "{\"id\":\"x\",\"name\":\"y.jpg\",\"size\":5}", "{\"county\":\"旗\",\"township\":\"镇\"}", "\"13800138000\"", "\"张三\"", "\"11010519491231002X\"",
    ];

    /// <summary>Anything at all, right or wrong.</summary>
    public static JsonElement Any(int choice) => Sample.Json(Anything[(int)((uint)choice % (uint)Anything.Length)]);

    /// <summary>An answer that the question takes.</summary>
    public static JsonElement Valid(Question question, int choice)
    {
        var random = new Random(choice);
        if (!question.Required && random.Next(4) == 0)
            return AnswerJson.Skipped;
        if (question.AllowUnknown && random.Next(4) == 0)
            return AnswerJson.Unknown;
        return question.Type switch
        {
            FieldType.Text or FieldType.LongText => AnswerJson.Of(" 一些文字 "),
            FieldType.Choice => AnswerJson.Of(question.Options[random.Next(question.Options.Count)].Value),
            FieldType.Choices => AnswerJson.Of([question.Options[random.Next(question.Options.Count)].Value]),
            FieldType.YesNo => AnswerJson.Of(question.Rules.MustBeYes is not null || random.Next(2) == 0),
            FieldType.Date => AnswerJson.Of(Sample.Today.AddDays(random.Next(question.Rules.FromDays ?? -400, question.Rules.ToDays ?? 400))),
            FieldType.Money => AnswerJson.Of(Math.Max(question.Rules.Min ?? 0, random.Next(0, 1_000_000) / 100m)),
            FieldType.Number => AnswerJson.Of(Math.Clamp(random.Next(0, 1000), question.Rules.Min ?? 0, question.Rules.Max ?? 1000)),
            FieldType.Phone => AnswerJson.Of("138 0013 8000"),
            FieldType.IdNumber => AnswerJson.Of(Ids.Of(Sample.Today.AddDays(-random.Next(30_000)))),
            FieldType.Name => AnswerJson.Of("斯琴 • 巴特尔"),
            FieldType.Address => Sample.Json("""{"county":"西乌珠穆沁旗","township":"浩勒图高勒镇","village":" 洪格尔嘎查"}"""),
            _ => Sample.Json("""{"id":"f1","name":"照片.jpg","size":2048}"""),
        };
    }
}
