using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Law;

/// <summary>Names one article whatever its version: (劳动合同法, 第四十七条).</summary>
/// <param name="Law">Short title.</param>
/// <param name="Number">Article number; <see cref="ArticleNumber.Whole"/> for a document without articles.</param>
public readonly partial record struct ArticleKey(string Law, ArticleNumber Number)
{
    /// <summary>Reads 劳动合同法 第四十七条, with or without the space and 《》.</summary>
    /// <returns>False when there is no law or no article number in it.</returns>
    public static bool TryParse(string text, out ArticleKey key)
    {
        key = default;
        var match = Pattern().Match(text.Trim());
        if (!match.Success || !ArticleNumber.TryParse(match.Groups["number"].Value, out var number))
            return false;
        key = new ArticleKey(LawTitle.Shorten(match.Groups["law"].Value), number);
        return key.Law.Length > 0;
    }

    /// <summary>As people write it: 《劳动合同法》第四十七条.</summary>
    public override string ToString() => $"《{Law}》{Number}";

    [GeneratedRegex(@"^(?<law>.+?)(?<![、，,和及与至])\s*(?<number>第[^第\s条]+条(之[^\s]+)?|全文)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
