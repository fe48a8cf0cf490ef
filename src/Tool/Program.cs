using System.CommandLine;
using LegalService.Tool.Commands;

var root = new RootCommand("legal：法律语料的工具")
{
    ImportCommand.Create(),
    SyncCommand.Create(),
    CheckCommand.Create(),
    AskCommand.Create(),
    AnswerCommand.Create(),
    EvaluateCommand.Create(),
    FollowUpsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
