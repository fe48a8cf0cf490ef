using System.CommandLine;
using LegalService.Training;

return await new RootCommand("training：学习条文的排序") { TrainCommand.Create() }.Parse(args).InvokeAsync();
