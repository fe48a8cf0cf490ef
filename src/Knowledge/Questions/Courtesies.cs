using System.Text;
using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Questions;

/// <summary>Takes out of a question what only greets, thanks or begs: it would be searched for like everything else.</summary>
internal sealed class Courtesies
{
    /// <summary>A question of which no more letters than this are left was about the courtesy itself.</summary>
    private const int FewestLeft = 3;

    private readonly HashSet<string> _phrases;
    private readonly int _longest;

    /// <summary>Those of a lexicon.</summary>
    public Courtesies(IEnumerable<LexiconEntry> lexicon)
    {
        _phrases = lexicon.Where(entry => entry.Terms.Count == 0).Select(entry => Normalizer.Normalize(entry.Lay)).ToHashSet(StringComparer.Ordinal);
        _longest = _phrases.Select(phrase => phrase.Length).DefaultIfEmpty().Max();
    }

    /// <summary>A normalised text with a blank in the place of each of them; the text itself when next to nothing would be left.</summary>
    public string TakeOut(string text)
    {
        var rest = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length; start++)
        {
            var length = LengthAt(text, start);
            rest.Append(length == 0 ? text[start] : ' ');
            start += Math.Max(0, length - 1);
        }

        var left = Normalizer.Normalize(rest.ToString());
        return left.Count(char.IsLetterOrDigit) > FewestLeft ? left : text;
    }

    private int LengthAt(string text, int start)
    {
        for (var length = Math.Min(_longest, text.Length - start); length >= 2; length--)
        {
            if (_phrases.Contains(text.Substring(start, length)))
                return length;
        }

        return 0;
    }
}
