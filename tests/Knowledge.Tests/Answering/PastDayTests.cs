using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

/// <summary>水车法 was amended in 2010, 2020 and 2030; 旧井条例 was repealed by 水车法 in 2010.</summary>
public sealed class PastDayTests
{
    private static readonly Statute Wheels = Statutes.Of(
        "水车法",
        Statutes.Version("水车法", Statutes.Day(2010), Statutes.Day(2019, 12, 31), "水车归村里。", "水车坏了由村里修，给三十元。", "水车每天上油。"),
        Statutes.Version("水车法", Statutes.Day(2020), Statutes.Day(2029, 12, 31), "水车归村里。", "水车坏了由村里修，给五十元。"),
        Statutes.Version("水车法", Statutes.Day(2030), null, "水车归村里。", "水车坏了由村里修，给八十元。", "每天上油。", "水车要上牌。"));

    private static readonly Statute OldWells = Statutes.Of(
        "旧井条例", Statutes.Version("旧井条例", Statutes.Day(1990), Statutes.Day(2009, 12, 31), "轱辘坏了由会计修。") with { RepealedBy = "水车法" });

    [Fact]
    public async Task Today_the_version_in_force_today_answers_without_further_words()
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("水车坏了给多少钱");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.StartsWith("《水车法》第二条规定：“水车坏了由村里修，给五十元。”", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("核对", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2015, "三十元")]
    [InlineData(2020, "五十元")]
    [InlineData(2031, "八十元")]
    public async Task As_of_another_day_the_version_of_that_day_answers_and_says_so(int year, string sum)
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("水车坏了给多少钱", Statutes.Day(year, 3, 4));

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.StartsWith($"按{year}年3月4日的法律来说。\n《水车法》第二条规定", answer.Text, StringComparison.Ordinal);
        Assert.Contains(sum, answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Citations, citation => Assert.True(citation.Entry.IsInForce(Statutes.Day(year, 3, 4))));
    }

    [Fact]
    public async Task A_named_article_as_of_another_day_is_that_days_and_says_so()
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("水车法第二条", Statutes.Day(2015));

        Assert.Equal((AnswerOutcome.Article, "按2015年1月1日的法律来说。\n《水车法》第二条：水车坏了由村里修，给三十元。"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task A_repealed_article_is_named_as_that_with_the_law_that_came_after()
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("旧井条例第一条");

        Assert.Equal((AnswerOutcome.NotInForce, "《旧井条例》第一条到2009年12月31日为止，被《水车法》代替。"), (answer.Outcome, answer.Text));
        Assert.Equal(CitationStatus.Repealed, Assert.Single(answer.Citations).Status);
    }

    [Fact]
    public async Task An_article_that_an_amendment_dropped_is_named_as_that()
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("水车法第三条");

        Assert.Equal((AnswerOutcome.NotInForce, "《水车法》第三条到2019年12月31日为止，被新的版本代替。"), (answer.Outcome, answer.Text));
        Assert.Equal(CitationStatus.Amended, Assert.Single(answer.Citations).Status);
    }

    [Fact]
    public async Task An_article_that_will_be_in_force_later_is_named_as_that()
    {
        using var folder = await FolderAsync();

        var answer = (await folder.AnswererAsync()).Ask("水车法第四条");

        Assert.Equal((AnswerOutcome.NotInForce, "《水车法》第四条从2030年1月1日起才施行。"), (answer.Outcome, answer.Text));
        Assert.Equal(CitationStatus.NotYetInForce, Assert.Single(answer.Citations).Status);
    }

    [Fact]
    public async Task Before_the_first_version_nothing_of_the_law_is_cited()
    {
        using var folder = await FolderAsync();
        var answerer = await folder.AnswererAsync();

        Assert.Equal("《水车法》第一条从2010年1月1日起才施行。", answerer.Ask("水车法第一条", Statutes.Day(2009)).Text);
        Assert.DoesNotContain(answerer.Ask("水车坏了给多少钱", Statutes.Day(2009)).Citations, citation => citation.Entry.Key.Law == "水车法");
    }

    [Fact]
    public async Task A_repealed_law_answers_only_for_its_own_time()
    {
        using var folder = await FolderAsync();
        var answerer = await folder.AnswererAsync();

        Assert.DoesNotContain(answerer.Ask("轱辘坏了由谁修").Citations, citation => citation.Entry.Key.Law == "旧井条例");
        Assert.Contains("由会计修", answerer.Ask("轱辘坏了由谁修", Statutes.Day(2005)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_FAQ_answer_that_rests_on_changed_wording_says_so()
    {
        using var folder = await CorpusFolder.Sample().WithFullTextAsync(Statutes.Of(
            "水井法",
            Statutes.Version("水井法", Statutes.Day(2020, 5), Statutes.Day(2023, 12, 31), "甲。", "乙。", "打水二十桶。", "赔五百元。"),
            Statutes.Version("水井法", Statutes.Day(2024), null, "甲。", "乙。", "打水三十桶。", "赔五百元。")));

        var answer = (await folder.AnswererAsync()).Ask("邻居把井填了我没水吃怎么办");

        Assert.Equal(AnswerSource.Faq, answer.Source);
        Assert.EndsWith("\n法律改过，说明没有核对。\n这是法律信息。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_was_never_loaded_is_no_sign_of_change()
    {
        using var folder = CorpusFolder.Sample()
            .Write("faq/水井.md", SampleTexts.WellFaq.Replace("- 水井法 第四条", "- 水井法 第五十条", StringComparison.Ordinal));

        var answer = (await folder.AnswererAsync()).Ask("邻居把井填了我没水吃怎么办");

        Assert.Equal(["《水井法》第三条"], answer.Cited());
        Assert.DoesNotContain("没有核对", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_FAQ_answer_whose_articles_have_all_fallen_is_not_given()
    {
        using var folder = await CorpusFolder.Sample().WithFullTextAsync(Statutes.Of(
            "水井法", Statutes.Version("水井法", Statutes.Day(2020, 5), Statutes.Day(2023, 12, 31), "甲。", "乙。", "打水二十桶。", "赔五百元。")));

        var answer = (await folder.AnswererAsync()).Ask("邻居把井填了我没水吃怎么办");

        Assert.Equal(AnswerOutcome.NoAnswer, answer.Outcome);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task The_exact_text_of_an_earlier_version_needs_no_warning()
    {
        using var folder = await CorpusFolder.Sample().WithFullTextAsync(Statutes.Of(
            "水井法",
            Statutes.Version("水井法", Statutes.Day(2010), Statutes.Day(2020, 4, 30), "甲。", "乙。", "丙。", "井水弄脏了赔一百元。"),
            Statutes.Version("水井法", Statutes.Day(2020, 5), null, "甲。", "乙。", "丙。", "井水弄脏了赔五百元。")));
        File.Delete(Path.Combine(folder.Path, "faq", "水井.md"));

        var answer = (await folder.AnswererAsync()).Ask("井水弄脏了赔多少", Statutes.Day(2015));

        Assert.Contains("《水井法》第四条规定：“井水弄脏了赔一百元。”", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有核对", answer.Text, StringComparison.Ordinal);
    }

    private static Task<CorpusFolder> FolderAsync() => new CorpusFolder().WriteAnswers().WithFullTextAsync(Wheels, OldWells);
}
