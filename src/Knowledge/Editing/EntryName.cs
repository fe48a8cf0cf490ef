using System.Security.Cryptography;
using System.Text;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Editing;

/// <summary>Names one FAQ entry or one note, whoever wrote it and whatever it says: <c>faq/wages-unpaid</c>, <c>note/劳动合同法/第四十七条</c>.</summary>
public sealed record EntryName
{
    /// <summary>Longest name of a law that stands in a file name as it is; file systems allow 255 bytes.</summary>
    private const int LongestLaw = 60;

    private EntryName(string? faqId, ArticleKey? article) => (FaqId, Article) = (faqId, article);

    /// <summary>Id of the FAQ entry; null when it is a note.</summary>
    public string? FaqId { get; }

    /// <summary>The article of the note; null when it is an FAQ entry.</summary>
    public ArticleKey? Article { get; }

    /// <summary>Its file, relative to a corpus folder, with forward slashes.</summary>
    public string File => Article is { } article ? $"statutes/{FileNameOf(article.Law)} {article.Number}.md" : $"faq/{FaqId}.md";

    /// <summary>Names an FAQ entry.</summary>
    /// <exception cref="ArgumentException">The id is not lower-case ASCII letters, digits and hyphens.</exception>
    public static EntryName Faq(string id) =>
        IsId(id) ? new EntryName(id, null) : throw new ArgumentException("编号只能用小写字母、数字和连字符", nameof(id));

    /// <summary>Names the note on an article.</summary>
    public static EntryName Note(ArticleKey article) => new(null, article);

    /// <summary>An id for a new FAQ entry.</summary>
    public static EntryName NewFaq() => new($"desk-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}", null);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>Null when it is no such name.</returns>
    public static EntryName? Parse(string? text) => text?.Split('/') switch
    {
        ["faq", { } id] when IsId(id) => Faq(id),
        ["note", { Length: > 0 } law, { } number] when ArticleNumber.TryParse(number, out var parsed) && LawTitle.Shorten(law) == law =>
            Note(new ArticleKey(law, parsed)),
        _ => null,
    };

    /// <summary>The name.</summary>
    public override string ToString() => Article is { } article ? $"note/{article.Law}/{article.Number}" : $"faq/{FaqId}";

    private static bool IsId(string id) => id.Length is > 0 and <= 80 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string FileNameOf(string law) =>
        law.Length <= LongestLaw ? law : $"{law[..(LongestLaw - 8)]}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(law)))[..8]}";
}
