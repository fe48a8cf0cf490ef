using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>Takes a model's draft apart into sentences and what each of them cites.</summary>
internal sealed partial class DraftReader(LawNameSpotter names)
{
    private readonly CitationSpotter _spotter = new(names);

    /// <summary>The sentences; joined they are the text.</summary>
    /// <param name="text">The draft.</param>
    /// <param name="allowed">The articles that it may cite.</param>
    public IEnumerable<DraftSentence> Read(string text, IReadOnlyCollection<ArticleKey> allowed)
    {
        var (paragraph, law) = (0, (string?)null);
        foreach (var sentence in Sentences.Of(text))
        {
            var (citations, laws, _) = _spotter.Spot(Normalizer.Normalize(sentence));
            var (named, others) = Resolve(citations, [.. Sentences.ArticlesNamedIn(sentence)], allowed, ref law);
            yield return new DraftSentence(
                sentence, Citations().Replace(sentence, " "), [.. named.Distinct()], others, [.. laws.Concat(UnknownLaws(sentence))], paragraph);
            if (sentence.Contains('\n', StringComparison.Ordinal))
                paragraph++;
        }
    }

    /// <summary>A number without a law is of the law that was named last. 给您三条建议 names no article.</summary>
    private static (List<ArticleKey> Named, List<CitationInQuestion> Others) Resolve(
        IEnumerable<CitationInQuestion> citations, List<ArticleNumber> numbers, IReadOnlyCollection<ArticleKey> allowed, ref string? law)
    {
        var (named, others) = (new List<ArticleKey>(), new List<CitationInQuestion>());
        foreach (var citation in citations)
        {
            var isBare = citation.Law is null && NamesNoLaw(citation);
            if (isBare && (citation.Number is not { } number || !numbers.Contains(number)))
                continue;
            law = citation.Law ?? law;
            if (Key(citation, isBare ? law : citation.Law, isBare, allowed) is { } key)
                named.Add(key);
            else
                others.Add(isBare ? citation with { Law = law } : citation);
        }

        return (named, others);
    }

    private static ArticleKey? Key(CitationInQuestion citation, string? law, bool isBare, IReadOnlyCollection<ArticleKey> allowed)
    {
        if (citation.Number is not { } number)
            return null;
        if (law is not null)
            return new ArticleKey(law, number) is var key && allowed.Contains(key) ? key : null;
        return isBare && allowed.Where(each => each.Number == number).ToList() is [var only] ? only : null;
    }

    /// <summary>第三条, or 该法第三条.</summary>
    private static bool NamesNoLaw(CitationInQuestion citation) => citation.NameAsWritten is [] or ['本' or '该' or '此', ..];

    /// <summary>《农民工保护条例》: a title in the form of a law's that nobody knows.</summary>
    private IEnumerable<string> UnknownLaws(string sentence) => Titles().Matches(sentence).Select(match => match.Groups["title"].Value)
        .Where(title => names.Find(Normalizer.Normalize(title)) is null && !names.Spot(Normalizer.Normalize(title)).Any());

    [GeneratedRegex("《(?<title>[^》]{2,60}?(法|条例|规定|办法|解释|规则|细则|意见))》", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titles();

    [GeneratedRegex(
        "《[^》]{1,60}》|第[0-9零〇一二两三四五六七八九十百千]{1,12}条(之[一二三四五六七八九十]{1,3})?|第[0-9一二三四五六七八九十]{1,3}(款|项|章|节|编)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citations();
}
