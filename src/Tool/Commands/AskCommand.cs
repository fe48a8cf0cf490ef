using System.CommandLine;
using LegalService.Knowledge.Answering;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary><c>ask QUESTION</c>: one answer, as a citizen gets it.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "要问的话" };
        var (corpus, asOf) = (CommonOptions.Corpus(), CommonOptions.AsOf());
        corpus.Required = false;
        corpus.DefaultValueFactory = _ => DefaultFolders.Corpus();
        var command = new Command("ask", "问一个问题，看市民会得到怎样的回答") { question, corpus, asOf };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var text = parsed.GetValue(question)!;
            if (Answerer.Refuse(text) is { } code)
                throw new CommandException(code == "question.empty" ? "请写出要问的话（question.empty）" : $"问题太长，最多 {Answerer.LongestQuestion} 字（{code}）");
            using var index = await CommonOptions.BuildIndexAsync(parsed.GetValue(corpus)!, token);
            Print(new Answerer(index).Answer(text, parsed.GetValue(asOf), CommonOptions.Today()));
        });
        return command;
    }

    private static void Print(Answer answer)
    {
        AnsiConsole.WriteLine(answer.Text);
        if (answer.Citations.Count > 0)
            AnsiConsole.WriteLine();
        foreach (var citation in answer.Citations)
            AnsiConsole.WriteLine($"  依据 {citation.Entry.Key}  {citation.Entry.Note?.Caption}");
        foreach (var step in answer.NextSteps)
            AnsiConsole.WriteLine($"  → {step.Label}");
        AnsiConsole.WriteLine($"  [{answer.Outcome}，来源 {answer.Source}，把握 {answer.Confidence:0.00}]");
    }
}
