using System.CommandLine;
using LegalService.Knowledge;
using LegalService.Knowledge.Sync;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary><c>sync</c>: brings the full text up to date with the national database of laws.</summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var laws = new Option<string[]>("--law") { Description = "只取这些法律（简称或全名），可以写多个；默认取语料里写到的全部", AllowMultipleArgumentsPerToken = true };
        var corpus = new Option<string>("--corpus") { Description = "语料文件夹：取它写到的法律", DefaultValueFactory = _ => "corpus" };
        var output = new Option<string>("--out") { Description = "全文文件夹", DefaultValueFactory = _ => DefaultFolders.FullText };
        var baseUrl = new Option<string>("--base-url") { Description = "国家法律法规数据库的地址，默认按设置 Sync:BaseUrl" };
        var refetch = new Option<bool>("--refetch") { Description = "不管以前取过没有，全部重新取" };
        var command = new Command("sync", "从国家法律法规数据库更新法律全文，中断后可以接着取") { laws, corpus, output, baseUrl, refetch };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            await using var services = Services(parsed.GetValue(baseUrl));
            var wanted = await WantedAsync(parsed.GetValue(laws) ?? [], parsed.GetValue(corpus)!, token);
            try
            {
                var synchronizer = services.GetRequiredService<LawSynchronizer>();
                var report = await RunAsync(synchronizer, wanted, parsed.GetValue(output)!, parsed.GetValue(refetch), token);
                Print(report);
            }
            catch (OptionsValidationException exception)
            {
                throw new CommandException(string.Join('\n', exception.Failures));
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                throw new CommandException($"没有取成：{exception.Message}");
            }
            catch (OperationCanceledException)
            {
                throw new CommandException("已经停下；再运行一次会接着取");
            }
        });
        return command;
    }

    private static ServiceProvider Services(string? baseUrl)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(SyncOptions.Section);
        return new ServiceCollection().AddSync(options =>
        {
            try
            {
                settings.Bind(options);
            }
            catch (InvalidOperationException exception)
            {
                throw new OptionsValidationException(SyncOptions.Section, typeof(SyncOptions), [$"设置 Sync 读不懂：{exception.Message}"]);
            }

            if (baseUrl is not null)
                options.BaseUrl = new Uri(baseUrl, UriKind.RelativeOrAbsolute);
        }).BuildServiceProvider();
    }

    private static async Task<IReadOnlyList<WantedLaw>> WantedAsync(string[] laws, string corpus, CancellationToken token)
    {
        // Without a corpus a named law can still be fetched, by its name alone.
        if (laws.Length > 0 && !Directory.Exists(corpus))
            return WantedLaws.Of(laws, []);
        var wanted = WantedLaws.Of(laws, (await CommonOptions.ReadCorpusAsync([corpus], token)).Notes);
        return wanted.Count > 0 ? wanted : throw new CommandException($"{corpus} 里没有写到任何法律");
    }

    private static Task<SyncReport> RunAsync(
        LawSynchronizer synchronizer, IReadOnlyList<WantedLaw> laws, string output, bool refetch, CancellationToken token) => AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(async context =>
        {
            var bar = context.AddTask("更新法律", maxValue: Math.Max(1, laws.Count));
            var progress = new ImmediateProgress<SyncProgress>(state =>
            {
                bar.Value = state.Done;
                bar.Description = Markup.Escape(state.Law);
            });
            return await synchronizer.SynchronizeAsync(laws, output, refetch, progress, token);
        });

    private static void Print(SyncReport report)
    {
        if (report.Resumed)
            Console.WriteLine("接着上次没有做完的取");
        foreach (var law in report.Interrupted)
            Console.WriteLine($"上次中断在《{law}》（run.interrupted）");
        foreach (var law in report.Laws.Where(law => law.State != SyncState.Unchanged || law.Remarks.Count > 0))
        {
            Console.WriteLine($"{Name(law.State)} 《{law.Law}》{(law.Code is null ? "" : $": {law.Code} {law.Reason}")}");
            foreach (var remark in law.Remarks)
                Console.WriteLine($"  注意 {remark.Version:yyyy-MM-dd} {remark.Code} {remark.Reason}");
        }

        int Count(SyncState state) => report.Laws.Count(law => law.State == state);
        Console.WriteLine(
            $"laws={report.Laws.Count} new={Count(SyncState.New)} amended={Count(SyncState.Amended)} repealed={Count(SyncState.Repealed)} unchanged={Count(SyncState.Unchanged)} failed={Count(SyncState.Failed)} waiting={Count(SyncState.Waiting)} requests={report.Requests}");
        if (!report.IsComplete)
            throw new CommandException("有的法律没有取到，原来的没有动；再运行一次会接着取");
    }

    private static string Name(SyncState state) => state switch
    {
        SyncState.New => "新增",
        SyncState.Amended => "修改",
        SyncState.Repealed => "废止",
        SyncState.Unchanged => "未变",
        SyncState.Waiting => "等待",
        _ => "失败",
    };
}
