using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Retrieval;

/// <summary>The terms of one question: its single characters, pairs and words, each with how rare it is.</summary>
internal sealed class QuestionTerms
{
    private readonly Dictionary<uint, int> _places = [];
    private readonly bool[] _occurs = new bool[char.MaxValue + 1];
    private readonly List<QuestionTerm> _terms = [];

    private QuestionTerms()
    {
    }

    /// <summary>The terms, in the order in which they first occur.</summary>
    public IReadOnlyList<QuestionTerm> Terms => _terms;

    /// <summary>Sum of the weights of all pairs: what a text that holds every one of them would reach.</summary>
    public double PairMass { get; private set; }

    /// <summary>Sum of the weights of all terms.</summary>
    public double Mass { get; private set; }

    /// <summary>Takes a text apart.</summary>
    /// <param name="texts">Texts with their weights: the question with 1, its expansions with theirs.</param>
    /// <param name="frequencies">Where rarity is counted.</param>
    public static QuestionTerms From(IEnumerable<(string Text, double Weight)> texts, TermFrequencies frequencies)
    {
        var terms = new QuestionTerms();
        foreach (var (text, weight) in texts)
            terms.Add(text, weight, frequencies);
        return terms;
    }

    /// <summary>True when the character occurs in the question.</summary>
    public bool Occurs(char character) => _occurs[character];

    /// <summary>Place of a single character in <see cref="Terms"/>; -1 when it is none.</summary>
    public int PlaceOf(char character) => _places.GetValueOrDefault(character, -1);

    /// <summary>Place of a pair of characters in <see cref="Terms"/>; -1 when it is none.</summary>
    public int PlaceOf(char first, char second) => _places.GetValueOrDefault(Key(first, second), -1);

    private static uint Key(char first, char second) => ((uint)first << 16) | second;

    private void Add(string text, double weight, TermFrequencies frequencies)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsLetterOrDigit(text[index]))
                continue;
            if (Normalizer.IsHan(text[index]))
                AddTerm(text[index], text.Substring(index, 1), weight, isPair: false, frequencies);
            if (index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]))
                AddTerm(Key(text[index], text[index + 1]), text.Substring(index, 2), weight, isPair: true, frequencies);
            _occurs[text[index]] = true;
        }
    }

    private void AddTerm(uint key, string text, double weight, bool isPair, TermFrequencies frequencies)
    {
        if (!_places.TryAdd(key, _terms.Count))
            return;
        var frequency = isPair ? frequencies.Of(text[0], text[1]) : frequencies.Of(text[0]);
        var rarity = Math.Log(1 + ((frequencies.Articles - frequency + 0.5) / (frequency + 0.5)));
        _terms.Add(new QuestionTerm(text, isPair, frequency, rarity * weight, weight));
        Mass += rarity * weight;
        if (isPair)
            PairMass += rarity * weight;
    }
}

/// <summary>One term of a question.</summary>
/// <param name="Text">The character or pair.</param>
/// <param name="IsPair">True for two characters.</param>
/// <param name="Frequency">In how many articles it occurs.</param>
/// <param name="Weight">Rarity times the weight of the text it came from.</param>
/// <param name="Source">Weight of the text it came from: 1 for the question itself.</param>
internal sealed record QuestionTerm(string Text, bool IsPair, int Frequency, double Weight, double Source);
