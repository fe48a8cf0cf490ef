using System.Text;

namespace LegalService.Knowledge.Law;

/// <summary>Titles of laws.</summary>
public static class LawTitle
{
    /// <summary>
    /// The short title that identifies a law everywhere in this system: without 中华人民共和国, book-title marks and white space.
    /// Half-width brackets become full-width ones.
    /// </summary>
    public static string Shorten(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var character in title)
        {
            if (char.IsWhiteSpace(character) || character is '《' or '》' or '〈' or '〉' or '<' or '>' or '\uFEFF' or '\u200B')
                continue;
            text.Append(character switch { '(' => '（', ')' => '）', _ => character });
        }

        return text.Replace("中华人民共和国", "").ToString();
    }
}
