using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Answering;

/// <summary>Takes Chinese text apart into sentences.</summary>
public static partial class Sentences
{
    /// <summary>The sentences, each with its end mark and the white space after it: joined they are the text, character for character.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is not ('。' or '！' or '？' or '；' or '\n'))
                continue;
            while (index + 1 < text.Length && (text[index + 1] is '”' or '’' or '）' or '」' || char.IsWhiteSpace(text[index + 1])))
                index++;
            yield return text[start..(index + 1)];
            start = index + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>Article numbers that a sentence names.</summary>
    internal static IEnumerable<ArticleNumber> ArticlesNamedIn(string sentence)
    {
        foreach (Match match in ArticleName().Matches(sentence))
        {
            if (ArticleNumber.TryParse(match.Value, out var number))
                yield return number;
        }
    }

    [GeneratedRegex("第[0-9零〇一二两三四五六七八九十百千]{1,12}条(之[一二三四五六七八九十]{1,3})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleName();
}
