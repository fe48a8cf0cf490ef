using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Import;

/// <summary>What the lines above the text say about passing, publication and entry into force.</summary>
/// <param name="Passed">The last day of passing, amendment or publication; null when no line names one.</param>
/// <param name="Published">The last day of publication; null when no line names one.</param>
/// <param name="InForce">Days of entry into force.</param>
/// <param name="InForceOnPublication">自公布之日起施行.</param>
/// <param name="Amended">The lines tell of an amendment, so that a day of publication may be that of an older version.</param>
internal sealed partial record HeaderDates(
    DateOnly? Passed, DateOnly? Published, IReadOnlyList<DateOnly> InForce, bool InForceOnPublication, bool Amended)
{
    public static HeaderDates Read(IReadOnlyList<string> history)
    {
        // Joined without a break: a file may split a sentence over two lines.
        var text = string.Concat(history);
        var (passed, published) = (new List<DateOnly>(), new List<DateOnly>());
        var inForce = new List<DateOnly>();
        var dates = ChineseDate.In(text).ToList();
        for (var index = 0; index < dates.Count; index++)
        {
            var end = index + 1 < dates.Count ? dates[index + 1].Start : text.Length;
            var words = OnPublication().Replace(text[dates[index].End..end], "");
            var starts = EntersIntoForce().IsMatch(words);
            if (starts)
                inForce.Add(dates[index].Date);
            if (starts && !PublishedAndInForce().IsMatch(words))
                continue;
            if (Passing().IsMatch(words))
                passed.Add(dates[index].Date);
            if (Publication().IsMatch(words))
                published.Add(dates[index].Date);
        }

        return new HeaderDates(
            Latest(passed), Latest(published), inForce, OnPublication().IsMatch(text), Amendment().IsMatch(text));
    }

    /// <summary>True for a line such as 2020年5月28日 …通过.</summary>
    public static bool LooksLikeHistory(string line) =>
        line.Length <= 400 && Bracketless(line) is var text
        && ChineseDate.In(text).FirstOrDefault() is { End: > 0 } first && first.Start <= 2
        && (Passing().IsMatch(text) || EntersIntoForce().IsMatch(text[first.End..]));

    /// <summary>True for a bracketed line that tells of passing or entry into force: （2008年4月17日…公布 自…起施行）.</summary>
    public static bool IsBracketedHistory(string line) =>
        line is ['（' or '(', .., '）' or ')'] && line.Length <= 1_000
        && (ChineseDate.In(line).Any() || line.Contains("次会议", StringComparison.Ordinal)) && Passing().IsMatch(line);

    private static DateOnly? Latest(List<DateOnly> dates) => dates.Count == 0 ? null : dates.Max();

    private static string Bracketless(string line) => line.TrimStart('（', '(', '自', '根', '据');

    [GeneratedRegex("通过|修订|修正|修改|公布|发布|批准|颁布|公告|会议|印发|制定|令第", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passing();

    [GeneratedRegex("公布|发布|颁布|公告|印发|令第", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Publication();

    [GeneratedRegex("修订|修正|修改", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amendment();

    [GeneratedRegex(@"^\s*起?\s*(正式)?(施行|实施|生效|执行)|(公布|发布)(施行|实施)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EntersIntoForce();

    [GeneratedRegex("(公布|发布)(施行|实施)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublishedAndInForce();

    [GeneratedRegex("自?(公布|发布|颁布|公告)之日起?(施行|实施|生效|执行)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnPublication();
}
