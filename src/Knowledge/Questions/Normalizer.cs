using System.Globalization;
using System.Text;

namespace LegalService.Knowledge.Questions;

/// <summary>Brings what citizens type into one form before it is searched.</summary>
public static class Normalizer
{
    private const int LongestRepeat = 2;

    /// <summary>
    /// Traditional characters become simplified, full-width letters and digits half-width, letters lower case, control and format characters and
    /// emoji white space, a character repeated more than twice is written twice (好好好好 -> 好好); white space is one blank.
    /// </summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        var repeats = 0;
        foreach (var rune in Compatible(text).EnumerateRunes())
        {
            var character = SimplifiedForms.Of(Plain(rune));
            repeats = result.Length > 0 && result[^1] == character ? repeats + 1 : 1;
            if ((repeats > LongestRepeat && !char.IsAsciiDigit(character)) || (character == ' ' && (result.Length == 0 || repeats > 1)))
                continue;
            result.Append(character);
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Only letters, digits and Chinese characters of a normalised text.</summary>
    public static string WithoutPunctuation(string normalized) => string.Concat(normalized.Where(char.IsLetterOrDigit));

    /// <summary>True for the characters that statutes and questions are written in.</summary>
    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>Compatibility form (NFKC) of any text, be it well formed or not.</summary>
    internal static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates and U+FFFE cannot be normalised; each becomes the replacement character.
            return string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);
        }
    }

    private static char Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.OtherSymbol or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark => ' ',
        _ => rune.IsBmp && rune.Value != 0xFFFD ? char.ToLowerInvariant((char)rune.Value) : ' ',
    };
}
