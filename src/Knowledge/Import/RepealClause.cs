using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>A law that a provision repeals.</summary>
/// <param name="Title">The short title, as the provision names it.</param>
/// <param name="From">The day on which it ceases to apply, when the provision names one; otherwise null.</param>
internal readonly record struct RepealedLaw(string Title, DateOnly? From);

/// <summary>
/// Reads provisions such as "《X》、《Y》同时废止" and "《X》自本解释施行之日起废止". It is conservative: a sentence that limits the repeal
/// (to a part, or to what conflicts) repeals nothing, and so does one inside quotation marks.
/// </summary>
internal static partial class RepealClause
{
    public static IEnumerable<RepealedLaw> In(string text)
    {
        if (!text.Contains("废止", StringComparison.Ordinal))
            yield break;
        foreach (var sentence in text.Split('。', '；', ';', '\n'))
        {
            if (!Ending().IsMatch(sentence) || Quoted(sentence) || Limits().IsMatch(OutsideTitles(sentence)))
                continue;
            var from = OnDay().Match(sentence) is { Success: true } day ? ChineseDate.Read(day) : null;
            foreach (var title in Titles(sentence))
                yield return new RepealedLaw(title, from);
        }
    }

    /// <summary>The titles in the list that ends in 废止. The clauses before the list, such as 根据《X》, are left out.</summary>
    private static IEnumerable<string> Titles(string sentence)
    {
        var list = sentence;
        if (BeforeList().Matches(OutsideTitles(sentence)) is [.., var last])
            list = sentence[(last.Index + last.Length)..];
        foreach (var (start, end) in TopLevelTitles(list))
        {
            var suffix = Provisional().Match(list, end);
            yield return LawTitle.Shorten(list[start..end] + (suffix.Success ? $"（{suffix.Groups["word"].Value}）" : ""));
        }
    }

    /// <summary>The text with everything inside 《》 replaced, so that the words of a title are not taken for those of the provision.</summary>
    private static string OutsideTitles(string sentence)
    {
        var characters = sentence.ToCharArray();
        foreach (var (start, end) in TopLevelTitles(sentence))
            Array.Fill(characters, '《', start, end - start);
        return new string(characters);
    }

    private static IEnumerable<(int Start, int End)> TopLevelTitles(string text)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '《' && depth++ == 0)
                start = index;
            else if (text[index] == '》' && depth > 0 && --depth == 0)
                yield return (start, index + 1);
        }
    }

    private static bool Quoted(string sentence) => sentence.AsSpan().IndexOfAny('“', '”', '"') >= 0;

    [GeneratedRegex("(同时|即行|一并|相应|均|都|予以|起|即|自行)(予以|同时|即行|一并)?废止\\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(
        "不一致|不符|抵触|相冲突|部分|凡|条款|第[零一二三四五六七八九十百0-9]{1,6}[条款项章节]|《(中|里|有关|关于|的规定|的有关|所列|规定)|有关规定|除|不得",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limits();

    // What stands before the list: a clause with a title that is applied, not repealed.
    [GeneratedRegex("(根据|依照|依据|按照|适用|执行|纳入)[^，,]{0,200}[，,]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeList();

    [GeneratedRegex(
        $"自\\s*{ChineseDate.Pattern}\\s*起\\s*(予以|同时|即行)?废止", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnDay();

    [GeneratedRegex(@"\G\s*[（(](?<word>试行|暂行|草案|修正|修订)[）)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Provisional();
}
