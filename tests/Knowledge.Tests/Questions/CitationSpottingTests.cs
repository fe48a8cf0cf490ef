using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Tests.Questions;

public sealed class CitationSpottingTests
{
    private static readonly string[] Laws =
    [
        "民法典", "劳动合同法", "劳动法", "刑法", "消费者权益保护法", "最高人民法院关于适用民法典婚姻家庭编的解释（一）", "关于加强水井管理的三十条规定",
        "国有土地上房屋征收与补偿条例",
    ];

    private static readonly QuestionAnalyzer Analyzer = new(
        Laws.Select(law => new LawEntry(law, law, law switch
        {
            "消费者权益保护法" => [law, "消法", "消费者法"],
            "最高人民法院关于适用民法典婚姻家庭编的解释（一）" => [law, "民法典婚姻家庭编解释（一）", "婚姻家庭编解释一"],
            _ => [law],
        }, null, false)),
        []);

    [Theory]
    [InlineData("民法典1079条", "民法典", 1079, 0)]
    [InlineData("民法典 1079 条", "民法典", 1079, 0)]
    [InlineData("民法典第1079条", "民法典", 1079, 0)]
    [InlineData("民法典１０７９条", "民法典", 1079, 0)]
    [InlineData("《劳动合同法》第四十七条", "劳动合同法", 47, 0)]
    [InlineData("《中华人民共和国劳动合同法》第四十七条", "劳动合同法", 47, 0)]
    [InlineData("中华人民共和国劳动合同法第四十七条", "劳动合同法", 47, 0)]
    [InlineData("《劳动合同法》（2012年修正）第四十七条", "劳动合同法", 47, 0)]
    [InlineData("劳动合同法里的第四十七条是啥", "劳动合同法", 47, 0)]
    [InlineData("劳动合同法47", "劳动合同法", 47, 0)]
    [InlineData("劳动合同法四十七", "劳动合同法", 47, 0)]
    [InlineData("劳动法47条", "劳动法", 47, 0)]
    [InlineData("刑法第一百二十条之一", "刑法", 120, 1)]
    [InlineData("刑法120条之一", "刑法", 120, 1)]
    [InlineData("刑法第120条之1", "刑法", 120, 1)]
    [InlineData("刑法第二百八十七条之二怎么判", "刑法", 287, 2)]
    [InlineData("民法典第一千零七十九条第三款", "民法典", 1079, 0)]
    [InlineData("民法典1079条3款", "民法典", 1079, 0)]
    [InlineData("2021年的民法典第五条", "民法典", 5, 0)]
    [InlineData("消法五十五条", "消费者权益保护法", 55, 0)]
    [InlineData("消费者法第55条赔多少", "消费者权益保护法", 55, 0)]
    [InlineData("最高人民法院关于适用民法典婚姻家庭编的解释（一）第二条", "最高人民法院关于适用民法典婚姻家庭编的解释（一）", 2, 0)]
    [InlineData("民法典婚姻家庭编解释(一)第二条", "最高人民法院关于适用民法典婚姻家庭编的解释（一）", 2, 0)]
    [InlineData("婚姻家庭编解释一第二条", "最高人民法院关于适用民法典婚姻家庭编的解释（一）", 2, 0)]
    [InlineData("国有土地上房屋征收与补偿条例第八条", "国有土地上房屋征收与补偿条例", 8, 0)]
    [InlineData("关于加强水井管理的三十条规定第五条", "关于加强水井管理的三十条规定", 5, 0)]
    public void One_article_is_spotted_however_it_is_written(string question, string law, int number, int suffix)
    {
        var analyzed = Analyzer.Analyze(question);

        var citation = Assert.Single(analyzed.Citations);
        Assert.Equal((law, new ArticleNumber(number, suffix)), (citation.Law, citation.Number));
        Assert.Contains(law, analyzed.Laws);
    }

    [Theory]
    [InlineData("民法典2021年开始施行的吗")]
    [InlineData("民法典二〇二一年")]
    [InlineData("民法典")]
    [InlineData("民法典第一编")]
    [InlineData("民法典第十二章讲什么")]
    [InlineData("劳动合同法15天不签")]
    [InlineData("劳动合同法30日通知")]
    [InlineData("劳动合同法20人以上裁员")]
    [InlineData("劳动合同法12个月工资")]
    [InlineData("劳动合同法10名工人")]
    [InlineData("刑法18周岁")]
    [InlineData("刑法50克")]
    [InlineData("刑法20倍")]
    [InlineData("刑法100%")]
    [InlineData("消法500块")]
    [InlineData("民法典婚姻家庭编解释（一）")]
    [InlineData("关于加强水井管理的三十条规定")]
    public void A_law_followed_by_another_number_names_no_article(string question)
    {
        var analyzed = Analyzer.Analyze(question);

        Assert.Empty(analyzed.Citations);
        Assert.Single(analyzed.Laws);
    }

    [Theory]
    [InlineData("第四十七条", 47)]
    [InlineData("47条是什么", 47)]
    [InlineData("请问第四十七条怎么说", 47)]
    public void An_article_without_a_law_is_spotted_as_that(string question, int number)
    {
        var citation = Assert.Single(Analyzer.Analyze(question).Citations);

        Assert.Null(citation.Law);
        Assert.Equal("", citation.NameAsWritten);
        Assert.Equal(new ArticleNumber(number), citation.Number);
    }

    [Theory]
    [InlineData("《水车法》第三条", "水车法")]
    [InlineData("《三十条规定》第三条", "三十条规定")]
    [InlineData("请问水车条例第三条", "水车条例")]
    public void An_article_of_a_law_nobody_knows_keeps_the_name_as_written(string question, string name)
    {
        var citation = Assert.Single(Analyzer.Analyze(question).Citations);

        Assert.Equal((null, name, new ArticleNumber(3)), (citation.Law, citation.NameAsWritten, citation.Number!.Value));
    }

    [Theory]
    [InlineData("民法典第0条")]
    [InlineData("民法典第99999条")]
    [InlineData("民法典第零条")]
    public void A_number_that_no_article_can_have_is_spotted_as_that(string question)
    {
        var citation = Assert.Single(Analyzer.Analyze(question).Citations);

        Assert.Equal(("民法典", null), (citation.Law, citation.Number));
    }

    [Fact]
    public void Several_articles_of_several_laws_each_keep_their_law()
    {
        var analyzed = Analyzer.Analyze("劳动合同法第47条和刑法第一百二十条之一哪个管");

        Assert.Equal(
            [("劳动合同法", new ArticleNumber(47)), ("刑法", new ArticleNumber(120, 1))],
            analyzed.Citations.Select(citation => (citation.Law, citation.Number!.Value)));
        Assert.Equal(["劳动合同法", "刑法"], analyzed.Laws);
        Assert.Equal("和 哪个管", Normalizer.Normalize(analyzed.Rest));
    }

    [Property(MaxTest = 1000)]
    public Property Every_article_number_is_spotted_in_a_sentence_in_both_forms() => Prop.ForAll(
        Gen.Choose(1, 2000).ToArbitrary(),
        Gen.Elements("{0}", "我想问{0}怎么说", "请问一下，{0}是啥意思？", "2024年了还按{0}吗", "律师说{0}第二款第三项").ToArbitrary(),
        Gen.Elements("民法典第{0}条", "《民法典》第{0}条", "民法典{0}条", "《中华人民共和国民法典》第 {0} 条").ToArbitrary(),
        (number, sentence, citation) =>
        {
            foreach (var form in new[] { number.ToString(CultureInfo.InvariantCulture), ChineseNumerals.Format(number) })
            {
                var question = string.Format(CultureInfo.InvariantCulture, sentence, string.Format(CultureInfo.InvariantCulture, citation, form));
                var spotted = Assert.Single(Analyzer.Analyze(question).Citations);
                Assert.Equal(("民法典", new ArticleNumber(number)), (spotted.Law, spotted.Number!.Value));
            }
        });
}
