using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>Tells how much of what a sentence says stands in a text, by its characters and pairs of characters, the rare ones counting for more.</summary>
internal sealed class WordingGuard(TermFrequencies frequencies)
{
    /// <summary>A pair says more than a single character, which may be a part of any word.</summary>
    private const double Single = 0.4;

    /// <summary>A number that stands in the passage too, which <see cref="NumberGuard"/> has seen to, weighs as much as a few pairs.</summary>
    private const double Number = 8;

    /// <summary>Share of the weight of the sentence's terms that the text has, 0 to 1; 1 for a sentence without Chinese characters.</summary>
    public double Covered(string words, string text)
    {
        var numbers = NumberFacts.Locate(words).ToList();
        var (sentence, passage) = (Normalizer.Normalize(Blank(words, numbers)), Normalizer.Normalize(text));
        var (singles, pairs) = Terms(passage);
        var covered = Number * numbers.Count;
        var whole = covered;
        for (var index = 0; index < sentence.Length; index++)
        {
            if (!Normalizer.IsHan(sentence[index]))
                continue;
            var single = Single * Weight(frequencies.Of(sentence[index]));
            whole += single;
            covered += singles.Contains(sentence[index]) ? single : 0;
            if (index + 1 == sentence.Length || !Normalizer.IsHan(sentence[index + 1]))
                continue;
            var pair = Weight(frequencies.Of(sentence[index], sentence[index + 1]));
            whole += pair;
            covered += pairs.Contains(Pair(sentence, index)) ? pair : 0;
        }

        return whole > 0 ? covered / whole : 1;
    }

    private static string Blank(string words, List<(NumberFact Fact, string Text, int Start, int End)> numbers)
    {
        if (numbers.Count == 0)
            return words;
        var text = numbers[0].Text.ToCharArray();
        foreach (var (_, _, start, end) in numbers)
            text.AsSpan(start..end).Fill(' ');
        return new string(text);
    }

    private static (HashSet<char> Singles, HashSet<uint> Pairs) Terms(string text)
    {
        var (singles, pairs) = (new HashSet<char>(), new HashSet<uint>());
        for (var index = 0; index < text.Length; index++)
        {
            singles.Add(text[index]);
            if (index + 1 < text.Length)
                pairs.Add(Pair(text, index));
        }

        return (singles, pairs);
    }

    private static uint Pair(string text, int index) => ((uint)text[index] << 16) | text[index + 1];

    /// <summary>A pair that stands in no article is of the model's own words: it weighs as much as a common one, so that plain speech is not held against it.</summary>
    private double Weight(int articles) => articles == 0 ? 1 : Math.Log(1 + ((double)frequencies.Articles / articles));
}
