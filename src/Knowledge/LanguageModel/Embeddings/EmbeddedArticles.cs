using System.Runtime.CompilerServices;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Retrieval;
using LegalService.Knowledge.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.LanguageModel.Embeddings;

/// <summary>The articles that the embedding model puts nearest to a question. Nothing while their vectors are not made, or the endpoint does not answer. Thread safe.</summary>
internal sealed class EmbeddedArticles(
    IOptions<ModelOptions> options, ModelMetrics metrics, TimeProvider time, ILogger<EmbeddedArticles> logger, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    /// <summary>Flattens the difference between the first places of two orders, as is usual for reciprocal ranks.</summary>
    private const double Flatness = 60;

    /// <summary>So many of the nearest count.</summary>
    private const int Most = 50;

    private readonly ConditionalWeakTable<KnowledgeIndex, VectorTable> _tables = [];

    /// <summary>True when there is an embedding model.</summary>
    public bool IsOn => generator is not null;

    /// <summary>Makes the articles of an index findable.</summary>
    public void Add(KnowledgeIndex index, VectorTable vectors) => _tables.AddOrUpdate(index, vectors);

    /// <summary>The candidates in an order that counts the embedding's as much as theirs; the same order when there is none.</summary>
    public async Task<IReadOnlyList<Candidate>> FuseAsync(
        KnowledgeIndex index, IReadOnlyList<Candidate> candidates, string question, DateOnly day, Patience? patience, CancellationToken cancellation)
    {
        if (generator is null || !_tables.TryGetValue(index, out var table) || await EmbedAsync(question, patience, cancellation) is not { } vector || vector.Length != table.Dimensions)
            return candidates;
        var nearest = NearestPlaces.Of(table.Likeness(vector.Span), Most, place => index.Articles.Entries[place].IsInForce(day));
        var scores = new Dictionary<int, double>();
        foreach (var (place, ordinal) in candidates.Select(candidate => candidate.Entry.Ordinal).Index().Concat(nearest.Index()))
            scores[ordinal] = scores.GetValueOrDefault(ordinal) + (1 / (Flatness + place));
        var known = candidates.ToDictionary(candidate => candidate.Entry.Ordinal);
        return [.. scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Select(score => known.GetValueOrDefault(score.Key) ?? new Candidate(index.Articles.Entries[score.Key]))];
    }

    private async Task<ReadOnlyMemory<float>?> EmbedAsync(string question, Patience? patience, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var within = ModelChat.Least(options.Value.EmbedWithin, patience);
        if (within <= TimeSpan.Zero)
            return null;
        using var limit = new CancellationTokenSource(within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var made = await generator!.GenerateAsync([question], cancellationToken: both.Token);
            metrics.Asked("embed", ModelOutcomes.Written, time.GetElapsedTime(start));
            return made is [{ Vector: var vector }] ? vector : null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // What an endpoint sends decides which exceptions the libraries beneath throw.
            metrics.Asked("embed", ModelFaults.OutcomeOf(exception), time.GetElapsedTime(start));
            logger.LogDebug(exception, "A question could not be embedded");
            return null;
        }
    }
}
