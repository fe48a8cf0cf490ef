using System.Globalization;
using System.Text.Json;
using LegalService.Contracts;

namespace LegalService.Support;

/// <summary>Answers any interview sensibly, by the type of each question.</summary>
public static class Citizen
{
    /// <summary>The answers with which the interview is done.</summary>
    /// <param name="api">The server.</param>
    /// <param name="service">Id of the service.</param>
    /// <param name="person">Tells people apart: each has an ID number and a phone of its own.</param>
    /// <param name="given">Answers that stand already; null: none.</param>
    public static Task<IReadOnlyDictionary<string, JsonElement>> FillInAsync(
        ILegalServiceApi api, string service, int person, IReadOnlyDictionary<string, JsonElement>? given = null) =>
        FillInAsync(service, person, given, answers => api.NextQuestionAsync(service, new InterviewRequest(answers)));

    /// <summary>The answers with which a document is whole.</summary>
    public static Task<IReadOnlyDictionary<string, JsonElement>> FillInDocumentAsync(ILegalServiceApi api, string document, int person) =>
        FillInAsync(document, person, null, async answers => (await api.NextDocumentQuestionAsync(document, new InterviewRequest(answers))).Interview);

    private static async Task<IReadOnlyDictionary<string, JsonElement>> FillInAsync(
        string form, int person, IReadOnlyDictionary<string, JsonElement>? given, Func<IReadOnlyDictionary<string, JsonElement>, Task<InterviewResponse>> next)
    {
        var answers = new Dictionary<string, JsonElement>(given ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal), StringComparer.Ordinal);
        for (var asked = 0; asked < 100; asked++)
        {
            var step = await next(answers);
            if (step.Done)
                return answers;
            if (step.Question is not { } question)
                throw new InvalidOperationException($"{form}: {string.Join("; ", step.Errors.Select(error => $"{error.Field} {error.Code}"))}");
            answers[question.Id] = question.Required ? JsonSerializer.SerializeToElement(Answer(question, person, answers.ContainsKey(question.Id))) : JsonSerializer.SerializeToElement<object?>(null);
        }

        throw new InvalidOperationException($"{form} does not end");
    }

    private static object Answer(QuestionResponse question, int person, bool again) => question.Type switch
    {
        "choice" => question.Options![^1].Value,
        "choices" => new[] { question.Options![0].Value },
        // A consent that is refused is asked for again.
        "yesNo" => again,
        // A day that has been, or, where only a later one is taken, one to come.
        "date" => again ? TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2026-06-01",
        "money" => 3500,
        "number" => 3,
        "phone" => $"139{person % 100000000:00000000}",
        "idNumber" => IdNumber(person),
        "name" => "巴特尔",
        "address" => new { province = "内蒙古自治区", city = "示例市", county = "示例县", township = "示例镇", village = "示例嘎查", detail = "一组" },
        "longText" => "老板欠我三个月工资不给，我想问怎么办。",
        _ => "示例",
    };

    /// <summary>A number of the right form (GB 11643) that a county with no such region code never gave.</summary>
    public static string IdNumber(int person)
    {
        var digits = $"15222319800101{person % 1000:000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];
    }
}
