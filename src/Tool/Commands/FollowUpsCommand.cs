using System.CommandLine;
using LegalService.Tool.Evaluation;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary><c>follow-ups</c>: how well messages that lean on what was said before are told from those that stand on their own, and answered.</summary>
internal static class FollowUpsCommand
{
    public static Command Create()
    {
        var (corpus, questions, asOf) = (CommonOptions.Corpus(), CommonOptions.Questions(), CommonOptions.AsOf());
        var misses = new Option<bool>("--misses") { Description = "把没接对、没答对的也列出来" };
        var command = new Command("follow-ups", "看接着前面问的话（“那要多久”）有多少接对了、答对了") { corpus, questions, asOf, misses };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            using var index = await CommonOptions.BuildIndexAsync(parsed.GetValue(corpus)!, token);
            var run = await FollowUpRun.OfAsync(index, parsed.GetValue(questions)!, parsed.GetValue(asOf), token);
            AnsiConsole.WriteLine(run.ToString());
            foreach (var miss in parsed.GetValue(misses) ? run.Misses : [])
                AnsiConsole.WriteLine($"  {miss}");
        });
        return command;
    }
}
