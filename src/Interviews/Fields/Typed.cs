using System.Globalization;
using System.Text;

namespace LegalService.Interviews.Fields;

/// <summary>Puts right what fingers and keyboards do: full-width characters, spaces, stray marks.</summary>
internal static class Typed
{
    /// <summary>Half-width, without white space, hyphens or dots between digits.</summary>
    public static string Compact(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in HalfWidth(text))
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '–' or '—' or '_'))
                result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Full-width Latin letters, digits and marks made half-width; the ideographic space a space.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - 0xFEE0) : source[i] == '\u3000' ? ' ' : source[i];
    });

    /// <summary>Length as a reader counts it: a character outside the basic plane is one.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether nothing is in the text that no keyboard makes: control characters, reversed writing, half surrogates, non-characters.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="lines">Whether line breaks and tabs may stand in it.</param>
    public static bool IsClean(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                    return false;
                if ((char.ConvertToUtf32(c, text[++i]) & 0xFFFE) == 0xFFFE)
                    return false;
            }
            else if (!IsClean(c, lines))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsClean(char c, bool lines) => c switch
    {
        '\n' or '\r' or '\t' => lines,
        // Left-to-right and right-to-left overrides and isolates make a text read otherwise than it is stored.
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFEFF' => false,
        (>= '\uFDD0' and <= '\uFDEF') or >= '\uFFFE' => false,
        _ => char.GetUnicodeCategory(c) != UnicodeCategory.Control,
    };
}
