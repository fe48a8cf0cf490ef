using LegalService.Casework.Dispatches;
using LegalService.Casework.Feedback;
using LegalService.Casework.Figures;
using LegalService.Casework.Handovers;
using LegalService.Casework.Letters;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LegalService.Casework.Places;

/// <summary>Reads what the county writes for casework before the server takes requests, so that a mistake in them stops the start and not the first citizen.</summary>
internal sealed class CorpusStart(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<WorkCalendar>();
        services.GetRequiredService<PlaceCatalog>();
        services.GetRequiredService<VolunteerCatalog>();
        services.GetRequiredService<LetterTemplates>();
        services.GetRequiredService<HandoverHours>();
        services.GetRequiredService<ReportTemplates>();
        services.GetRequiredService<RatingForm>();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
