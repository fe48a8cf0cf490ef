using System.Globalization;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Answering.Guarding;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;

namespace LegalService.GuardFigures;

/// <summary>Puts answers through the product's guard and counts.</summary>
internal sealed class GuardBench(KnowledgeIndex index, DateOnly day)
{
    private readonly CitationGuard _guard = new(index);

    /// <summary>Counts over one half, or both.</summary>
    /// <param name="count">Sound answers, and answers with faults, of both halves together.</param>
    /// <param name="half">Even places were looked at while the guard was made (tune), odd ones were not (held-out).</param>
    /// <param name="seed">Another seed plants other faults.</param>
    /// <param name="show">Prints what went wrong.</param>
    public void Run(int count, GuardHalf half, int seed, bool show)
    {
        var sound = new SoundAnswers(index, day, new Random(20261101)).All(count);
        var halves = new[] { GuardHalf.Tune, GuardHalf.HeldOut }.Where(each => half == GuardHalf.Both || half == each).ToList();
        var (whole, faulty) = (new List<SampleAnswer>(), new List<SampleAnswer>());
        foreach (var each in halves)
        {
            var answers = sound.Where((_, place) => place % 2 == (int)each).ToList();
            whole.AddRange(answers);
            faulty.AddRange(Faulty(answers, count / 2 / FaultPlanter.Kinds.Count, new FaultPlanter(index, day, new Random(seed), each), new Random(seed)));
        }

        foreach (var group in whole.GroupBy(answer => answer.Origin, StringComparer.Ordinal))
            Sound(group.Key, [.. group], show);
        foreach (var group in faulty.GroupBy(answer => answer.Fault!, StringComparer.Ordinal))
            Faults(group.Key, [.. group], show);
    }

    private static IEnumerable<SampleAnswer> Faulty(List<SampleAnswer> sound, int ofEach, FaultPlanter planter, Random random) => FaultPlanter.Kinds.SelectMany(kind =>
        sound.OrderBy(_ => random.Next()).Select((answer, place) => planter.Plant(answer, kind, place)).OfType<SampleAnswer>().Take(ofEach).ToList());

    private void Sound(string origin, List<SampleAnswer> answers, bool show)
    {
        var (stopped, shortened) = (0, 0);
        foreach (var answer in answers)
        {
            var judged = Judge(answer);
            var kept = ModelTextGuard.Keep(judged);
            stopped += kept is null ? 1 : 0;
            shortened += kept is not null && kept.Count < judged.Count ? 1 : 0;
            if (show && (kept is null || kept.Count < judged.Count))
                Print(answer, judged);
        }

        Line($"sound, {origin}", answers.Count, stopped, $"stopped, {shortened} shortened");
    }

    private void Faults(string kind, List<SampleAnswer> answers, bool show)
    {
        var through = 0;
        foreach (var answer in answers)
        {
            var judged = Judge(answer);
            var passed = ModelTextGuard.Keep(judged)?.Any(sentence => answer.Planted!.Contains(sentence.Text.Trim(), StringComparison.Ordinal) && sentence.Says) ?? false;
            through += passed ? 1 : 0;
            if (show && passed)
                Print(answer, judged);
        }

        Line(kind, answers.Count, through, "got through");
    }

    private IReadOnlyList<(DraftSentence Sentence, SentenceFault Fault)> Judge(SampleAnswer answer)
    {
        var given = answer.Given.Select(key => index.Articles.InForce(key, day)).OfType<ArticleEntry>().ToList();
        var passages = new Passages(index, given.Count, longest: 900);
        var found = new SearchResult([.. given.Select(entry => new Candidate(entry))], [], 0.9);
        passages.Add(found);
        var cited = passages.CitedIn(answer.Text);
        var draft = new Draft(AnswerSource.Model, answer.Text, cited, null, 0.9);
        return _guard.Judge(draft, new Material(answer.Question, day, found), [.. given.Where(entry => cited.Contains(entry.Key))]);
    }

    private static void Print(SampleAnswer answer, IReadOnlyList<(DraftSentence Sentence, SentenceFault Fault)> judged)
    {
        Console.WriteLine($"--- {answer.Fault ?? answer.Origin}: {answer.Question}");
        foreach (var (sentence, fault) in judged)
            Console.WriteLine($"    {(fault == SentenceFault.None ? "+" : fault)}  {sentence.Text.Trim()}");
    }

    private static void Line(string what, int of, int counted, string how) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} n={of} {counted} {how}"));
}

/// <summary>Which answers are counted.</summary>
internal enum GuardHalf
{
    /// <summary>Those at even places, which the guard was made with.</summary>
    Tune = 0,

    /// <summary>Those at odd places, which it was not.</summary>
    HeldOut = 1,

    /// <summary>All.</summary>
    Both = 2,
}
