using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Checking;

public sealed class NumberFactsTests
{
    [Theory]
    [InlineData("30日", "三十日", "30天", "３０日", "30 日", "三十天")]
    [InlineData("6月", "六个月", "6个月", "６个月")]
    [InlineData("2年", "二年", "两年", "2年", "2个年度")]
    [InlineData("15日", "十五日", "15个工作日", "15工作日")]
    [InlineData("24小时", "二十四小时", "24小时", "24个小时")]
    [InlineData("18岁", "十八周岁", "18岁", "18周岁")]
    [InlineData("5000元", "五千元", "5000元", "5,000元", "5000块钱", "5000.00元")]
    [InlineData("10000元", "一万元", "1万元", "10000元", "10,000元", "1.0万元")]
    [InlineData("200000000元", "二亿元", "2亿元")]
    [InlineData("1250元", "一千二百五十元", "1250元")]
    [InlineData("3倍", "三倍", "3倍")]
    [InlineData("20人", "二十人", "20人", "20名", "20个人")]
    [InlineData("0.2份额", "百分之二十", "20%", "２０％", "五分之一", "5分之1", "20.0%")]
    [InlineData("0.5份额", "百分之五十", "50%", "二分之一")]
    [InlineData("0.005份额", "千分之五", "0.5%")]
    [InlineData("0.0005份额", "万分之五", "0.05%")]
    [InlineData("1.5份额", "百分之一百五十", "150%")]
    [InlineData("0.5年", "半年", "0.5年")]
    [InlineData("0.5月", "半个月", "0.5个月")]
    [InlineData("0.5日", "半天", "半日")]
    [InlineData("3.5年", "三年半", "3年半", "3.5年")]
    [InlineData("1.5月", "一个半月", "1个半月", "1.5个月")]
    [InlineData("2.5小时", "两个半小时", "2.5小时")]
    public void The_same_number_is_the_same_fact_however_it_is_written(string fact, params string[] ways) =>
        Assert.All(ways, way => Assert.Equal([fact], NumberFacts.In($"要在{way}以内").Select(found => found.ToString())));

    [Theory]
    [InlineData("三十日", "三十个月")]
    [InlineData("三十日", "三十一日")]
    [InlineData("三年", "三年半")]
    [InlineData("百分之五", "千分之五")]
    [InlineData("千分之五", "万分之五")]
    [InlineData("三分之一", "三分之二")]
    [InlineData("半年", "一年")]
    [InlineData("500元", "500万元")]
    public void Different_numbers_are_different_facts(string first, string second) =>
        Assert.NotEqual(Assert.Single(NumberFacts.In(first)), Assert.Single(NumberFacts.In(second)));

    [Theory]
    [InlineData("一次也没有")]
    [InlineData("有一人在")]
    [InlineData("同一级")]
    [InlineData("几年前的半价商品")]
    [InlineData("一般来说，万一下雨")]
    [InlineData("0分之5")]
    [InlineData("")]
    public void Words_that_only_look_like_numbers_are_no_facts(string text) => Assert.Empty(NumberFacts.In(text));

    [Fact]
    public void Every_fact_of_a_text_stands_once_in_order() => Assert.Equal(
        ["30日", "500元", "0.2份额", "3年"], NumberFacts.In("三十日内赔500元，另加百分之二十；30天后再加五百元，三年为限。").Select(fact => fact.ToString()));

    [Theory]
    [InlineData("打了三个月半价", "3月")]
    [InlineData("不满六个月半个月工资", "6月", "0.5月")]
    [InlineData("超过一年半年内", "1年", "0.5年")]
    public void A_half_that_begins_another_word_is_not_added(string text, params string[] facts) =>
        Assert.Equal(facts, NumberFacts.In(text).Select(fact => fact.ToString()));

    [Property(MaxTest = 1000)]
    public Property Every_number_is_the_same_fact_in_Chinese_and_in_digits() => Prop.ForAll(
        Gen.Choose(2, 9_999_999).ToArbitrary(), Gen.Elements("日", "年", "元", "倍", "个月", "小时", "岁", "公里").ToArbitrary(), (number, unit) =>
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            var fact = Assert.Single(NumberFacts.In($"要{digits}{unit}。"));
            Assert.Equal(number, fact.Value);
            Assert.Equal(fact, Assert.Single(NumberFacts.In($"要{ChineseNumerals.Format(number)}{unit}。")));
        });

    [Property(MaxTest = 1000)]
    public Property No_text_breaks_it() => Prop.ForAll(
        AnyText.Of(500).ToArbitrary(), text => Assert.Equal(NumberFacts.In(text).Count, NumberFacts.In(text).Distinct().Count()));
}
