using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Attachments;

internal static class AttachmentRegistration
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddOptions<AttachmentOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton(provider => new AttachmentService(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<AttachmentFiles>(), provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<IOptions<AttachmentOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<Sweeping>();
        return services;
    }

    private sealed class Sweeping(AttachmentService attachments, IOptions<AttachmentOptions> options, TimeProvider time, ILogger<AttachmentService> logger)
        : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromMinutes(options.Value.SweepEveryMinutes);

        protected override Task RoundAsync(CancellationToken cancellation) => attachments.RunOnceAsync(cancellation);
    }
}
