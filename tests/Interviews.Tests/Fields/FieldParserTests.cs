using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Fields;

public sealed class FieldParserTests
{
    private const string Options = """
        options: [{ value: wages, label: 欠工钱（工资）, also: [欠薪, 讨薪] }, { value: injury, label: 受伤要赔偿 }, { value: support, label: 要抚养费、赡养费 }, { value: none, label: 都不是 }]
        """;

    private const string Several = "options: [{ value: socialAid, label: 低保户 }, { value: disabled, label: 残疾人 }, { value: veteran, label: 退伍军人 }, { value: none, label: 都没有, alone: true }]";

    [Theory]
    [InlineData("3500", "3500")]
    [InlineData("3500元", "3500")]
    [InlineData("３５００元", "3500")]
    [InlineData("¥3,500.00", "3500")]
    [InlineData("三千五", "3500")]
    [InlineData("三千五百块", "3500")]
    [InlineData("三千五百块钱", "3500")]
    [InlineData("3千5", "3500")]
    [InlineData("1.5万", "15000")]
    [InlineData("一万二", "12000")]
    [InlineData("1万2", "12000")]
    [InlineData("1万2千元", "12000")]
    [InlineData("两万三千", "23000")]
    [InlineData("一万零五百", "10500")]
    [InlineData("一万零五十", "10050")]
    [InlineData("十五块", "15")]
    [InlineData("二十万", "200000")]
    [InlineData("一百二", "120")]
    [InlineData("一百零二", "102")]
    [InlineData("一亿两千万", "120000000")]
    [InlineData("人民币叁仟伍佰元整", "3500")]
    [InlineData("五块五", "5.5")]
    [InlineData("五块五毛", "5.5")]
    [InlineData("3元5角2分", "3.52")]
    [InlineData("八毛", "0.8")]
    [InlineData("大概三千左右", "3000")]
    [InlineData("三千多块", "3000")]
    [InlineData("欠我8000块钱。", "8000")]
    [InlineData("三五〇〇", "3500")]
    [InlineData("0", "0")]
    public void Sums_are_read_as_people_say_them(string text, string sum)
    {
        AssertValue(sum, Sample.Field("money"), text);
    }

    [Theory]
    [InlineData("很多")]
    [InlineData("几千")]
    [InlineData("三四千")]
    [InlineData("3,50")]
    [InlineData("万")]
    [InlineData("一千一千")]
    [InlineData("十万千")]
    [InlineData("5百3千")]
    [InlineData("-5")]
    [InlineData("1.2.3")]
    [InlineData("元")]
    [InlineData("3500美元")]
    public void What_is_no_sum_is_asked_again(string text)
    {
        Assert.Equal("money.format", FieldParser.Parse(Sample.Field("money"), text, Sample.Today).Error?.Code);
    }

    // The day is Wednesday, 4 March 2026.
    [Theory]
    [InlineData("2026年3月5号", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("２０２６年３月５日", "2026-03-05")]
    [InlineData("2026-3-5", "2026-03-05")]
    [InlineData("2026/03/05", "2026-03-05")]
    [InlineData("2026.3.5", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("26年3月5号", "2026-03-05")]
    [InlineData("98年3月5号", "1998-03-05")]
    [InlineData("二〇二六年三月五日", "2026-03-05")]
    [InlineData("二零二六年十二月二十三号", "2026-12-23")]
    [InlineData("三月五号", "2026-03-05")]
    [InlineData("3月5号之前", "2026-03-05")]
    [InlineData("3.5", "2026-03-05")]
    [InlineData("去年12月31号", "2025-12-31")]
    [InlineData("明年一月一号", "2027-01-01")]
    [InlineData("下个月5号", "2026-04-05")]
    [InlineData("上个月28号", "2026-02-28")]
    [InlineData("今天", "2026-03-04")]
    [InlineData("明天", "2026-03-05")]
    [InlineData("后天", "2026-03-06")]
    [InlineData("大后天", "2026-03-07")]
    [InlineData("昨天", "2026-03-03")]
    [InlineData("前天下午", "2026-03-02")]
    [InlineData("还有5天", "2026-03-09")]
    [InlineData("还剩五天到期", "2026-03-09")]
    [InlineData("3天后", "2026-03-07")]
    [InlineData("三天前", "2026-03-01")]
    [InlineData("一周内", "2026-03-11")]
    [InlineData("两个月前", "2026-01-04")]
    [InlineData("半年前", "2025-09-04")]
    [InlineData("半个月后", "2026-03-19")]
    [InlineData("下周三", "2026-03-11")]
    [InlineData("这周五", "2026-03-06")]
    [InlineData("上周日", "2026-03-01")]
    [InlineData("星期天", "2026-03-08")]
    [InlineData("礼拜五", "2026-03-06")]
    public void Days_are_read_as_people_say_them(string text, string day)
    {
        AssertValue($"\"{day}\"", Sample.Field("date"), text);
    }

    [Theory]
    [InlineData("12月1号", "fromDays: 0", "2026-12-01")]
    [InlineData("12月1号", "toDays: 0", "2025-12-01")]
    [InlineData("2月1号", "fromDays: 0", "2027-02-01")]
    [InlineData("1号", "fromDays: 0", "2026-04-01")]
    [InlineData("20号", "toDays: 0", "2026-02-20")]
    [InlineData("5天", "fromDays: 0", "2026-03-09")]
    [InlineData("周一", "fromDays: 0", "2026-03-09")]
    public void A_day_without_a_year_lies_where_the_question_looks(string text, string more, string day)
    {
        AssertValue($"\"{day}\"", Sample.Field("date", more), text);
    }

    [Theory]
    [InlineData("2月30号", "date.noSuchDay")]
    [InlineData("13月1号", "date.noSuchDay")]
    [InlineData("2025年2月29日", "date.noSuchDay")]
    [InlineData("农历三月初五", "date.lunar")]
    [InlineData("腊月二十三", "date.lunar")]
    [InlineData("快了", "date.format")]
    [InlineData("3月", "date.format")]
    [InlineData("2026年", "date.format")]
    [InlineData("5", "date.format")]
    [InlineData("99999999天后", "date.format")]
    public void What_is_no_day_is_asked_again(string text, string code)
    {
        Assert.Equal(code, FieldParser.Parse(Sample.Field("date"), text, Sample.Today).Error?.Code);
    }

    [Theory]
    [InlineData("1", "wages")]
    [InlineData("１", "wages")]
    [InlineData("①", "wages")]
    [InlineData("第二个", "injury")]
    [InlineData("选3", "support")]
    [InlineData("欠工钱", "wages")]
    [InlineData("欠工钱（工资）", "wages")]
    [InlineData("讨薪", "wages")]
    [InlineData("我想讨薪", "wages")]
    [InlineData("injury", "injury")]
    [InlineData("受伤", "injury")]
    [InlineData("抚养费", "support")]
    [InlineData("都不是。", "none")]
    public void An_option_is_chosen_by_number_or_words(string text, string value)
    {
        AssertValue($"\"{value}\"", Sample.Field("choice", Options.Trim()), text);
    }

    [Theory]
    [InlineData("欠工钱", "labour")]
    [InlineData("邻居占了我家地界", "land")]
    [InlineData("出了车祸", "injury")]
    public void An_option_that_lists_several_things_is_meant_by_each_of_them(string text, string topic)
    {
        Assert.Equal(topic, FieldParser.Parse(Shipped.Consultation.Interview.Field("topic")!, text, Sample.Today).Value!.Value.GetString());
    }

    [Theory]
    [InlineData("要", "choice.unknown")]
    [InlineData("5", "choice.unknown")]
    [InlineData("0", "choice.unknown")]
    [InlineData("下雨了", "choice.unknown")]
    public void What_fits_no_option_is_asked_again_with_the_list(string text, string code)
    {
        var error = FieldParser.Parse(Sample.Field("choice", Options.Trim()), text, Sample.Today).Error!;

        Assert.Equal(code, error.Code);
        Assert.Contains("1 欠工钱", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1、2", "[\"socialAid\",\"disabled\"]")]
    [InlineData("低保户和残疾人", "[\"socialAid\",\"disabled\"]")]
    [InlineData("3", "[\"veteran\"]")]
    [InlineData("全部", "[\"socialAid\",\"disabled\",\"veteran\"]")]
    [InlineData("都没有", "[\"none\"]")]
    public void Several_options_are_chosen_at_once(string text, string values)
    {
        AssertValue(values, Sample.Field("choices", Several), text);
    }

    [Theory]
    [InlineData("是", "true")]
    [InlineData("是的。", "true")]
    [InlineData("有", "true")]
    [InlineData("嗯嗯", "true")]
    [InlineData("OK", "true")]
    [InlineData("不是", "false")]
    [InlineData("没有", "false")]
    [InlineData("还没", "false")]
    public void Yes_and_no_have_many_words(string text, string value)
    {
        AssertValue(value, Sample.Field("yesNo"), text);
    }

    [Theory]
    [InlineData("phone", "我的电话是138 0013 8000", "\"13800138000\"")]
    [InlineData("phone", "１３８００１３８０００", "\"13800138000\"")]
    [InlineData("idNumber", "身份证号：11010519491231002x", "\"11010519491231002X\"")]
    [InlineData("name", "我叫斯琴•巴特尔", "\"斯琴·巴特尔\"")]
    [InlineData("text", "不知道", "\"不知道\"")]
    [InlineData("longText", "他把我打了。", "\"他把我打了。\"")]
    [InlineData("address", "内蒙古锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇哈日阿图嘎查3号", "{\"province\":\"内蒙古\",\"city\":\"锡林郭勒盟\",\"county\":\"西乌珠穆沁旗\",\"township\":\"巴拉嘎尔高勒镇\",\"village\":\"哈日阿图嘎查\",\"detail\":\"3号\"}")]
    [InlineData("address", "锡林浩特市希日塔拉街道", "{\"county\":\"锡林浩特市\",\"township\":\"希日塔拉街道\"}")]
    public void Other_answers_lose_what_leads_up_to_them(string type, string text, string value)
    {
        AssertValue(value, Sample.Field(type), text);
    }

    [Fact]
    public void An_address_may_begin_with_the_township_where_the_question_does()
    {
        AssertValue("{\"township\":\"浩勒图高勒镇\",\"village\":\"洪格尔嘎查\"}", Sample.Field("address", "from: township"), "我家住在浩勒图高勒镇洪格尔嘎查");
    }

    [Theory]
    [InlineData("date", "unknown: 不知道", "记不清了", "{\"unknown\":true}")]
    [InlineData("idNumber", "unknown: 没有身份证", "没有身份证", "{\"unknown\":true}")]
    [InlineData("text", "required: false", "跳过", "null")]
    [InlineData("phone", "required: false", "没有", "null")]
    public void Not_knowing_and_skipping_have_words(string type, string more, string text, string value)
    {
        AssertValue(value, Sample.Field(type, more), text);
    }

    [Fact]
    public void Numbers_count_the_options_as_they_were_shown()
    {
        var field = Sample.Field("choice", Options.Trim());

        var parsed = FieldParser.Parse(field, "1", Sample.Today, [.. field.Options.Skip(1)]);

        Assert.Equal("injury", parsed.Value!.Value.GetString());
    }

    private static void AssertValue(string json, FieldDefinition field, string text)
    {
        var parsed = FieldParser.Parse(field, text, Sample.Today);

        Assert.True(parsed.Error is null, $"{text}: {parsed.Error}");
        Assert.True(JsonElement.DeepEquals(Sample.Json(json), parsed.Value!.Value), $"{text}: {parsed.Value.Value.GetRawText()}");
    }
}
