using System.CommandLine;
using System.Globalization;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary>Options that several commands share, and what they open.</summary>
internal static class CommonOptions
{
    public static Option<string[]> Corpus() => new("--corpus")
    {
        Description = "语料文件夹，可以写多个：随产品的 corpus，和 import 写出的全文文件夹",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<FileInfo> Questions() => new Option<FileInfo>("--questions")
    {
        Description = "问题文件，每行一个 JSON：id、question、articles",
        Required = true,
    }.AcceptExistingOnly();

    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "按哪一天的法律（yyyy-MM-dd），默认今天",
        DefaultValueFactory = _ => Today(),
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fail(result),
    };

    public static DateOnly Today() => TimeProvider.System.Today();

    /// <summary>Reads the folders and says on standard error what is wrong in them.</summary>
    /// <exception cref="CommandException">A folder is missing or broken.</exception>
    public static async Task<LegalCorpus> ReadCorpusAsync(string[] folders, CancellationToken cancellationToken)
    {
        try
        {
            var corpus = await CorpusReader.ReadAsync(folders, cancellationToken);
            foreach (var problem in corpus.Problems)
                await Console.Error.WriteLineAsync(problem.ToString());
            return corpus;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or InvalidDataException)
        {
            throw new CommandException(exception.Message);
        }
    }

    public static async Task<KnowledgeIndex> BuildIndexAsync(string[] folders, CancellationToken cancellationToken) =>
        KnowledgeIndex.BuildInMemory(await ReadCorpusAsync(folders, cancellationToken), cancellationToken: cancellationToken);

    /// <summary>Runs a command; an expected failure is one line on standard error and exit code 2.</summary>
    public static void SetAction(Command command, Func<ParseResult, CancellationToken, Task> run) => command.SetAction(async (parsed, token) =>
    {
        try
        {
            await run(parsed, token);
            return 0;
        }
        catch (Exception exception) when (exception is CommandException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            AnsiConsole.Console.Profile.Out.Writer.Flush();
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    });

    private static DateOnly Fail(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"“{result.Tokens[0].Value}”不是 yyyy-MM-dd 的日期");
        return default;
    }
}

/// <summary>Something the user can put right; its message is shown as it is.</summary>
internal sealed class CommandException(string message) : Exception(message);
