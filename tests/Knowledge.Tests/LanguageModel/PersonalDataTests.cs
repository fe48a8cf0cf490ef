using LegalService.Knowledge.LanguageModel;

namespace LegalService.Knowledge.Tests.LanguageModel;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("我叫巴特尔，老板欠我工资", "我叫〔姓名甲〕，老板欠我工资")]
    [InlineData("我叫王小明今年四十了", "我叫〔姓名甲〕今年四十了")]
    [InlineData("姓名：其其格 电话 13900000001", "姓名:〔姓名甲〕 电话 〔电话甲〕")]
    [InlineData("老板叫王强，王强不给钱", "老板叫〔姓名甲〕,〔姓名甲〕不给钱")]
    [InlineData("身份证110101199003078515的", "身份证〔证件号甲〕的")]
    [InlineData("身份证11010119900307851X", "身份证〔证件号甲〕")]
    [InlineData("卡号6222 0200 1234 5678 901，两张 6222020012345678902", "卡号〔卡号甲〕,两张 〔卡号乙〕")]
    [InlineData("打139-0000-0001或者0476-8812345", "打〔电话甲〕或者〔电话乙〕")]
    [InlineData("一三九零零零零零零零一", "〔号码甲〕")]
    [InlineData("发到 a.b@example.com 吧", "发到 〔邮箱甲〕 吧")]
    [InlineData("车牌蒙D12345撞了我", "车牌〔车牌甲〕撞了我")]
    [InlineData("我住克什克腾旗经棚镇人民路12号3单元501室", "我住〔地址甲〕")]
    [InlineData("１３９０００００００１", "〔电话甲〕")]
    public void What_tells_who_somebody_is_is_replaced(string text, string masked) =>
        Assert.Equal(masked.Normalize(System.Text.NormalizationForm.FormKC), new PersonalData().Mask(text));

    [Theory]
    [InlineData("民法典第一千零七十九条怎么说")]
    [InlineData("欠我138000元,三年了,2023年5月1日借的")]
    [InlineData("赔120万元合理吗")]
    [InlineData("老板叫我加班")]
    [InlineData("我叫他还钱他不还")]
    [InlineData("打12348能问什么")]
    [InlineData("旗里的法院在哪")]
    [InlineData("2600000元的房子怎么分")]
    public void What_is_none_stays(string text) => Assert.Equal(text, new PersonalData().Mask(text));

    [Fact]
    public void The_placeholders_tell_what_they_stand_for()
    {
        var personal = new PersonalData();

        personal.Mask("我叫巴特尔，电话13900000001，他的电话13900000002");

        Assert.Equal(
            [("〔姓名甲〕", "巴特尔"), ("〔电话甲〕", "13900000001"), ("〔电话乙〕", "13900000002")],
            personal.Placeholders.OrderBy(pair => pair.Value.Length).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }
}
