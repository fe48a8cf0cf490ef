using LegalService.Casework.Unanswered;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>What citizens asked and the corpus did not answer, or not to their use, put together by likeness. Thread safe.</summary>
internal sealed class GapList(UnansweredQuestions questions, KnowledgeBase knowledge, IOptions<DeskOptions> options, TimeProvider time)
{
    /// <summary>The groups, the one with the most questions first; empty while the corpus is not loaded.</summary>
    /// <param name="kind">Null for every kind.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Gap>> ListAsync(UnansweredKind? kind, CancellationToken cancellation)
    {
        if (knowledge.Current is not { } current)
            return [];
        var entries = await questions.ListAsync(new UnansweredFilter { Kind = kind, Most = options.Value.MostQuestions }, cancellation);
        return await Task.Run(
            () => QuestionGroups.Of([.. entries.Select(entry => entry.Question)], current.Index, options.Value.AlikeFrom)
                .Select(places => new Gap([.. places.Select(place => entries[place])])).ToList(),
            cancellation);
    }

    /// <summary>What the corpus says to a question now; null while it is not loaded, or when the question is refused.</summary>
    public Answer? AnswerNow(string question) => knowledge.Current is { } current && Answerer.Refuse(question) is null
        ? current.Answerer.Answer(question, time.Today(), time.Today())
        : null;
}

/// <summary>Questions that ask the same.</summary>
/// <param name="Questions">The latest first; at least one.</param>
internal sealed record Gap(IReadOnlyList<UnansweredEntry> Questions)
{
    /// <summary>The shortest: it says what is asked with the least story.</summary>
    public UnansweredEntry Typical { get; } = Questions.MinBy(question => question.Question.Length)!;

    /// <summary>How many of them are of a kind.</summary>
    public int Of(UnansweredKind kind) => Questions.Count(question => question.Kind == kind);

    /// <summary>The articles that were shown, most often shown first.</summary>
    public IReadOnlyList<string> Shown { get; } =
        [.. Questions.SelectMany(question => question.Articles).GroupBy(article => article, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key)];
}
