using LegalService.Interviews.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews.Languages;

/// <summary>Registers the texts of screens.</summary>
public static class TextsRegistration
{
    /// <summary>
    /// Adds <see cref="IStringLocalizer"/> and <see cref="FormTranslator"/> in the language of <see cref="LanguageChoice"/>, all scoped, and <see cref="TextShelf"/>. Forms are
    /// translated where <see cref="FormTexts"/> are registered. A mistake in a file stops the start with all mistakes named.
    /// </summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, Action<TextsOptions> configure)
    {
        services.AddOptions<TextsOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TextsOptions>, TextsAreWhole>();
        services.AddSingleton(provider => new TextShelf(TextCatalog.Load(
            provider.GetRequiredService<IOptions<TextsOptions>>().Value.Folder, [.. provider.GetServices<FormTexts>()])));
        services.AddScoped<LanguageChoice>();
        services.AddScoped<IStringLocalizer, TextLocalizer>();
        services.AddScoped<FormTranslator>();
        return services;
    }

    private sealed class TextsAreWhole(IServiceProvider provider) : IValidateOptions<TextsOptions>
    {
        public ValidateOptionsResult Validate(string? name, TextsOptions options)
        {
            if (options.Folder.Length == 0)
                return ValidateOptionsResult.Skip;
            try
            {
                TextCatalog.Load(options.Folder, [.. provider.GetServices<FormTexts>()]);
                return ValidateOptionsResult.Success;
            }
            catch (ServiceDefinitionException exception)
            {
                return ValidateOptionsResult.Fail(exception.Problems.Select(problem => problem.ToString()));
            }
        }
    }
}
