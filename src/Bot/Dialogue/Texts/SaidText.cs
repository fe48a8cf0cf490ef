using System.Text;

namespace LegalService.Bot.Dialogue.Texts;

/// <summary>Forms of what was said in which it is compared.</summary>
internal static class SaidText
{
    /// <summary>Full-width letters, digits and signs as half-width ones.</summary>
    public static string HalfWidth(string text) => text.Normalize(NormalizationForm.FormKC);

    /// <summary>Half-width, small letters, without spaces round Chinese.</summary>
    public static string Plain(string text) => string.Concat(HalfWidth(text).ToLowerInvariant().Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Letters and digits alone.</summary>
    public static string Bare(string text) => string.Concat(HalfWidth(text).ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>Numbers that were spoken, as digits: 幺三九零零…; other text as it is.</summary>
    public static string Digits(string text)
    {
        const string Spoken = "零一二三四五六七八九";
        var digits = string.Concat(HalfWidth(text).Select(character => character switch
        {
            '幺' or '妖' or '腰' => '1',
            '两' => '2',
            '〇' or '○' => '0',
            _ => Spoken.IndexOf(character, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : character,
        }));
        return digits.Count(char.IsAsciiDigit) >= 7 ? digits : text;
    }
}
