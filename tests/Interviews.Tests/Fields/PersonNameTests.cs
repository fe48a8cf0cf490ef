using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Tests.Fields;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("张三", "张三", "张*")]
    [InlineData("张 三", "张三", "张*")]
    [InlineData("欧阳修远", "欧阳修远", "欧**")]
    [InlineData("斯琴·巴特尔", "斯琴·巴特尔", "斯**")]
    [InlineData("斯琴•巴特尔", "斯琴·巴特尔", "斯**")]
    [InlineData("斯琴・巴特尔", "斯琴·巴特尔", "斯**")]
    [InlineData("阿卜杜拉.买买提", "阿卜杜拉·买买提", "阿**")]
    [InlineData("Bat-Erdene Ganbold", "Bat-Erdene Ganbold", "B**")]
    [InlineData("ᠪᠠᠭᠠᠲᠤᠷ", "ᠪᠠᠭᠠᠲᠤᠷ", "ᠪ**")]
    [InlineData("ᠰᠡᠴᠡᠨ ᠬᠠᠭᠠᠨ", "ᠰᠡᠴᠡᠨ ᠬᠠᠭᠠᠨ", "ᠰ**")]
    [InlineData("བཀྲ་ཤིས", "བཀྲ་ཤིས", "བ**")]
    [InlineData("𠮷野", "𠮷野", "𠮷*")]
    public void Names_of_all_who_live_here_are_read(string typed, string value, string masked)
    {
        Assert.True(PersonName.TryParse(typed, 50, organisation: false, out var name, out var code), code);
        Assert.Equal((value, masked), (name.Value, name.Masked));
    }

    [Theory]
    [InlineData("张3", "name.digits")]
    [InlineData("张", "name.tooShort")]
    [InlineData("·张三", "name.characters")]
    [InlineData("张三<script>", "name.characters")]
    [InlineData("张三😀", "name.characters")]
    [InlineData("张\u202E三", "name.characters")]
    [InlineData("张\u0000三", "name.characters")]
    [InlineData("（）", "name.characters")]
    public void What_is_wrong_has_a_code(string typed, string expected)
    {
        Assert.False(PersonName.TryParse(typed, 50, organisation: false, out _, out var code));
        Assert.Equal(expected, code);
    }

    [Fact]
    public void A_company_may_have_digits_and_brackets()
    {
        Assert.True(PersonName.TryParse("西乌旗第2建筑公司（分公司）", 60, organisation: true, out _, out _));
    }

    [Fact]
    public void A_name_of_fifty_characters_fits_and_one_more_does_not()
    {
        Assert.True(PersonName.TryParse(new string('阿', 50), 50, organisation: false, out _, out _));
        Assert.False(PersonName.TryParse(new string('阿', 51), 50, organisation: false, out _, out var code));
        Assert.Equal("answer.tooLong", code);
    }
}
