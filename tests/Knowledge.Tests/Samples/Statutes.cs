using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Samples;

/// <summary>Full text made in a test.</summary>
internal static class Statutes
{
    public static Statute Of(string law, params StatuteVersion[] versions) => new(law, versions);

    /// <summary>A version with the articles 第一条, 第二条 and so on.</summary>
    public static StatuteVersion Version(string title, DateOnly start, DateOnly? end, params string[] articles) => new()
    {
        Title = title,
        Passed = start,
        InForceFrom = start,
        InForceTo = end,
        Articles = [.. articles.Select((text, place) => Article(place + 1, text))],
    };

    public static Article Article(int number, string text, int suffix = 0) =>
        new(new ArticleNumber(number, suffix), ["第一章 水井"], [.. text.Split('\n').Select(line => new Paragraph(line, []))]);

    public static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);
}
