namespace LegalService.Kiosk.Questions;

/// <summary>Registers the answering of questions.</summary>
internal static class QuestionsRegistration
{
    /// <summary>Adds <see cref="Asking"/>.</summary>
    public static void AddQuestions(this IServiceCollection services) => services.AddSingleton<Asking>();
}
