using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Checking;

/// <summary>How hard the plain words are to read.</summary>
/// <param name="Sentences">Sentences of all gists and answers; a part that ends with ； counts as one.</param>
/// <param name="AverageLength">Chinese characters, letters and digits in a sentence, on average.</param>
/// <param name="LongestLength">The same in the longest sentence.</param>
/// <param name="LegalShare">Which part of those characters stands in a legal term of the lexicon, 0 to 1.</param>
public sealed record ReadingLevel(int Sentences, double AverageLength, int LongestLength, double LegalShare)
{
    /// <summary>Measures all gists and answers of a corpus.</summary>
    public static ReadingLevel Of(LegalCorpus corpus)
    {
        var texts = corpus.Notes.SelectMany(file => file.Notes).Select(note => note.Gist).Concat(corpus.Faq.Select(entry => entry.Answer)).ToList();
        var lengths = texts.SelectMany(Answering.Sentences.Of).Select(LengthOf).Where(length => length > 0).ToList();
        if (lengths.Count == 0)
            return new ReadingLevel(0, 0, 0, 0);
        var terms = new TermFinder(corpus.Lexicon.SelectMany(entry => entry.Terms));
        return new ReadingLevel(lengths.Count, lengths.Average(), lengths.Max(), texts.Sum(terms.CharactersIn) / (double)lengths.Sum());
    }

    /// <summary>Characters that are read: no punctuation, no white space.</summary>
    public static int LengthOf(string sentence) => sentence.Count(character => Normalizer.IsHan(character) || char.IsLetterOrDigit(character));

    /// <summary>Counts the characters of a text that stand in one of many terms.</summary>
    private sealed class TermFinder(IEnumerable<string> terms)
    {
        private readonly ILookup<char, string> _terms = terms.Where(term => term.Length > 1).Distinct(StringComparer.Ordinal)
            .OrderByDescending(term => term.Length).ToLookup(term => term[0]);

        public int CharactersIn(string text)
        {
            var count = 0;
            for (var index = 0; index < text.Length;)
            {
                var term = _terms[text[index]].FirstOrDefault(term => string.CompareOrdinal(text, index, term, 0, term.Length) == 0);
                count += term?.Length ?? 0;
                index += term?.Length ?? 1;
            }

            return count;
        }
    }
}
