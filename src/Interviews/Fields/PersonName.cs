using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalService.Interviews.Fields;

/// <summary>The name of a person, in any script that people in China write their names in, or of an organisation.</summary>
public readonly partial record struct PersonName
{
    private PersonName(string value) => Value = value;

    /// <summary>The name, with · between its parts where there are any.</summary>
    public string Value { get; }

    /// <summary>For screens and slips: the first character.</summary>
    public string Masked
    {
        get
        {
            var first = StringInfo.GetNextTextElement(Value);
            return first + (Typed.Length(Value) == 2 ? "*" : "**");
        }
    }

    /// <summary>Reads a name; other middle dots become ·, spaces between Chinese characters go.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="maxLength">Characters.</param>
    /// <param name="organisation">Whether digits and brackets may stand in it.</param>
    /// <param name="name">The name.</param>
    /// <param name="code">What is wrong: name.characters, name.digits, name.tooShort, answer.tooLong; empty when nothing is.</param>
    public static bool TryParse(string text, int maxLength, bool organisation, out PersonName name, out string code)
    {
        name = default;
        var value = HanSpace().Replace(WhiteSpace().Replace(MiddleDot().Replace(HanDot().Replace(text.Trim(), "·"), "·"), " "), "");
        code = Fault(value, maxLength, organisation);
        if (code.Length > 0)
            return false;
        name = new(value);
        return true;
    }

    private static string Fault(string value, int maxLength, bool organisation)
    {
        if (!Typed.IsClean(value, lines: false) || !value.EnumerateRunes().All(rune => IsAllowed(rune, organisation) || Rune.IsDigit(rune)))
            return "name.characters";
        if (!organisation && value.EnumerateRunes().Any(Rune.IsDigit))
            return "name.digits";
        if (Typed.Length(value) > maxLength)
            return "answer.tooLong";
        if (value.StartsWith('·') || value.EndsWith('·') || !value.EnumerateRunes().Any(Rune.IsLetter))
            return "name.characters";
        return Typed.Length(value) < 2 ? "name.tooShort" : "";
    }

    private static bool IsAllowed(Rune rune, bool organisation) => rune.Value switch
    {
        '·' or '\'' or '’' or '-' or '.' or ' ' => true,
        // Mongolian: the narrow space before endings, the vowel separator, joiners.
        0x202F or 0x180E or 0x200C or 0x200D => true,
        // Tibetan: the mark between syllables.
        0x0F0B => true,
        '(' or ')' or '（' or '）' or '&' or '、' or ',' or '，' => organisation,
        _ => Rune.IsLetter(rune) || rune.Value == '〇'
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
    };

    /// <summary>The name, whole.</summary>
    public override string ToString() => Value;

    [GeneratedRegex(@"[•‧∙⋅・･᛫]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MiddleDot();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})\s*[.．。]\s*(?=\p{IsCJKUnifiedIdeographs})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HanDot();

    [GeneratedRegex(@"[ \u00A0\u3000]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}·]) (?=[\p{IsCJKUnifiedIdeographs}·])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HanSpace();
}
