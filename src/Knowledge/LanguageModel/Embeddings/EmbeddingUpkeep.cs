using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.LanguageModel.Embeddings;

/// <summary>Makes the vectors of the articles in the background whenever a corpus was loaded. Questions are answered meanwhile without them.</summary>
internal sealed class EmbeddingUpkeep(
    KnowledgeBase knowledge,
    EmbeddedArticles articles,
    IOptions<ModelOptions> options,
    TimeProvider time,
    ILogger<EmbeddingUpkeep> logger,
    IEmbeddingGenerator<string, Embedding<float>>? generator = null) : BackgroundService
{
    private const int LongestText = 800;
    private const int Batch = 32;

    /// <summary>Between two looks, and before an endpoint that failed is asked again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (generator is null)
            return;
        await Task.Yield();
        var cache = await EmbeddingCache.OpenAsync(options.Value.CacheFolder, options.Value.EmbeddingName, stoppingToken);
        KnowledgeIndex? done = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (knowledge.Current?.Index is { } index && index != done && await TryEmbedAsync(index, cache, stoppingToken))
                done = index;
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryEmbedAsync(KnowledgeIndex index, EmbeddingCache cache, CancellationToken cancellation)
    {
        try
        {
            var texts = index.Articles.Entries.Select(TextOf).ToList();
            foreach (var missing in texts.Where(text => cache.Find(text) is null).Distinct(StringComparer.Ordinal).Chunk(Batch))
            {
                var made = await generator!.GenerateAsync(missing, cancellationToken: cancellation);
                await cache.AddAsync([.. missing.Zip(made, (text, vector) => (text, vector.Vector.ToArray()))], cancellation);
            }

            if (texts.Count > 0)
                articles.Add(index, VectorTable.Of(cache.Find(texts[0])!.Length, texts.Count, place => cache.Find(texts[place])!, cancellation));
            logger.LogInformation("{Articles} articles are embedded", texts.Count);
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning("Articles could not be embedded ({Outcome}); tried again later", ModelFaults.OutcomeOf(exception));
            return false;
        }
    }

    private static string TextOf(ArticleEntry entry) =>
        Excerpt.Of(string.Join('\n', new[] { entry.Key.ToString(), entry.Note?.Caption, entry.Note?.Gist, entry.Text }.Where(part => !string.IsNullOrEmpty(part))), LongestText);
}
