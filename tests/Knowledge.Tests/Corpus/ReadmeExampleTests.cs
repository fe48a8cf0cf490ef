using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

/// <summary>Who copies the example of a README gets exactly what the README says it means.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_example_of_the_statutes_README_loads_exactly()
    {
        using var folder = new CorpusFolder().Write("statutes/例.md", Example("statutes"));

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        var file = Assert.Single(corpus.Notes);
        Assert.Equal("劳动合同法", file.Law);
        Assert.Equal("中华人民共和国劳动合同法", file.Title);
        Assert.Equal("全国人民代表大会常务委员会", file.Issuer);
        Assert.Equal(new DateOnly(2012, 12, 28), file.Passed);
        Assert.Equal(new DateOnly(2013, 7, 1), file.InForceFrom);
        Assert.Null(file.InForceTo);
        Assert.Equal(98, file.ArticleCount);
        Assert.Equal(["劳动合同"], file.Aliases);
        Assert.Equal("statutes/例.md", file.File);
        var note = Assert.Single(file.Notes);
        Assert.Equal(new ArticleNumber(47), note.Number);
        Assert.Equal("经济补偿怎么算", note.Caption);
        Assert.Equal(
            "单位依法要给补偿时，按你在本单位干的年头算：满一年给一个月工资；六个月以上不满一年的，按一年算；不满六个月的，给半个月工资。"
            + "月工资是离开前十二个月的平均数。工资高过当地上年度职工月平均工资三倍的，只按三倍算，最多算十二年。",
            note.Gist);
        Assert.Equal(["干了三年半被辞退能赔几个月工资", "老板不要我了补偿咋算", "我在厂里七个月他们让我走给多少钱"], note.Questions);
        Assert.Equal(["经济补偿", "N+1", "辞退赔钱"], note.Tags);
        Assert.Equal(11, note.Line);
    }

    [Fact]
    public async Task The_example_of_the_FAQ_README_loads_exactly()
    {
        using var folder = new CorpusFolder().Write("faq/例.md", Example("faq"));

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        var entry = Assert.Single(corpus.Faq);
        Assert.Equal("wages-unpaid", entry.Id);
        Assert.Equal("工资和欠薪", entry.Topic);
        Assert.Equal("老板拖欠工资不给怎么办", entry.Question);
        Assert.Equal(["干完活老板不发钱咋整", "工地欠薪半年要不回来", "公司两个月没发工资了"], entry.OtherWays);
        Assert.StartsWith("工资要按月足额发，拖欠是违法的。", entry.Answer, StringComparison.Ordinal);
        Assert.EndsWith("也可以申请劳动仲裁，仲裁不收费。", entry.Answer, StringComparison.Ordinal);
        Assert.Equal(3, entry.Steps.Count);
        Assert.Equal("收好证据：合同、考勤、工资条、转账、聊天记录、工友的话。", entry.Steps[0]);
        Assert.Equal("打 12333，或到县劳动监察大队投诉。", entry.Steps[1]);
        Assert.Equal(["身份证", "劳动合同或能证明干活的东西"], entry.Papers);
        Assert.Equal(["离职后一年内申请仲裁；还在职的，欠薪不受一年限制。"], entry.TimeLimits);
        Assert.Equal(["县劳动监察大队、劳动人事争议仲裁委员会"], entry.Places);
        Assert.Equal(["劳动仲裁不收费"], entry.Costs);
        Assert.Equal(
            [new ArticleKey("劳动合同法", new ArticleNumber(30)), new ArticleKey("劳动争议调解仲裁法", new ArticleNumber(27))], entry.Citations);
        Assert.Equal(["legal-aid", "12333"], entry.Services);
        Assert.Equal(("faq/例.md", 5), (entry.File, entry.Line));
    }

    [Fact]
    public async Task The_example_of_the_lexicon_README_loads_exactly()
    {
        using var folder = new CorpusFolder().Write("lexicon/例.md", Example("lexicon"));

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.Equal(
            [("炒鱿鱼", "解除劳动合同", false, 0.8), ("工钱", "劳动报酬", false, 0.7), ("老板", "用人单位", false, 0.3)],
            corpus.Lexicon.Select(entry => (entry.Lay, Assert.Single(entry.Terms), entry.BothWays, entry.Weight)));
    }

    [Fact]
    public async Task The_shipped_corpus_loads_without_a_problem()
    {
        var corpus = await CorpusFolder.ReadAsync(Path.Combine(CorpusFolder.Repository, "corpus"));

        Assert.Empty(corpus.Problems);
        Assert.NotNull(corpus.Answers);
        Assert.NotEmpty(corpus.Answers.Dangers);
        Assert.NotEmpty(corpus.Answers.SmallTalk);
        Assert.NotEmpty(corpus.Answers.Hotlines);
        Assert.NotEmpty(corpus.Ranking.Features);
        Assert.Equal(corpus.Faq.Count, corpus.Faq.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_phone_and_service_that_the_shipped_answers_name_is_known()
    {
        var corpus = await CorpusFolder.ReadAsync(Path.Combine(CorpusFolder.Repository, "corpus"));

        var hotlines = corpus.Answers!.Hotlines.Select(hotline => hotline.Number).ToHashSet();
        Assert.Contains("12348", hotlines);
        Assert.All(corpus.Answers.Dangers, rule => Assert.NotEmpty(rule.Phones));
        Assert.All(corpus.Answers.Dangers.SelectMany(rule => rule.Phones), phone => Assert.Contains(phone, hotlines));
        Assert.All(
            corpus.Faq.SelectMany(entry => entry.Services),
            service => Assert.True(hotlines.Contains(service) || corpus.Answers.Outcomes.Services.ContainsKey(service), service));
    }

    /// <summary>The first fenced block of a README.</summary>
    private static string Example(string kind)
    {
        var lines = File.ReadAllLines(Path.Combine(CorpusFolder.Repository, "corpus", kind, "README.md"));
        var example = lines.SkipWhile(line => line != "```markdown").Skip(1).TakeWhile(line => line != "```").ToList();
        Assert.NotEmpty(example);
        return string.Join('\n', example) + "\n";
    }
}
