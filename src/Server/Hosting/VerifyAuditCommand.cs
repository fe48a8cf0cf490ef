using System.Globalization;
using LegalService.Casework.Audit;

namespace LegalService.Server.Hosting;

/// <summary>
/// <c>dotnet run --project src/Server -- verify-audit [--head SEQUENCE:HASH]</c>: walks the whole audit trail. The head is one that was noted earlier, from the
/// log, from here or from the console; the trail must still contain it.
/// </summary>
internal static class VerifyAuditCommand
{
    private const string Name = "verify-audit";
    private const int Whole = 0;
    private const int Broken = 1;
    private const int Misused = 2;

    public static bool IsAskedFor(string[] args) => args is [Name, ..];

    /// <returns>The exit code: 0 whole, 1 broken, 2 when the head cannot be read.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        var given = app.Configuration["head"];
        var known = given is null ? null : Parse(given);
        if (given is not null && known is null)
        {
            await Console.Error.WriteLineAsync("--head 要写成“序号:哈希”，和日志里、上次核对时给出的一样。");
            return Misused;
        }

        // The store is opened and brought up to date; nothing else of the server is started.
        foreach (var start in app.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        var chain = app.Services.GetRequiredService<AuditChain>();
        var verdict = await chain.VerifyAsync(known, CancellationToken.None);
        if (verdict.Break is { } found)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"审计记录有问题：第 {found.Sequence} 条，{Explain(found.Kind)}（{found.Kind}）。前 {verdict.Intact} 条完好。"));
            return Broken;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"审计记录完好：{verdict.Intact} 条，另有 {verdict.Unlinked} 条还没有编进链里。"));
        if (await chain.HeadAsync(CancellationToken.None) is { } head)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"链尾：{head.Sequence}:{head.Hash}（抄下来，下次用 --head 核对）"));
        return Whole;
    }

    private static AuditHead? Parse(string text) =>
        text.Split(':') is [var sequence, { Length: > 0 } hash] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead(number, hash)
            : null;

    private static string Explain(AuditBreakKind kind) => kind switch
    {
        AuditBreakKind.ChangedEntry => "内容被改过",
        AuditBreakKind.MissingEntry => "内容被删掉了",
        AuditBreakKind.MissingLink => "链上少了一环",
        AuditBreakKind.ChangedLink => "链上这一环不是本系统写的",
        AuditBreakKind.ForeignOrder => "前后次序被改过",
        _ => "链比抄下的短，或者不是同一条链",
    };
}
