using System.Text.RegularExpressions;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>Finds what shows that a model does not serve the citizen: orders it followed, places it sends him or his money to, its own rules.</summary>
internal sealed partial class SuspicionGuard
{
    /// <summary>So many characters in a row from its rules are no chance: the longest that rules and a law may share is a phrase like 以上以下不满超过.</summary>
    private const int LongestEcho = 12;

    /// <summary>Room for the word that turns a lure into a warning.</summary>
    private const int WarningReach = 10;

    private readonly IReadOnlyList<Regex> _orders;
    private readonly IReadOnlyList<Regex> _lures;
    private readonly string _rules;
    private readonly HashSet<string> _hotlines;

    /// <param name="prompts">What the model is told; null where none is asked.</param>
    /// <param name="hotlines">Numbers that may be named.</param>
    public SuspicionGuard(ModelPrompts? prompts, IEnumerable<Hotline> hotlines)
    {
        (_orders, _lures) = (prompts?.Orders ?? [], prompts?.Lures ?? []);
        _rules = prompts is null ? "" : Bare(prompts.AnswerRules + prompts.RewriteRules);
        _hotlines = hotlines.Select(hotline => hotline.Number).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="passages">Numbers to call that stand in these may be named.</param>
    public SentenceFault Judge(string text, IReadOnlyList<Passage> passages)
    {
        var normalized = Normalizer.Normalize(text);
        if (_orders.Any(order => order.IsMatch(normalized)))
            return SentenceFault.Order;
        if (_lures.Any(lure => lure.Matches(normalized).Any(match => !IsWarning(normalized, match.Index))) || CallsElsewhere(normalized, passages))
            return SentenceFault.Lure;
        return _rules.Length > 0 && CommonRun.Longest(_rules, Bare(text)).Length >= LongestEcho ? SentenceFault.Leak : SentenceFault.None;
    }

    private bool CallsElsewhere(string text, IReadOnlyList<Passage> passages) =>
        Phones().Matches(text).Select(match => string.Concat(match.Groups["number"].Value.Where(char.IsAsciiLetterOrDigit)))
            .Any(number => !_hotlines.Contains(number) && !passages.Any(passage => passage.Text.Contains(number, StringComparison.Ordinal)))
        || SpelledPhones().IsMatch(text);

    private static bool IsWarning(string text, int start) => Warnings().IsMatch(text[Math.Max(0, start - WarningReach)..start]);

    private static string Bare(string text) => Normalizer.WithoutPunctuation(Normalizer.Normalize(text));

    [GeneratedRegex("(不要|别|不得|不可|不能|切勿|勿|严禁|禁止|警惕|小心|谨防|拒绝)[^。，；]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warnings();

    /// <summary>Numbers that can only be called, and whatever stands after a word for calling.</summary>
    [GeneratedRegex(
        """
        (?<!\d)(?<number>(\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}|[48]00[-\s]?\d{3}[-\s]?\d{4}|1[0-9]{4})(?!\d|\s*[元块万千亿])
        |(电话|热线|拨打?|致电|打|手机号?码?|联系方式|号码)[是为:：]?\s*(?<number>\d[\d\s-]{2,14}\d)(?!\s*[元块万千亿])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phones();

    [GeneratedRegex("[零〇一二三四五六七八九幺]{7,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpelledPhones();
}
