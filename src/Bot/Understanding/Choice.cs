using System.Text.RegularExpressions;

namespace LegalService.Bot.Understanding;

/// <summary>A choice that is named by its place: 2, 第二个, 选2.</summary>
internal static partial class Choice
{
    private const string Chinese = "一二三四五六七八九";

    /// <summary>What was chosen; null when the message names none of the choices.</summary>
    public static string? Of(string message, IReadOnlyList<string> choices)
    {
        if (choices.Count == 0 || Place().Match(message.Normalize(System.Text.NormalizationForm.FormKC).Trim()) is not { Success: true } match)
            return null;
        var digit = match.Groups["place"].Value[0];
        var place = char.IsAsciiDigit(digit) ? digit - '0' : Chinese.IndexOf(digit, StringComparison.Ordinal) + 1;
        return place >= 1 && place <= choices.Count ? choices[place - 1] : null;
    }

    [GeneratedRegex(@"^(我?选|是)?第?(?<place>[1-9一二三四五六七八九])(个|件|条|项|种)?(吧|呢)?[.。、,，!！]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
