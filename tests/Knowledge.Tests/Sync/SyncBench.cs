using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Sync;
using LegalService.Knowledge.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Knowledge.Tests.Sync;

/// <summary>A site, a folder and a synchronizer between them.</summary>
internal sealed class SyncBench : IDisposable
{
    private readonly SourceFolder _folder = new();

    public LawSite Site { get; } = new();

    public ImpatientClock Clock { get; set; } = new(TimeSpan.FromSeconds(40));

    public string Output => _folder.Output;

    /// <summary>A law with two articles: one sentence of the test, and the usual end.</summary>
    public static byte[] Docx(string title, string history, params string[] articles) =>
        DocxFile.Of([$"^{title}", $"（{history}）", .. articles.Select((text, index) => $"第{ChineseNumerals.Format(index + 1)}条　{text}")]);

    public static byte[] Well(string text, string date = "2020年1月2日") =>
        Docx("中华人民共和国水井法", $"{date}全国人民代表大会常务委员会第三次会议通过", text, "本法自公布之日起施行。");

    public Task<SyncReport> RunAsync(params string[] laws) => RunAsync(CancellationToken.None, laws);

    public async Task<SyncReport> RunAsync(CancellationToken ct, params string[] laws)
    {
        await using var services = Services(_ => { });
        return await services.GetRequiredService<LawSynchronizer>().SynchronizeAsync(Wanted(laws), Output, refetch: false, null, ct);
    }

    public async Task<SyncReport> RunAsync(Action<SyncOptions> change, bool refetch, params string[] laws)
    {
        await using var services = Services(change);
        return await services.GetRequiredService<LawSynchronizer>().SynchronizeAsync(Wanted(laws), Output, refetch, null, CancellationToken.None);
    }

    public ServiceProvider Services(Action<SyncOptions> change) => new ServiceCollection()
        .AddSingleton<TimeProvider>(Clock)
        .AddSync(options =>
        {
            options.BaseUrl = Site.Address;
            change(options);
        })
        .BuildServiceProvider();

    /// <summary>A law as it is kept; fails when it is not.</summary>
    public async Task<Statute> KeptAsync(string law) => (await FullTextStore.ReadAsync(Output, CancellationToken.None)).Single(kept => kept.Law == law);

    public string State() => File.ReadAllText(Path.Combine(Output + ".sync", "state.json"));

    public void Dispose()
    {
        Site.Dispose();
        _folder.Dispose();
    }

    private static WantedLaw[] Wanted(string[] laws) => [.. laws.Select(law => new WantedLaw(law, "中华人民共和国" + law))];
}
