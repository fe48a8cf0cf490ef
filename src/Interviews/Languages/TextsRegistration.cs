using LegalService.Interviews.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews.Languages;

/// <summary>Registers the texts of screens.</summary>
public static class TextsRegistration
{
    /// <summary>
    /// Adds <see cref="IStringLocalizer"/> in the language of <see cref="LanguageChoice"/>, both scoped, and <see cref="TextShelf"/>. A mistake in a file stops the
    /// start with all mistakes named.
    /// </summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, Action<TextsOptions> configure)
    {
        services.AddOptions<TextsOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TextsOptions>, TextsAreWhole>();
        services.AddSingleton(provider => new TextShelf(TextCatalog.Load(provider.GetRequiredService<IOptions<TextsOptions>>().Value.Folder)));
        services.AddScoped<LanguageChoice>();
        services.AddScoped<IStringLocalizer, TextLocalizer>();
        return services;
    }

    private sealed class TextsAreWhole : IValidateOptions<TextsOptions>
    {
        public ValidateOptionsResult Validate(string? name, TextsOptions options)
        {
            if (options.Folder.Length == 0)
                return ValidateOptionsResult.Skip;
            try
            {
                TextCatalog.Load(options.Folder);
                return ValidateOptionsResult.Success;
            }
            catch (ServiceDefinitionException exception)
            {
                return ValidateOptionsResult.Fail(exception.Problems.Select(problem => problem.ToString()));
            }
        }
    }
}
