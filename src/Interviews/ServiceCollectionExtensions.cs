using LegalService.Interviews.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews;

/// <summary>Registers the services of the county.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ServiceCatalog"/>. A wrong setting or a mistake in a service file stops the start with all mistakes named.</summary>
    public static IServiceCollection AddInterviews(this IServiceCollection services, Action<InterviewsOptions> configure)
    {
        services.AddOptions<InterviewsOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<InterviewsOptions>, ServiceFilesAreWhole>();
        services.AddSingleton(provider => Load(provider.GetRequiredService<IOptions<InterviewsOptions>>().Value));
        return services;
    }

    private static ServiceCatalog Load(InterviewsOptions options) =>
        ServiceCatalog.Load(options.Folder, new() { MaxAnswers = options.MaxAnswers, MaxCharacters = options.MaxCharacters });

    private sealed class ServiceFilesAreWhole : IValidateOptions<InterviewsOptions>
    {
        public ValidateOptionsResult Validate(string? name, InterviewsOptions options)
        {
            if (options.Folder.Length == 0)
                return ValidateOptionsResult.Skip;
            try
            {
                Load(options);
                return ValidateOptionsResult.Success;
            }
            catch (ServiceDefinitionException exception)
            {
                return ValidateOptionsResult.Fail(exception.Problems.Select(problem => problem.ToString()));
            }
        }
    }
}
