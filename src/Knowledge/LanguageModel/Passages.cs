using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Answering.Guarding;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>
/// The articles that a model may write from, numbered in the order in which it was given them. It cites by number, so that it cannot misspell a law. For one
/// answer and one thread at a time.
/// </summary>
/// <param name="index">The corpus.</param>
/// <param name="most">Most articles that one search adds.</param>
/// <param name="longest">Most characters of an article's text.</param>
internal sealed partial class Passages(KnowledgeIndex index, int most, int longest)
{
    private readonly List<(ArticleEntry Entry, double Confidence)> _given = [];
    private readonly DraftReader _reader = new(new LawNameSpotter(index.Articles.Laws));

    /// <summary>The articles given so far.</summary>
    public IEnumerable<ArticleKey> Keys => _given.Select(given => given.Entry.Key);

    /// <summary>Adds the best of a search, and the articles of a matched FAQ entry that were found too.</summary>
    /// <returns>What was added or given before, as the model reads it.</returns>
    public string Add(SearchResult found, FaqEntry? faq = null)
    {
        var cited = faq?.Citations.ToHashSet() ?? [];
        var chosen = found.Candidates.Take(most).Concat(found.Candidates.Where(candidate => cited.Contains(candidate.Entry.Key)))
            .Select(candidate => candidate.Entry).DistinctBy(entry => entry.Ordinal).ToList();
        return string.Join("\n\n", chosen.Select(entry => Write(Number(entry, found.Confidence), entry)));
    }

    /// <summary>Where the model cites by number, the article's name; numbers that it was never given stay, for the guard to stop.</summary>
    public string NameCited(string text)
    {
        var named = Labels().Replace(text, match => Name(match) is { } names ? names : match.Value);
        // What follows the end of a sentence belongs to it: 要修好。（《水车法》第一条）
        return Trailing().Replace(named, match => match.Groups["names"].Value + match.Groups["end"].Value);
    }

    /// <summary>The given articles that a text names, in order.</summary>
    public IReadOnlyList<ArticleKey> CitedIn(string text) => [.. _reader.Read(text, [.. Keys]).SelectMany(sentence => sentence.Named).Distinct()];

    /// <summary>How sure the searches were that found these articles, 0 to 1; the least sure counts.</summary>
    public double Confidence(IEnumerable<ArticleKey> keys) =>
        keys.Select(key => _given.Where(given => given.Entry.Key == key).Select(given => given.Confidence).DefaultIfEmpty().Max()).DefaultIfEmpty().Min();

    private int Number(ArticleEntry entry, double confidence)
    {
        var place = _given.FindIndex(given => given.Entry.Ordinal == entry.Ordinal);
        if (place >= 0)
        {
            _given[place] = (entry, Math.Max(confidence, _given[place].Confidence));
            return place + 1;
        }

        _given.Add((entry, confidence));
        return _given.Count;
    }

    private string Write(int number, ArticleEntry entry)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[{number}] {entry.Key}");
        if (entry is { Note: { } note, NoteIsStale: false })
            text.Append('\n').Append("意思：").Append(note.Gist);
        if (entry.Text is { } full)
            text.Append('\n').Append("原文：").Append(Excerpt.Of(full, longest));
        return text.ToString();
    }

    private string? Name(Match match)
    {
        var numbers = match.Groups["number"].Captures.Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        return numbers.TrueForAll(number => number >= 1 && number <= _given.Count)
            ? $"（{string.Join('、', numbers.Select(number => _given[number - 1].Entry.Key))}）"
            : null;
    }

    [GeneratedRegex(
        @"(\s*[\[［【〔](材料)?\s*(?<number>\d{1,3})(\s*[,，、]\s*(材料)?(?<number>\d{1,3}))*\s*[\]］】〕])+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<end>[。！？；])\s*(?<names>（《[^（）]{1,300}条(之[^（）]{1,3})?）)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailing();
}
