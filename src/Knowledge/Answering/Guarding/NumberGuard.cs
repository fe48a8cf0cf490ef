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
    private const double Lead = 0.2;

    /// <summary>Below this likeness surroundings tell nothing.</summary>
    private const double Telling = 0.3;

    /// <summary>True when every number of the sentence is supported.</summary>
    /// <param name="words">The sentence without its citations.</param>
    /// <param name="passages">What it rests on.</param>
    /// <param name="day">The asked day, which may be named.</param>
    public bool Supports(string words, IReadOnlyList<Passage> passages, DateOnly day)
    {
        var dates = passages.SelectMany(passage => passage.Dates).Append(DateInText.Of(day)).ToList();
        if (!DateInText.Of(words).All(said => dates.Exists(said.IsPartOf)))
            return false;
        words = DateInText.TakenOutOf(words);
        var numbers = passages.SelectMany(passage => passage.Numbers).ToList();
        var values = passages.SelectMany(passage => passage.Values).ToHashSet();
        return NumberInText.Of(words).All(said => Stands(said, numbers))
            && PlainNumbers.SaidIn(WithoutFacts(words)).All(value => values.Contains(value) || known.Contains(value))
            && Compares(words, passages);
    }

    private static bool Stands(NumberInText said, List<NumberInText> numbers)
    {
        var ofItsKind = numbers.Where(number => number.Fact.Unit == said.Fact.Unit).ToList();
        var same = ofItsKind.Where(number => number.Fact.Value == said.Fact.Value).ToList();
        if (same.Count == 0 || (said.Fact.Unit == "日" && !same.Exists(number => number.IsWorkingDays == said.IsWorkingDays)))
            return false;
        var own = same.Max(said.Likeness);
        var others = ofItsKind.Where(number => number.Fact.Value != said.Fact.Value).Select(said.Likeness).DefaultIfEmpty().Max();
        return others < Telling || others < own + Lead;
    }

    /// <summary>What is left when the numbers with units are taken out.</summary>
    private static string WithoutFacts(string words)
    {
        var text = Normalizer.Compatible(words).ToCharArray();
        foreach (var (_, _, start, end) in NumberFacts.Locate(words))
            text.AsSpan(start..end).Fill(' ');
        return new string(text);
    }

    private static bool Compares(string words, IReadOnlyList<Passage> passages)
    {
        var known = passages.SelectMany(passage => passage.Comparisons.SelectMany(group => group)).ToLookup(comparison => comparison.Fact);
        return Comparisons.In(words).Where(said => said.Boundary != Boundary.None).All(said =>
            !known[said.Fact].Any() || known[said.Fact].Any(other => other.Boundary == Boundary.None || other.Boundary == said.Boundary));
    }
}
