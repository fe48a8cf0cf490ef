using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>
/// Holds the numbers of a sentence against the passages it rests on: each must stand there, on the same side of its line (以上, 以下, 不满, 超过), and of the
/// same thing where the passages have several of its kind.
/// </summary>
/// <param name="known">Numbers that may stand anywhere: hotlines.</param>
internal sealed class NumberGuard(IReadOnlySet<decimal> known)
{
    /// <summary>So much more alike must another number's surroundings be, before a number is taken to stand in that one's place (bench/README.md).</summary>
    private const double Lead = 0.1;

    /// <summary>Below this likeness surroundings tell nothing.</summary>
    private const double Telling = 0.3;

    /// <summary>The same for what stands in the clause alone.</summary>
    private const double ClauseLead = 0.3;

    /// <summary>The same for what stands in the clause alone.</summary>
    private const double TellingClause = 0.4;

    /// <summary>True when every number of the sentence is supported.</summary>
    /// <param name="words">The sentence without its citations.</param>
    /// <param name="question">What was asked: where a sentence says little besides its number, the question tells what is counted.</param>
    /// <param name="passages">What it rests on.</param>
    /// <param name="day">The asked day, which may be named.</param>
    public bool Supports(string words, string question, IReadOnlyList<Passage> passages, DateOnly day)
    {
        var dates = passages.SelectMany(passage => passage.Dates).Append(DateInText.Of(day)).ToList();
        if (!DateInText.Of(words).All(said => dates.Exists(said.IsPartOf)))
            return false;
        words = DateInText.TakenOutOf(words);
        var numbers = passages.SelectMany(passage => passage.Numbers).ToList();
        var values = passages.SelectMany(passage => passage.Values).ToHashSet();
        return NumberInText.Of(words).All(said => Stands(said.In(question), numbers))
            && PlainNumbers.SaidIn(WithoutFacts(words)).All(value => values.Contains(value) || known.Contains(value));
    }

    private static bool Stands(NumberInText said, List<NumberInText> numbers)
    {
        var ofItsKind = numbers.Where(number => number.Fact.Unit == said.Fact.Unit).ToLookup(number =>
            number.Fact.Value == said.Fact.Value && said.AgreesWith(number) && (said.Fact.Unit != "日" || said.IsWorkingDays == number.IsWorkingDays));
        var (own, others) = (ofItsKind[true].ToList(), ofItsKind[false].ToList());
        return own.Count > 0
            && !IsLike(others, own, other => said.Before is { } before && other.Before == before)
            && !IsLike(others, own, said.ComparesAs)
            && !IsLikelier(others, own, said.Likeness, Telling, Lead)
            && !IsLikelier(others, own, said.LikenessOfClause, TellingClause, ClauseLead);
    }

    private static bool IsLike(List<NumberInText> others, List<NumberInText> own, Func<NumberInText, bool> isLike) => others.Exists(each => isLike(each)) && !own.Exists(each => isLike(each));

    private static bool IsLikelier(List<NumberInText> others, List<NumberInText> own, Func<NumberInText, double> likeness, double telling, double lead) =>
        others.Select(likeness).DefaultIfEmpty().Max() is var other && other >= telling && other >= own.Max(likeness) + lead;

    /// <summary>What is left when the numbers with units are taken out.</summary>
    private static string WithoutFacts(string words)
    {
        var text = Normalizer.Compatible(words).ToCharArray();
        foreach (var (_, _, start, end) in NumberFacts.Locate(words))
            text.AsSpan(start..end).Fill(' ');
        return new string(text);
    }
}
