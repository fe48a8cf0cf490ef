using System.Globalization;
using System.Text;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Cuts a text into messages of at most so many bytes of UTF-8: after a sentence where there is one, else after a clause, else between two characters as
/// people see them. The parts one after the other are the text.
/// </summary>
internal static class MessageSplitter
{
    // Only full-width marks: the others stand in addresses and numbers too.
    private const string SentenceEnds = "。！？…\n";
    private const string ClauseEnds = "；，、： \t";
    private const string Closing = "”’」』）)》〉】\"'";

    // A cut this early would make crumbs of the text only to end with a sentence.
    private const double LeastFilled = 0.3;

    // Variation selectors and joiners may stand in any number behind a character: whole beyond this, it is cut between code points.
    private const int LongestCharacter = 64;

    /// <summary>The parts, none of them empty. <paramref name="most"/> is at least 4, the largest code point.</summary>
    public static IReadOnlyList<string> Split(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 4);
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = Cut(text.AsSpan(start), most);
            parts.Add(text.Substring(start, length));
            start += length;
        }

        return parts;
    }

    /// <summary>How many UTF-16 units of the text go into the next part.</summary>
    private static int Cut(ReadOnlySpan<char> text, int most)
    {
        var (units, bytes) = (0, 0);
        var (sentence, clause) = (0, 0);
        while (units < text.Length)
        {
            var character = Character(text[units..]);
            var size = Encoding.UTF8.GetByteCount(character);
            if (bytes + size > most)
                break;
            (units, bytes) = (units + character.Length, bytes + size);
            if (bytes < most * LeastFilled)
                continue;
            if (EndsWith(text[..units], SentenceEnds))
                sentence = units;
            else if (EndsWith(text[..units], ClauseEnds))
                clause = units;
        }

        if (units == text.Length)
            return units;
        if (units == 0)
            return CodePoints(text, most);
        return sentence > 0 ? sentence : clause > 0 ? clause : units;
    }

    private static ReadOnlySpan<char> Character(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (length <= LongestCharacter)
            return text[..length];
        Rune.DecodeFromUtf16(text, out _, out var units);
        return text[..units];
    }

    private static int CodePoints(ReadOnlySpan<char> text, int most)
    {
        var (units, bytes) = (0, 0);
        while (units < text.Length)
        {
            Rune.DecodeFromUtf16(text[units..], out var rune, out var length);
            if (bytes + rune.Utf8SequenceLength > most)
                break;
            (units, bytes) = (units + length, bytes + rune.Utf8SequenceLength);
        }

        return units;
    }

    // A closing mark belongs to the sentence it closes.
    private static bool EndsWith(ReadOnlySpan<char> text, string marks)
    {
        var trimmed = text.TrimEnd(Closing);
        return trimmed.Length > 0 && marks.Contains(trimmed[^1], StringComparison.Ordinal);
    }
}
