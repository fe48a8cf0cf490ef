using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LegalService.Knowledge.Tests.LanguageModel;

/// <summary>The embedding model helps to choose what the chat model is given, and is not missed when it is not there.</summary>
public sealed class EmbeddingTests : IDisposable
{
    private const string Sound = "公用的井谁都不能填，村里每个人都可以到公用的井打水（《水井法》第三条）。";

    private readonly CorpusFolder _folder = CorpusFolder.Sample();
    private readonly CorpusFolder _cache = new();
    private readonly ModelSite _site = new();

    public EmbeddingTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(CorpusFolder.Repository, "corpus", "prompts")))
            _folder.Write("prompts/" + Path.GetFileName(file), File.ReadAllBytes(file));
        _site.Writes(Sound);
    }

    [Fact]
    public async Task The_article_that_it_puts_nearest_is_given_to_the_model_first()
    {
        // The question is made near the article on lids, which full-text search puts behind.
        _site.Embeds = text => text.Contains("第四条之一", StringComparison.Ordinal) || text.Contains("井填了", StringComparison.Ordinal) ? [1, 0] : [0, 1];
        using var host = Host();
        await host.StartAsync();

        var answer = await AskAsync(host, until: said => said.Contains("[1] 《水井法》第四条之一", StringComparison.Ordinal) || said.Contains("[2] 《水井法》第四条之一", StringComparison.Ordinal));

        Assert.Equal(AnswerSource.Model, answer.Source);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_text_is_sent_once_also_when_the_server_starts_again()
    {
        _site.Embeds = _ => [0.6f, 0.8f];
        using (var first = Host())
        {
            await first.StartAsync();
            await AskAsync(first, until: _ => _site.Embedded.Any(text => text.Contains("井填了", StringComparison.Ordinal)));
            await first.StopAsync();
        }

        var articles = _site.Embedded.Count(text => text.StartsWith("《水井法》", StringComparison.Ordinal));
        using var second = Host();
        await second.StartAsync();
        var asked = _site.Embedded.Count;
        await AskAsync(second, until: _ => _site.Embedded.Count > asked);
        await second.StopAsync();

        Assert.Equal(3, articles);
        Assert.Equal(articles, _site.Embedded.Count(text => text.StartsWith("《水井法》", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_embedding_model_that_is_down_costs_nothing()
    {
        using var host = Host();
        await host.StartAsync();

        Assert.Equal(AnswerSource.Model, (await AskAsync(host, until: _ => true)).Source);
        await host.StopAsync();
    }

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
        _cache.Dispose();
    }

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKnowledge(options =>
        {
            options.Folders.Add(_folder.Path);
            options.IndexFolder = Path.Combine(_cache.Path, "index");
            Directory.CreateDirectory(options.IndexFolder);
        });
        builder.Services.AddLanguageModel(options =>
        {
            (options.Endpoint, options.Name, options.EmbeddingName, options.CacheFolder) = (_site.Address, "test", "test-embedding", Path.Combine(_cache.Path, "embeddings"));
            (options.AnswerWithin, options.CallWithin, options.EmbedWithin) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30));
        });
        return builder.Build();
    }

    /// <summary>Asks until what the chat model was told last is as expected: corpus and vectors are made in the background.</summary>
    private async Task<Answer> AskAsync(IHost host, Func<string, bool> until)
    {
        var knowledge = host.Services.GetRequiredService<KnowledgeBase>();
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 600, "It did not come to that");
            if (knowledge.Current is { } current)
            {
                var answer = await current.Answerer.AnswerAsync(ModelBench.Question, Asking.Today, Asking.Today, CancellationToken.None);
                if (until(_site.Said(_site.Requests.Count - 1)))
                    return answer;
            }

            await Task.Delay(100);
        }
    }
}
