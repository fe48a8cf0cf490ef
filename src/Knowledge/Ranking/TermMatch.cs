using System.Runtime.InteropServices;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>How the terms of a question occur in one text.</summary>
/// <param name="Bm25">Okapi BM25 (k1 1.2, b 0.75), as a share of what the whole question weighs; 0 to about 2.2.</param>
/// <param name="Coverage">Share of the weight of the question's pairs that occur at least once; 0 to 1.</param>
/// <param name="LongestRun">Longest run of characters in the text whose neighbouring pairs all occur in the question.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermMatch(double Bm25, double Coverage, int LongestRun)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>Counts the terms in one pass over the text.</summary>
    /// <param name="terms">The question.</param>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="averageLength">Average length of such texts in the corpus, in characters.</param>
    /// <param name="counts">Scratch space, at least as long as the terms.</param>
    public static TermMatch Of(QuestionTerms terms, string? text, double averageLength, int[] counts)
    {
        if (string.IsNullOrEmpty(text) || terms.Mass <= 0)
            return default;
        var longest = Count(terms, text, counts);
        var (score, covered) = (0.0, 0.0);
        var lengthNorm = K1 * (1 - B + (B * text.Length / averageLength));
        for (var place = 0; place < terms.Terms.Count; place++)
        {
            if (counts[place] == 0)
                continue;
            var term = terms.Terms[place];
            score += term.Weight * counts[place] * (K1 + 1) / (counts[place] + lengthNorm);
            if (term.IsPair)
                covered += term.Weight;
            counts[place] = 0;
        }

        return new TermMatch(score / terms.Mass, terms.PairMass > 0 ? covered / terms.PairMass : 0, longest);
    }

    private static int Count(QuestionTerms terms, string text, int[] counts)
    {
        var (run, longest) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            if (!terms.Occurs(text[index]))
            {
                run = 0;
                continue;
            }

            if (terms.PlaceOf(text[index]) is >= 0 and var single)
                counts[single]++;
            if (index + 1 < text.Length && terms.Occurs(text[index + 1]) && terms.PlaceOf(text[index], text[index + 1]) is >= 0 and var pair)
            {
                counts[pair]++;
                run = run == 0 ? 2 : run + 1;
                longest = Math.Max(longest, run);
            }
            else
            {
                run = 0;
            }
        }

        return longest;
    }
}
