using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Drafts;
using LegalService.Casework.Handovers;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Matters;
using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Pickups;
using LegalService.Casework.Requests;
using LegalService.Casework.Unanswered;

namespace LegalService.Server.Hosting;

/// <summary>Which section of the settings is whose.</summary>
internal static class CaseworkSettings
{
    public static void BindCaseworkSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<CorpusOptions>(configuration.GetSection("Corpus"));
        services.Configure<AppointmentOptions>(configuration.GetSection("Appointments"));
        services.Configure<AttachmentOptions>(configuration.GetSection("Attachments"));
        services.Configure<AuditOptions>(configuration.GetSection("Audit"));
        services.Configure<DraftOptions>(configuration.GetSection("Drafts"));
        services.Configure<HandoverOptions>(configuration.GetSection("Handovers"));
        services.Configure<IdempotencyOptions>(configuration.GetSection("Idempotency"));
        services.Configure<MatterOptions>(configuration.GetSection(MatterOptions.Section));
        services.Configure<NotificationOptions>(configuration.GetSection("Notifications"));
        services.Configure<PickupOptions>(configuration.GetSection("Pickups"));
        services.Configure<RequestOptions>(configuration.GetSection("Requests"));
        services.Configure<SmsOptions>(configuration.GetSection("Sms"));
        services.Configure<UnansweredOptions>(configuration.GetSection("Unanswered"));
    }
}
