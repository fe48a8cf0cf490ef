using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Questions;

public sealed class NormalizerProperties
{
    [Property(MaxTest = 2000)]
    public Property Any_text_comes_out_clean_and_stays_so() => Prop.ForAll(AnyText.Of(300).ToArbitrary(), AssertCleanAndSettled);

    [Fact]
    public void Every_character_there_is_comes_out_clean_and_stays_so()
    {
        foreach (var value in Enumerable.Range(0, 0x10FFFF + 1))
        {
            var text = value is >= 0xD800 and <= 0xDFFF ? new string((char)value, 1) : new Rune(value).ToString();
            AssertCleanAndSettled("井" + text + "水");
        }
    }

    [Theory]
    [InlineData("民法典１０７９条", "民法典1079条")]
    [InlineData("ＡＢｃ？", "abc?")]
    [InlineData("　　老板\t\r\n不给钱　", "老板 不给钱")]
    [InlineData("好好好好好！！！！", "好好!!")]
    [InlineData("1000000元", "1000000元")]
    [InlineData("１００００元", "10000元")]
    [InlineData("老板\u0000不给\u200B钱\u202E啊", "老板 不给 钱 啊")]
    [InlineData("老板😡😡不给钱", "老板 不给钱")]
    [InlineData("\uD800老板\uDC00", "老板")]
    [InlineData("", "")]
    [InlineData(" \t\n", "")]
    public void What_citizens_type_comes_into_one_form(string typed, string normalized) => Assert.Equal(normalized, Normalizer.Normalize(typed));

    [Theory]
    [InlineData("勞動合同法第四十七條經濟補償")]
    [InlineData("離婚財產怎麼分")]
    public void Traditional_characters_stay_as_they_are(string text) => Assert.Equal(text, Normalizer.Normalize(text));

    [Fact]
    public void Only_letters_digits_and_Chinese_are_left_without_punctuation() =>
        Assert.Equal("民法典1079条a", Normalizer.WithoutPunctuation("《民法典》, 1079条(a)!"));

    private static void AssertCleanAndSettled(string text)
    {
        var once = Normalizer.Normalize(text);
        Assert.DoesNotContain(once, char.IsControl);
        Assert.DoesNotContain(once, char.IsSurrogate);
        Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
        Assert.Equal(once.Trim(), once);
        Assert.Equal(once, Normalizer.Normalize(once));
    }
}
