using LegalService.Knowledge.Answering;

namespace LegalService.Knowledge.Tests.Samples;

/// <summary>Asks on a fixed day.</summary>
internal static class Asking
{
    public static DateOnly Today { get; } = new(2026, 1, 15);

    /// <summary>The answer by the law of a day, today's unless told.</summary>
    public static Answer Ask(this Answerer answerer, string question, DateOnly? day = null) => answerer.Answer(question, day ?? Today, Today);

    /// <summary>Today's answer, with the model where there is one.</summary>
    public static async Task<Answer> AskAsync(this Answerer answerer, string question) => await answerer.AnswerAsync(question, Today, Today, CancellationToken.None);

    /// <summary>The articles it cites, as written.</summary>
    public static IEnumerable<string> Cited(this Answer answer) => answer.Citations.Select(citation => citation.Entry.Key.ToString());
}
