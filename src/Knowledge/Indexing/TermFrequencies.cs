using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LegalService.Knowledge.Indexing;

/// <summary>
/// In how many articles each character and pair occurs: the largest of the counts in statute text, in notes and in ways of asking, so that a corpus
/// of notes alone has rarities too. Read once, because a look-up in Lucene's dictionary costs microseconds. Immutable.
/// </summary>
internal sealed class TermFrequencies
{
    private readonly Dictionary<uint, int> _counts = [];

    /// <summary>Counts the terms of an index.</summary>
    public TermFrequencies(IndexReader reader)
    {
        Articles = reader.MaxDoc;
        foreach (var field in (ReadOnlySpan<string>)[IndexFields.Text, IndexFields.Note, IndexFields.Ask])
        {
            if (MultiFields.GetTerms(reader, field) is { } terms)
                Add(terms.GetEnumerator());
        }
    }

    /// <summary>How many articles there are.</summary>
    public int Articles { get; }

    /// <summary>Articles with the character.</summary>
    public int Of(char character) => _counts.GetValueOrDefault(character);

    /// <summary>Articles with the two characters side by side.</summary>
    public int Of(char first, char second) => _counts.GetValueOrDefault(((uint)first << 16) | second);

    private void Add(TermsEnum terms)
    {
        var text = new CharsRef();
        while (terms.MoveNext())
        {
            UnicodeUtil.UTF8toUTF16(terms.Term, text);
            if (text.Length is not (1 or 2))
                continue;
            var key = text.Length == 1 ? text[0] : ((uint)text[0] << 16) | text[1];
            _counts[key] = Math.Max(_counts.GetValueOrDefault(key), terms.DocFreq);
        }
    }
}
