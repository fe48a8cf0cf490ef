using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>How the lines of a statute look.</summary>
internal static partial class LinePatterns
{
    private const string Numeral = "[0-9零〇一二两三四五六七八九十百千]";

    /// <summary>Reads 第十条 or 第十条之一 at the start of a line.</summary>
    /// <param name="line">Trimmed.</param>
    /// <param name="number">Its number.</param>
    /// <param name="length">How many characters the number and the white space after it take.</param>
    /// <param name="separated">White space, or the end of the line, follows the number.</param>
    public static bool TryReadArticleStart(ReadOnlySpan<char> line, out ArticleNumber number, out int length, out bool separated)
    {
        (number, length, separated) = (default, 0, false);
        if (line.IsEmpty || line[0] != '第')
            return false;
        foreach (var match in ArticleStart().EnumerateMatches(line))
        {
            if (!ArticleNumber.TryParse(line[..match.Length].ToString(), out number))
                return false;
            length = match.Length;
            while (length < line.Length && char.IsWhiteSpace(line[length]))
                length++;
            separated = length > match.Length || length == line.Length;
            return true;
        }

        return false;
    }

    /// <summary>True when what follows a number without white space shows that the number is a reference: 第十条规定的….</summary>
    public static bool ContinuesReference(ReadOnlySpan<char> rest) => rest.IsEmpty || ReferenceTail().IsMatch(rest);

    /// <summary>（一）, (1), 1. and ① start an item.</summary>
    public static bool IsItem(string line) => Item().IsMatch(line);

    /// <summary>附件1, 附件：…, 附：, 附表一 start an annex; 附则 and 附件三所列… do not.</summary>
    public static bool IsAnnexStart(string line) => Annex().IsMatch(line);

    /// <summary>A line that is a heading by its wording alone. Used where the file marks none.</summary>
    public static bool IsHeading(string line) => line.Length <= 60 && (NumberedHeading().IsMatch(line) || IsPlainHeading(line));

    /// <summary>附则, 序言 and the like, which carry no number.</summary>
    public static bool IsPlainHeading(string line) =>
        line.Length <= 12 && string.Concat(line.Where(c => !char.IsWhiteSpace(c))) is "附则" or "序言" or "前言";

    /// <summary>第三章 with no name after it.</summary>
    public static bool IsBareHeading(string line) => BareHeading().IsMatch(line);

    /// <summary>1 for 编, 2 for 分编, 3 for 章, 4 for 节; null for any other line.</summary>
    public static int? RankOf(string line) => Unit().Match(line) is { Success: true } match
        ? match.Groups["unit"].ValueSpan switch { "分编" => 2, "章" => 3, "节" => 4, _ => 1 }
        : null;

    /// <summary>Where, inside a line, another article may start: after the end of a sentence and white space.</summary>
    public static Regex.ValueMatchEnumerator InnerArticles(string line) => InnerArticle().EnumerateMatches(line);

    [GeneratedRegex($"^第{Numeral}{{1,12}}条(之[0-9一二三四五六七八九十]{{1,3}})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleStart();

    [GeneratedRegex("^([，。；：、,）)》”]|第|规定|的|至|所|和|及|或|与|中|款|项|件|例|前|后|之|以)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReferenceTail();

    [GeneratedRegex(
        "^([（(]([零〇一二三四五六七八九十百]{1,5}|[0-9０-９]{1,3})[）)]|[0-9０-９]{1,3}([.．](?![0-9])|、)|[①-⑳])",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex(
        @"^附\s*(件|录|表|图)?\s*[0-9０-９一二三四五六七八九十]{0,3}\s*([:：]|$)|^附(件|录|表|图)[0-9０-９一二三四五六七八九十]{0,3}\s",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Annex();

    [GeneratedRegex($@"^第{Numeral}{{1,6}}(编|分编|章|节)[^，。；：,;:]{{0,50}}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedHeading();

    [GeneratedRegex($"^第{Numeral}{{1,6}}(编|分编|章|节)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareHeading();

    [GeneratedRegex($"^第{Numeral}{{1,6}}(?<unit>编|分编|章|节)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unit();

    [GeneratedRegex($@"(?<=[。；：”）]\s{{1,4}})第{Numeral}{{1,12}}条(之[一二三四五六七八九十]{{1,3}})?\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerArticle();
}
