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
    [InlineData("勞動合同法第四十七條經濟補償", "劳动合同法第四十七条经济补偿")]
    [InlineData("離婚財產怎麼分", "离婚财产怎么分")]
    [InlineData("老闆僱傭關係於週末徵收", "老板雇佣关系于周末征收")]
    [InlineData("著作权、乾隆、覆盖", "著作权、乾隆、覆盖")]
    public void Traditional_characters_are_read_as_simplified_ones(string typed, string read) => Assert.Equal(Normalizer.Normalize(read), Normalizer.Normalize(typed));

    [Fact]
    public void Simplified_characters_in_use_stay_as_they_are()
    {
        const string Text = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

        Assert.Equal(Text, Normalizer.Normalize(Text));
    }

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
