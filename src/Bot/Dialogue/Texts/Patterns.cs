using System.Text.RegularExpressions;

namespace LegalService.Bot.Dialogue.Texts;

/// <summary>Regular expressions of a clerk's, held to a time.</summary>
internal static class Patterns
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    public static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Most);

    /// <summary>Fits where one of them does.</summary>
    public static Regex OfAny(IEnumerable<string> patterns) => Of(string.Join('|', patterns.Select(pattern => $"(?:{pattern})")));

    /// <summary>Fits where one of them is the whole text.</summary>
    public static Regex OfWhole(IEnumerable<string> patterns) => Of($"^(?:{string.Join('|', patterns.Select(pattern => $"(?:{pattern})"))})$");
}
