using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Law;

/// <summary>The number of an article: 第一百二十条之一 is (120, 1), 第四十七条 is (47, 0).</summary>
/// <param name="Number">From 1. Zero stands for a document that has no articles and is taken whole.</param>
/// <param name="Suffix">The 之-number, 0 when there is none.</param>
public readonly partial record struct ArticleNumber(int Number, int Suffix = 0) : IComparable<ArticleNumber>
{
    /// <summary>A document without articles, taken whole. Written 全文.</summary>
    public static ArticleNumber Whole => default;

    /// <summary>Reads 第四十七条, 第120条之一, 47条, 四十七.</summary>
    /// <returns>False when the text is anything else, or the number is 0 or above 9,999.</returns>
    public static bool TryParse(string? text, out ArticleNumber number)
    {
        number = default;
        if (text is null)
            return false;
        text = text.Trim();
        if (text == WholeName)
            return true;
        if (Pattern().Match(text) is not { Success: true } match)
            return false;
        var suffix = 0;
        if (!ChineseNumerals.TryParse(match.Groups["number"].ValueSpan, out var main) || main is < 1 or > 9_999)
            return false;
        if (match.Groups["suffix"].Success
            && (!ChineseNumerals.TryParse(match.Groups["suffix"].ValueSpan, out suffix) || suffix is < 1 or > 99))
            return false;
        number = new ArticleNumber(main, suffix);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(ArticleNumber other) =>
        Number != other.Number ? Number.CompareTo(other.Number) : Suffix.CompareTo(other.Suffix);

    /// <summary>As the statute writes it: 第四十七条, 第一百二十条之一, or 全文.</summary>
    public override string ToString() => this == Whole
        ? WholeName
        : $"第{ChineseNumerals.Format(Number)}条{(Suffix > 0 ? "之" + ChineseNumerals.Format(Suffix) : "")}";

    /// <summary>True when <paramref name="left"/> stands before <paramref name="right"/> in the law.</summary>
    public static bool operator <(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) < 0;

    /// <summary>True when <paramref name="left"/> stands after <paramref name="right"/> in the law.</summary>
    public static bool operator >(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) > 0;

    /// <summary>True when <paramref name="left"/> stands before <paramref name="right"/> in the law, or is the same.</summary>
    public static bool operator <=(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) <= 0;

    /// <summary>True when <paramref name="left"/> stands after <paramref name="right"/> in the law, or is the same.</summary>
    public static bool operator >=(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) >= 0;

    private const string WholeName = "全文";

    [GeneratedRegex(
        "^第?(?<number>[0-9零〇一二两三四五六七八九十百千]{1,12})条?(?:之(?<suffix>[0-9一二三四五六七八九十]{1,3}))?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
