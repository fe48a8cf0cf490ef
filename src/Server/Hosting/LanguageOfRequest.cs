using LegalService.Interviews.Languages;

namespace LegalService.Server.Hosting;

/// <summary>
/// Chooses the language of a request: <c>?language=mn</c>, else the cookie of that name, else the first of Accept-Language that there is. A language that is a sample is
/// shown only to who asks for it by name. Who chose one on a page keeps it on the next.
/// </summary>
internal sealed class LanguageOfRequest(RequestDelegate next)
{
    /// <summary>Name of the parameter and of the cookie.</summary>
    public const string Name = "language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public Task InvokeAsync(HttpContext context, LanguageChoice choice, TextShelf texts)
    {
        var asked = context.Request.Query[Name].FirstOrDefault() ?? context.Request.Cookies[Name];
        choice.Choose(asked ?? Accepted(context.Request, texts.Current) ?? Language.Default);
        if (context.Request.Query.ContainsKey(Name) && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.Cookies.Append(Name, choice.Current.Id, new CookieOptions { MaxAge = Kept, SameSite = SameSiteMode.Lax, Path = "/" });
        context.Response.Headers.ContentLanguage = choice.Current.Tag;
        return next(context);
    }

    private static string? Accepted(HttpRequest request, TextCatalog texts) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => texts.Languages.FirstOrDefault(language => language.Sample is null && Matches(language.Tag, accepted.Value.Value ?? "")))
        .FirstOrDefault(language => language is not null)?.Id;

    // zh-CN is served to who accepts zh, and to who accepts zh-HK: the same language beats none.
    private static bool Matches(string tag, string accepted) => tag.Split('-')[0].Equals(accepted.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
