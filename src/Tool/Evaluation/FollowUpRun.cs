using System.Text.Json;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.Tool.Evaluation;

/// <summary>What became of a set of messages, each said after a question.</summary>
/// <param name="Leaning">Messages that lean on the question before them.</param>
/// <param name="Joined">How many of them were seen to.</param>
/// <param name="RightAlone">How many of them were answered with a right article without what came before.</param>
/// <param name="RightJoined">The same with it.</param>
/// <param name="Own">Messages that stand on their own.</param>
/// <param name="KeptApart">How many of them were left as they are.</param>
/// <param name="Misses">One line for each that went wrong.</param>
internal sealed record FollowUpRun(int Leaning, int Joined, int RightAlone, int RightJoined, int Own, int KeptApart, IReadOnlyList<string> Misses)
{
    public static async Task<FollowUpRun> OfAsync(KnowledgeIndex index, FileInfo questions, DateOnly day, CancellationToken cancellation)
    {
        var answerer = new Answerer(index);
        var run = new FollowUpRun(0, 0, 0, 0, 0, 0, []);
        await foreach (var line in File.ReadLinesAsync(questions.FullName, cancellation))
        {
            var said = JsonSerializer.Deserialize<Said>(line, JsonSerializerOptions.Web) ?? throw new JsonException($"{questions.Name}: null");
            run = await run.WithAsync(answerer, said, day, cancellation);
        }

        return run;
    }

    public override string ToString() =>
        $"leaning={Leaning} joined={Joined} right_alone={RightAlone} right_joined={RightJoined} own={Own} kept_apart={KeptApart}";

    private async Task<FollowUpRun> WithAsync(Answerer answerer, Said said, DateOnly day, CancellationToken cancellation)
    {
        var before = await answerer.AnswerAsync(said.Before, day, day, cancellation);
        var followUp = answerer.ReadFollowUp(said.Message, said.Before, day);
        if (!said.Leans)
        {
            return followUp is null
                ? this with { Own = Own + 1, KeptApart = KeptApart + 1 }
                : this with { Own = Own + 1, Misses = [.. Misses, $"{said.Id} 不该接：{said.Before} / {said.Message}"] };
        }

        var alone = await answerer.AnswerAsync(said.Message, day, day, cancellation);
        var joined = followUp is null ? alone : await answerer.FollowAsync(followUp with { Told = before.Faq, ToldArticles = [.. before.Citations.Select(citation => citation.Entry.Key.ToString())] }, day, day, patience: null, cancellation);
        var isRight = said.IsRight(joined);
        return this with
        {
            Leaning = Leaning + 1,
            Joined = Joined + (followUp is null ? 0 : 1),
            RightAlone = RightAlone + (said.IsRight(alone) ? 1 : 0),
            RightJoined = RightJoined + (isRight ? 1 : 0),
            Misses = isRight && followUp is not null
                ? Misses
                : [.. Misses, $"{said.Id} {(followUp is null ? "没接" : "没答对")}：{said.Before} / {said.Message} [{joined.Outcome}，{joined.Source}] {string.Join('、', joined.Citations.Select(c => c.Entry.Key))}"],
        };
    }

    /// <summary>A line of the file.</summary>
    private sealed record Said(string Id, string Before, string Message, bool Leans, IReadOnlyList<Wanted> Articles)
    {
        public bool IsRight(Answer answer) => answer.Outcome == AnswerOutcome.Answered
            && answer.Citations.Any(citation => Articles.Any(wanted => ArticleKey.TryParse($"{wanted.Law} {wanted.Article}", out var key) && key == citation.Entry.Key));
    }

    private sealed record Wanted(string Law, string Article);
}
