using System.Text.Json;
using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.Server.Api;

/// <summary>From the knowledge base to the records of the API.</summary>
internal static class Mapping
{
    /// <summary>Most characters of a quotation.</summary>
    private const int QuoteLength = 200;

    public static AnswerResponse ToResponse(this Answer answer, DateOnly? asOf) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.Outcome.ToString()),
        answer.Text,
        [.. answer.Citations.Select(citation => citation.ToResponse(asOf))],
        [.. answer.NextSteps.Select(step => new NextStepResponse(step.Label, step.Service, step.Url, step.Phone))],
        Math.Round(answer.Confidence, 3),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.Source.ToString()));

    public static ArticleResponse ToResponse(this ArticleEntry entry, ArticleTable articles, DateOnly day, DateOnly? asOf)
    {
        var (before, after) = articles.Neighbours(entry);
        return new ArticleResponse(
            entry.Key.Law,
            entry.Key.Number.ToString(),
            entry.Title,
            entry.Issuer,
            entry.StatusOn(day).Name(),
            entry.InForceFrom,
            entry.InForceTo,
            entry.Headings,
            Caption(entry),
            entry.Note?.Gist,
            entry.NoteIsStale,
            entry.Text,
            [.. articles.Versions(entry.Key).Select(version => version.ToVersion(day))],
            before?.ToNeighbour(asOf),
            after?.ToNeighbour(asOf),
            Url(entry.Key, asOf));
    }

    private static CitationResponse ToResponse(this Citation citation, DateOnly? asOf) => new(
        citation.Entry.Key.Law,
        citation.Entry.Key.Number.ToString(),
        citation.Entry.Title,
        citation.Status.Name(),
        citation.Entry.InForceFrom,
        citation.Entry.Text is { } text ? Excerpt.Of(text, QuoteLength) : null,
        citation.Entry.Note?.Gist,
        Url(citation.Entry.Key, asOf),
        Caption(citation.Entry));

    private static ArticleVersionResponse ToVersion(this ArticleEntry entry, DateOnly day) => new(
        entry.Passed, entry.InForceFrom, entry.InForceTo, entry.StatusOn(day).Name(), Url(entry.Key, entry.Start == DateOnly.MinValue ? null : entry.Start));

    private static NeighbourResponse ToNeighbour(this ArticleEntry entry, DateOnly? asOf) =>
        new(entry.Key.Number.ToString(), Caption(entry), Url(entry.Key, asOf));

    private static string? Caption(ArticleEntry entry) => string.IsNullOrEmpty(entry.Note?.Caption) ? null : entry.Note.Caption;

    public static IReadOnlyList<BasisResponse> ToResponse(this IReadOnlyList<LegalBasis> basis) =>
        [.. basis.Select(each => new BasisResponse(each.Law, each.Article, Url(each.Law, each.Article, asOf: null)))];

    private static string Url(ArticleKey key, DateOnly? asOf) => Url(key.Law, key.Number.ToString(), asOf);

    private static string Url(string law, string article, DateOnly? asOf) =>
        $"/articles/{Uri.EscapeDataString(law)}/{Uri.EscapeDataString(article)}{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}";
}
