using System.Globalization;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Law;

public sealed class ArticleNumberProperties
{
    public static TheoryData<int> Thousands => [0, 1];

    [Theory]
    [MemberData(nameof(Thousands))]
    public void Every_article_number_survives_the_way_to_Chinese_and_back(int thousand)
    {
        foreach (var number in Enumerable.Range(thousand * 1000 + 1, 1000))
        {
            Assert.True(ArticleNumber.TryParse(new ArticleNumber(number).ToString(), out var read));
            Assert.Equal(new ArticleNumber(number), read);
        }
    }

    [Theory]
    [MemberData(nameof(Thousands))]
    public void Every_article_number_in_digits_is_the_same_as_in_Chinese(int thousand)
    {
        foreach (var number in Enumerable.Range(thousand * 1000 + 1, 1000))
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"第{number}条");
            Assert.True(ArticleNumber.TryParse(digits, out var fromDigits));
            Assert.True(ArticleNumber.TryParse(fromDigits.ToString(), out var fromChinese));
            Assert.Equal(number, fromChinese.Number);
        }
    }

    [Fact]
    public void No_two_numbers_are_written_alike()
    {
        var written = Enumerable.Range(1, 2000).Select(number => new ArticleNumber(number).ToString());
        Assert.Equal(2000, written.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_article_added_later_stands_between_its_neighbours()
    {
        Assert.True(ArticleNumber.TryParse("第一百二十条之一", out var added));
        Assert.Equal(new ArticleNumber(120, 1), added);
        Assert.True(new ArticleNumber(120) < added);
        Assert.True(added < new ArticleNumber(121));
        Assert.Equal("第一百二十条之一", added.ToString());
    }
}
