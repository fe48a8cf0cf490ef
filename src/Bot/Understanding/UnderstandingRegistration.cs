using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LegalService.Bot.Understanding;

internal static class UnderstandingRegistration
{
    public static void AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<IndexFollowUps>();
        services.TryAddSingleton<IFollowUpRewriter, ModelFollowUps>();
        services.AddSingleton<QuestionAnswering>();
    }
}
