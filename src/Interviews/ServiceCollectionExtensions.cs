using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Languages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews;

/// <summary>Registers the services of the county.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ServiceCatalog"/>, <see cref="DocumentCatalog"/> and <see cref="CalculatorCatalog"/>, which needs an <see cref="IWorkdays"/> of the host. A
    /// wrong setting or a mistake in a file stops the start with all mistakes named.
    /// </summary>
    public static IServiceCollection AddInterviews(this IServiceCollection services, Action<InterviewsOptions> configure)
    {
        services.AddOptions<InterviewsOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<InterviewsOptions>, ServiceFilesAreWhole>();
        services.AddSingleton(provider => Load(provider.GetRequiredService<IOptions<InterviewsOptions>>().Value));
        services.AddSingleton(provider => Documents(provider.GetRequiredService<IOptions<InterviewsOptions>>().Value, provider.GetRequiredService<ServiceCatalog>()));
        services.AddSingleton(provider => Calculators(provider.GetRequiredService<IOptions<InterviewsOptions>>().Value, provider.GetRequiredService<IWorkdays>));
        services.AddSingleton(provider => FormTexts.Of(provider.GetRequiredService<ServiceCatalog>()));
        services.AddSingleton(provider => FormTexts.Of(provider.GetRequiredService<CalculatorCatalog>()));
        return services;
    }

    private static ServiceCatalog Load(InterviewsOptions options) =>
        ServiceCatalog.Load(options.Folder, new() { MaxAnswers = options.MaxAnswers, MaxCharacters = options.MaxCharacters });

    private static CalculatorCatalog Calculators(InterviewsOptions options, Func<IWorkdays> workdays) =>
        options.CalculatorsFolder.Length == 0 ? CalculatorCatalog.Empty : CalculatorCatalog.Load(options.CalculatorsFolder, workdays());

    private static DocumentCatalog Documents(InterviewsOptions options, ServiceCatalog services) =>
        options.FormsFolder.Length == 0 ? DocumentCatalog.Empty : DocumentCatalog.Load(options.FormsFolder, services);

    private sealed class ServiceFilesAreWhole : IValidateOptions<InterviewsOptions>
    {
        public ValidateOptionsResult Validate(string? name, InterviewsOptions options)
        {
            if (options.Folder.Length == 0)
                return ValidateOptionsResult.Skip;
            try
            {
                var services = Load(options);
                Documents(options, services);
                Calculators(options, () => new EveryDay()).ThrowIfItNamesOthersThan(services);
                return ValidateOptionsResult.Success;
            }
            catch (ServiceDefinitionException exception)
            {
                return ValidateOptionsResult.Fail(exception.Problems.Select(problem => problem.ToString()));
            }
        }

        /// <summary>Stands for the calendar while files are checked: no formula looks at it then.</summary>
        private sealed class EveryDay : IWorkdays
        {
            public bool IsWorkday(DateOnly day) => true;

            public bool Knows(int year) => true;
        }
    }
}
