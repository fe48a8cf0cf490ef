namespace LegalService.Server.Api.Description;

/// <summary>The route answers in the language that <c>?language=</c> or Accept-Language asks for.</summary>
internal sealed class LanguageAsked
{
    /// <summary>The parameter, which no handler reads by itself.</summary>
    public const string Description = "语言的编号，见 /languages；没有翻译的文字用中文。不写时看 Accept-Language。";
}

internal static class LanguageAskedExtensions
{
    public static RouteHandlerBuilder InLanguageAsked(this RouteHandlerBuilder route) => route.WithMetadata(new LanguageAsked());
}
