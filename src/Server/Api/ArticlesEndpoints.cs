using System.Globalization;
using LegalService.Contracts;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Articles of law.</summary>
internal static class ArticlesEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/articles/{law}/{article}", Read)
        .WithName("article")
        .WithTags("articles")
        .WithSummary("An article, its versions and its neighbours, as of a day or of today")
        .Refuses("asOf.invalid", "article.invalid", "law.notFound", "article.notFound", "article.notLoaded", "knowledge.loading")
        .RequireRateLimiting(RateLimits.Reads);

    private static Results<Ok<ArticleResponse>, ProblemHttpResult> Read(string law, string article, string? asOf, KnowledgeBase knowledge, TimeProvider time)
    {
        if (!TryReadDay(asOf, out var asked))
            return new ApiProblem("asOf.invalid", StatusCodes.Status400BadRequest, "日期要写成 2026-01-31 这样。").AsResult();
        if (!ArticleNumber.TryParse(article, out var number))
            return new ApiProblem("article.invalid", StatusCodes.Status400BadRequest, "条号要写成“第四十七条”这样。").AsResult();
        if (knowledge.Current is not { } current)
            return ApiProblem.KnowledgeLoading.AsResult();
        var articles = current.Index.Articles;
        var key = new ArticleKey(LawTitle.Shorten(law), number);
        var day = asked ?? time.Today();
        return Choose(articles.Versions(key), day) is { } entry
            ? TypedResults.Ok(entry.ToResponse(articles, day, asked))
            : NotFound(articles, key).AsResult();
    }

    /// <summary>The version in force on the day; else the last one before it; else the first one after it.</summary>
    private static ArticleEntry? Choose(IReadOnlyList<ArticleEntry> versions, DateOnly day) =>
        versions.LastOrDefault(version => version.IsInForce(day))
        ?? versions.LastOrDefault(version => version.Start <= day)
        ?? (versions.Count > 0 ? versions[0] : null);

    private static ApiProblem NotFound(ArticleTable articles, ArticleKey key) => articles.Law(key.Law) switch
    {
        null => new ApiProblem("law.notFound", StatusCodes.Status404NotFound, $"这里没有找到《{key.Law}》。"),
        { HasFullText: false } law when law.ArticleCount is null || key.Number.Number <= law.ArticleCount =>
            new ApiProblem("article.notLoaded", StatusCodes.Status404NotFound, $"《{key.Law}》{key.Number}的内容还没有装入。"),
        { ArticleCount: { } count } => new ApiProblem("article.notFound", StatusCodes.Status404NotFound, $"《{key.Law}》没有{key.Number}，一共{count}条。"),
        _ => new ApiProblem("article.notFound", StatusCodes.Status404NotFound, $"《{key.Law}》没有{key.Number}。"),
    };

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            return false;
        day = parsed;
        return true;
    }
}
