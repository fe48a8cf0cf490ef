using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Parsing;

/// <summary>Options as people choose them in a chat: by number, by their words, or by a word that only one of them has.</summary>
internal static partial class ChoiceText
{
    /// <summary>The options a text may mean: one when it is clear, several when it is not, none when it fits none.</summary>
    public static IReadOnlyList<Option> Matches(IReadOnlyList<Option> offered, string text)
    {
        var said = Plain(text);
        if (said.Length == 0)
            return [];
        var exact = offered.Where(option => Words(option).Any(word => word == said) || option.Value == text.Trim()).ToList();
        if (exact.Count > 0)
            return exact;
        if (Number().Match(said) is { Success: true } match && ChineseNumber.TryParse(match.Groups["n"].Value, out var number))
            return number >= 1 && number <= offered.Count && number == decimal.Truncate(number) ? [offered[(int)number - 1]] : [];
        var within = offered.Where(option => Words(option).Any(word => said.Length > 1 && word.Contains(said, StringComparison.Ordinal))).ToList();
        if (within.Count > 0)
            return within;
        // The longest of the words that the text holds is what was meant: 没有房产 is not 有房产.
        var held = offered.Select(option => (Option: option, Length: Words(option).Concat(Parts(option)).Where(word => word.Length > 1 && said.Contains(word, StringComparison.Ordinal))
            .Select(word => word.Length).DefaultIfEmpty(0).Max())).Where(pair => pair.Length > 0).ToList();
        return [.. held.Where(pair => pair.Length == held.Max(item => item.Length)).Select(pair => pair.Option)];
    }

    /// <summary>The single answers in a text that gives several.</summary>
    public static IReadOnlyList<string> Split(string text) => text.Split(
        ['、', ',', '，', ';', '；', ' ', '\u3000', '\n', '\t', '+', '和', '跟', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Plain(string text) => Marks().Replace(Circled(Typed.HalfWidth(text)), "").ToLowerInvariant();

    /// <summary>Whether all options are meant.</summary>
    public static bool MeansAll(string text) => Plain(text) is "全部" or "都有" or "都是" or "全都有" or "全选" or "都要" or "所有";

    private static IEnumerable<string> Words(Option option) => option.Also.Append(option.Label).Append(Bracketed().Replace(option.Label, "")).Select(Plain).Where(word => word.Length > 0);

    /// <summary>What a label lists: 工钱、工伤、社保 are three words by which it is meant.</summary>
    private static IEnumerable<string> Parts(Option option) => option.Label.Split(['、', '，', '：', '（', '）'], StringSplitOptions.TrimEntries) is { Length: > 1 } parts ? parts.Select(Plain) : [];

    private static string Circled(string text) => string.Concat(text.Select(c => c is >= '①' and <= '⑨' ? (char)('1' + (c - '①')) : c));

    [GeneratedRegex(@"[\s。，,.、!！?？:：;；""“”'‘’()（）\[\]【】《》~…·-]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[（(][^）)]*[）)]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(我?选|是|要)?第?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(个|项|号|条|种)?(吧|的)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
