using System.Text;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Questions;

/// <summary>Finds 民法典1079条, 《劳动合同法》第四十七条, 刑法第一百二十条之一 and the like.</summary>
internal sealed partial class CitationSpotter(LawNameSpotter names)
{
    /// <summary>The citations and laws of a normalised text, and what is left without them.</summary>
    public (IReadOnlyList<CitationInQuestion> Citations, IReadOnlyList<string> Laws, string Remainder) Spot(string text)
    {
        var citations = new List<CitationInQuestion>();
        var laws = new List<string>();
        var rest = new StringBuilder(text);
        var known = names.Spot(text).ToList();
        var unknown = UnknownTitles(text).Where(title => !known.Exists(title.Overlaps));
        var spots = known.Concat(unknown).OrderBy(spot => spot.Start).ToList();
        foreach (var spot in spots)
        {
            if (spot.Law is { Length: > 0 } law && !laws.Contains(law, StringComparer.Ordinal))
                laws.Add(law);
            Blank(rest, spot.Start, spot.Length);
        }

        foreach (Match match in Articles().Matches(text))
        {
            // A number in the name of a law: 婚姻家庭编的解释（一）.
            if (spots.Exists(s => s.Start <= match.Index && match.Index < s.End))
                continue;
            var spot = spots.LastOrDefault(s => s.Start < match.Index);
            var gap = spot is null ? "" : text[spot.End..match.Index];
            if (spot is not null && !Gap().IsMatch(gap))
                spot = null;
            if (!match.Value.Contains('条', StringComparison.Ordinal) && (spot is null || !StandsForArticle(text, match)))
                continue;
            var parsed = ArticleNumber.TryParse(
                $"第{match.Groups["number"].Value}条{(match.Groups["suffix"].Success ? "之" + match.Groups["suffix"].Value : "")}", out var number);
            citations.Add(new CitationInQuestion(
                spot?.Law is { Length: > 0 } named ? named : null,
                spot is null ? "" : text.Substring(spot.Start, spot.Length).Trim('《', '》'),
                parsed ? number : null));
            Blank(rest, match.Index, match.Length);
        }

        return (citations, laws, rest.ToString());
    }

    /// <summary>Titles that nobody knows: in 《》, or ending like a law's right before an article.</summary>
    private IEnumerable<SpottedLaw> UnknownTitles(string text) =>
        from Match match in Title().Matches(text).Concat(BareTitle().Matches(text))
        let title = match.Groups["title"]
        where !names.Spot(match.Value).Any()
        select new SpottedLaw(title.Index, title.Length, "");

    /// <summary>民法典1079 names an article though 条 is missing; 民法典2021年 and 民法典第一编 do not.</summary>
    private static bool StandsForArticle(string text, Match match)
    {
        var next = match.Index + match.Length;
        return match.Groups["number"].Length >= 2 && (next == text.Length || !"年月日元万个岁天章节编款项部种周小分人名次届倍块克%".Contains(text[next], StringComparison.Ordinal));
    }

    private static void Blank(StringBuilder text, int start, int length)
    {
        for (var index = start; index < start + length; index++)
            text[index] = ' ';
    }

    [GeneratedRegex(
        @"(?<di>第?)\s*(?<number>[0-9]{1,6}|[零〇一二两三四五六七八九十百千万]{1,12})\s*条?(\s*之\s*(?<suffix>[0-9]{1,3}|[一二三四五六七八九十]{1,3}))?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Articles();

    /// <summary>What may stand between the name of a law and the article.</summary>
    [GeneratedRegex(@"^[》\s]*(\([^)]{0,20}\))?[》\s]*(里面|里|中|的|之|规定|关于){0,2}\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("(?<title>《[^》]{2,60}》)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(请问|根据|按照|依据|依照|想问|问一下|查一下|看看|违反|触犯)?(?<title>[\u4E00-\u9FFF]{1,8}?(法|条例|规定|办法|解释))(?=第[0-9零一二三四五六七八九十百千]{1,8}条)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareTitle();
}
