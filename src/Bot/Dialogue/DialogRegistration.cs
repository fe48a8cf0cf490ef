using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Progress;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue;

/// <summary>Registers the dialogs. Needs AddInterviews.</summary>
internal static class DialogRegistration
{
    public static void AddDialogs(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CorpusOptions>, DialogTextsAreWhole>();
        services.AddSingleton(provider => DialogTextsReader.Read(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Folder));
        services.AddSingleton<Dialogs>();
        services.AddSingleton<DialogSwitch>();
        services.AddSingleton<PutAside>();
        services.AddSingleton<ChannelTraits>();
        services.AddSingleton<FormWords>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<OfferedForms>();
        services.AddForms();
        services.AddBooking();
        services.AddProgress();
    }

    private static void AddForms(this IServiceCollection services)
    {
        services.AddSingleton<FormCatalog>();
        services.AddSingleton<FormHearing>();
        services.AddSingleton<FormQuestions>();
        services.AddSingleton<FormAnswers>();
        services.AddSingleton<FormInterruptions>();
        services.AddSingleton<FieldFinder>();
        services.AddSingleton<FormReceipt>();
        services.AddSingleton<FormSubmission>();
        services.AddSingleton<CalculationTold>();
        services.AddSingleton<DocumentDelivery>();
        services.AddSingleton<DocumentsWritten>();
        services.AddSingleton<DocumentReviews>();
        services.AddSingleton<WaitingStep>();
        // In the order in which they are tried.
        services.AddSingleton<IFormStep>(provider => provider.GetRequiredService<WaitingStep>());
        services.AddSingleton<IFormStep, FileStep>();
        services.AddSingleton<IFormStep, CorrectionStep>();
        services.AddSingleton<IFormStep, CommandStep>();
        services.AddSingleton<IFormStep, ReviewStep>();
        services.AddSingleton<IFormStep, ExplainStep>();
        services.AddSingleton<IFormStep, AnswerStep>();
        services.AddDialog<InterviewDialog>();
    }

    private static void AddBooking(this IServiceCollection services)
    {
        services.AddSingleton<BookingWords>();
        services.AddSingleton<BookingTimes>();
        services.AddSingleton<BookingQuestions>();
        services.AddSingleton<BookingSteps>();
        services.AddSingleton<BookingDeal>();
        services.AddSingleton<BookedRequest>();
        services.AddSingleton<UnsafePhones>();
        services.AddDialog<BookingDialog>();
    }

    private static void AddProgress(this IServiceCollection services)
    {
        services.AddSingleton<StatusText>();
        services.AddSingleton<RequestMatter>();
        services.AddSingleton<AppointmentMatter>();
        services.AddDialog<ProgressDialog>();
    }

    private static void AddDialog<T>(this IServiceCollection services)
        where T : class, IDialog
    {
        services.AddSingleton<T>();
        services.AddSingleton<IDialog>(provider => provider.GetRequiredService<T>());
    }
}
