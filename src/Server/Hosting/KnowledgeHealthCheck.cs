using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LegalService.Server.Hosting;

/// <summary>
/// Unhealthy until a corpus is loaded; degraded when files have mistakes, the last load failed, or the learned ranking cannot be used and the
/// linear one has taken its place.
/// </summary>
internal sealed class KnowledgeHealthCheck(KnowledgeBase knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(knowledge.Current is { } current ? Describe(current) : HealthCheckResult.Unhealthy(knowledge.LastFailure ?? "loading"));

    private HealthCheckResult Describe(KnowledgeBase.Loaded current)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["laws"] = current.Index.Articles.Laws.Count,
            ["articles"] = current.Index.Articles.Entries.Count,
            ["faq"] = current.Index.Corpus.Faq.Count,
            ["problems"] = current.Index.Corpus.Problems.Count,
            ["corpus"] = current.Fingerprint,
            ["ranking"] = current.Index.Corpus.Artefacts.Problem ?? "learned",
        };
        if (knowledge.LastFailure is { } failure)
            return HealthCheckResult.Degraded(failure, data: data);
        if (current.Index.Corpus.Problems.Count > 0)
            return HealthCheckResult.Degraded("corpus files have mistakes", data: data);
        return current.Index.Corpus.Artefacts is { IsBroken: true } broken
            ? HealthCheckResult.Degraded($"linear ranking: {broken.Problem}", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
