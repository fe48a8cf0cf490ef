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
        services.AddSingleton(provider => new AttachmentService(
            provider.GetRequiredService<CaseworkStore>(), Folder(provider), provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<IOptions<AttachmentOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<Sweeping>();
        return services;
    }

    private static SealedFolder Folder(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AttachmentOptions>>().Value;
        var data = provider.GetRequiredService<IOptions<StoreOptions>>().Value.DataDirectory;
        return new SealedFolder(options.Directory ?? Path.Combine(data, "attachments"), options.MaxFileBytes, provider.GetRequiredService<Sealer>());
    }

    private sealed class Sweeping(AttachmentService attachments, IOptions<AttachmentOptions> options, TimeProvider time, ILogger<AttachmentService> logger)
        : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromMinutes(options.Value.SweepEveryMinutes);

        protected override Task RoundAsync(CancellationToken cancellation) => attachments.RunOnceAsync(cancellation);
    }
}
