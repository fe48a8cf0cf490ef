using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Languages;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>The languages, and the texts of the chat page's scripts in the language of the request.</summary>
internal static class LanguagesEndpoints
{
    private static readonly string[] PageTexts = ["chat.", "common."];

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapLanguages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/languages", All)
            .WithName("languages")
            .WithTags("services")
            .WithSummary("The languages of names, guides and questions, and how much of each is translated")
            .RequireRateLimiting(RateLimits.Reads);
        routes.MapGet("/texts/chat.js", ChatTexts).ExcludeFromDescription();
    }

    private static Ok<LanguageResponse[]> All(TextShelf texts) => TypedResults.Ok(texts.Current.Languages.Select(language => ToResponse(texts.Current, language)).ToArray());

    private static LanguageResponse ToResponse(TextCatalog texts, Language language)
    {
        var all = texts.Keys.Count();
        return new(language.Id, language.Tag, language.Name, EnumNames.Name(language.Writing), language.Sample, all - texts.Missing(language).Count, all);
    }

    /// <summary>A module rather than JSON, so that the page has its texts before its first script runs.</summary>
    private static ContentHttpResult ChatTexts(TextShelf texts, LanguageChoice choice, HttpResponse response)
    {
        var (catalog, language) = (texts.Current, choice.Current);
        var said = catalog.Keys.Where(key => PageTexts.Any(part => key.StartsWith(part, StringComparison.Ordinal)))
            .ToDictionary(key => key, key => catalog.Text(language, key)!, StringComparer.Ordinal);
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Cookie, Accept-Language";
        return TypedResults.Content($"""
            export const language = {Json(ToResponse(catalog, language))};
            export const languages = {Json(catalog.Languages.Select(item => new { item.Id, item.Tag, item.Name }))};
            export const texts = {Json(said)};

            """, "text/javascript", Encoding.UTF8);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
