using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Knowledge.Answering;
using LegalService.Tool.Evaluation;

namespace LegalService.Tool.Commands;

/// <summary><c>answer</c>: the answers to a file of questions, one JSON line each.</summary>
internal static class AnswerCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static Command Create()
    {
        var (corpus, questions, asOf) = (CommonOptions.Corpus(), CommonOptions.Questions(), CommonOptions.AsOf());
        var output = new Option<FileInfo>("--out") { Description = "写到这个文件", Required = true };
        var command = new Command("answer", "回答一个文件里的所有问题") { corpus, questions, output, asOf };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var asked = QuestionSet.Read(parsed.GetValue(questions)!);
            using var index = await CommonOptions.BuildIndexAsync(parsed.GetValue(corpus)!, token);
            var answerer = new Answerer(index);
            await using var writer = new StreamWriter(parsed.GetValue(output)!.FullName);
            foreach (var question in asked)
                await writer.WriteLineAsync(Line(answerer, question, parsed.GetValue(asOf)));
        });
        return command;
    }

    private static string Line(Answerer answerer, LabelledQuestion question, DateOnly day)
    {
        if (Answerer.Refuse(question.Question) is { } code)
            return JsonSerializer.Serialize(new { id = question.Id, text = "", citations = Array.Empty<object>(), source = AnswerSource.None, confidence = 0.0, error = code }, Json);
        var answer = answerer.Answer(question.Question, day, CommonOptions.Today());
        return JsonSerializer.Serialize(
            new
            {
                id = question.Id,
                text = answer.Text,
                citations = answer.Citations.Select(citation => new { law = citation.Entry.Key.Law, article = citation.Entry.Key.Number.ToString() }),
                source = answer.Source,
                confidence = Math.Round(answer.Confidence, 3),
                outcome = answer.Outcome,
            },
            Json);
    }
}
