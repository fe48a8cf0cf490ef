using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Checking;

/// <summary>Each rule finds its planted mistake and passes the sound text.</summary>
public sealed class RuleTests
{
    private static readonly ArticleKey First = new("水井法", new ArticleNumber(1));

    [Theory]
    [InlineData("挖井三年以上的，发给证书。", "挖了三年以上就有证书。", "挖了超过三年就有证书。")]
    [InlineData("挖井三年以上的，发给证书。", "至少挖三年才有证书。", "最多挖三年才有证书。")]
    [InlineData("挖井不少于三年的，发给证书。", "挖3年以上有证书。", "挖3年以内有证书。")]
    [InlineData("挖井满三年的，发给证书。", "挖了至少三年有证书。", "挖了超过三年有证书。")]
    [InlineData("井深不超过十米的，不用申请。", "井深最多十米，不用申请。", "井深不满十米，不用申请。")]
    [InlineData("井深十米以下的，不用申请。", "井深不能超过10米，才不用申请。", "井深不到10米，才不用申请。")]
    [InlineData("井深不满十米的，不用申请。", "井深不到十米，不用申请。", "井深十米以下，不用申请。")]
    [InlineData("井深超过十米的，应当申请。", "井深超过十米要申请。", "井深十米以上要申请。")]
    [InlineData("应当在三十日以内申请。", "要在30天内申请。", "要在至少30天后申请。")]
    [InlineData("应当在三十日内申请。", "超过三十天申请就不行。", "不满三十天申请不行。")]
    [InlineData("罚款不得低于成本的百分之二十。", "至少罚百分之二十。", "最多罚20%。")]
    [InlineData("处一百元以上五百元以下罚款。", "罚一百元以上五百元以下。", "罚一百元以上，超过五百元以上的另算。")]
    public void Comparators_are_kept_apart(string article, string sound, string wrong)
    {
        Assert.DoesNotContain("check.comparator", Note(article, sound).Codes());
        Assert.Contains("check.comparator", Note(article, wrong).Codes());
    }

    [Theory]
    [InlineData("申请的期限为三十日。", "最多三十天。")]
    [InlineData("未成年人是指不满十八周岁的人。已满十八周岁的为成年人。", "十八周岁以上是成年人。")]
    [InlineData("二人以上共同挖井的，共同负责。", "两个人以上一起挖，一起负责。")]
    [InlineData("超过的，处二百元罚款；不足二百元的不罚。", "超过的罚二百元。")]
    [InlineData("超过部分的百分之二十归村里，不足百分之二十的不归。", "超过部分的百分之二十归村里。")]
    [InlineData("最高时速低于七十公里的，不得上路。", "最快不到七十公里的不能上路。")]
    [InlineData("井深二十米的，申请。", "井深二十米要申请，三十米不超过五天。")]
    public void A_comparator_that_the_article_does_not_speak_against_is_passed(string article, string gist) =>
        Assert.DoesNotContain("check.comparator", Note(article, gist).Codes());

    [Fact]
    public void The_comparators_of_an_FAQ_entry_are_held_against_all_that_it_cites()
    {
        var bench = Note("井深十米以上的，申请。", "深的要申请。");

        Assert.DoesNotContain("check.comparator", bench.Faq("sound", "至少十米要申请。", First).Codes());
        Assert.Contains("sound2：写的是“超过” 10米", bench.Faq("sound2", "超过十米要申请。", First).Check().Single(p => p.Code == "check.comparator").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_the_article_does_not_have_is_found()
    {
        Assert.Contains("check.number", Note("井深十米的，申请。", "井深12米要申请。").Codes());
        Assert.DoesNotContain("check.number", Note("井深十米的，申请。", "井深10米要申请。").Codes());
    }

    [Fact]
    public void A_version_that_the_full_text_is_too_old_to_have_is_named_and_not_held_against_the_old_one()
    {
        var problem = Assert.Single(new CheckBench().Law("水井法", ["井深十米的，申请。"]).NewerNote("水井法", 1, "井深十二米要申请。").Check());

        Assert.Equal(("check.olderFullText", ProblemSeverity.Warning), (problem.Code, problem.Severity));
    }

    [Fact]
    public void An_FAQ_entry_on_such_a_version_is_held_against_the_note()
    {
        var bench = new CheckBench().Law("水井法", ["井深十米的，申请。"]).NewerNote("水井法", 1, "井深十二米要申请。").NewerNote("水车法", 1, "水车归全村。");

        Assert.DoesNotContain(bench.Faq("sound", "十二米深的井要申请。", First).Check(), problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(["check.number"], bench.Faq("wrong", "十米的井要申请。", First).Check().Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code));
    }

    [Fact]
    public void Five_or_six_is_not_fifty_six() => Assert.DoesNotContain("check.number", Note("井深五级、六级的，申请。", "五六级的要申请。").Codes());

    [Theory]
    [InlineData("井归两个人一起用。", false)]
    [InlineData("两个人以上一起用。", true)]
    public void Two_people_are_a_couple_unless_they_are_counted(string gist, bool counted) =>
        Assert.Equal(counted, Note("夫妻共同使用。", gist).Codes().Contains("check.number"));

    [Fact]
    public void A_copied_passage_is_found()
    {
        var article = "在村里公用的水井旁边堆放柴草农具等各种杂物并且妨碍别人打水的人应当自己动手清走这些东西。";
        Assert.Contains("check.verbatim", Note(article, article).Codes());
        Assert.DoesNotContain("check.verbatim", Note(article, "井边堆东西挡了人，自己清走。").Codes());
    }

    [Fact]
    public void The_same_question_under_two_articles_is_found_however_it_is_written()
    {
        var bench = new CheckBench().Law("水井法", ["盖。", "绳。"]).Note("水井法", 1, "盖。", "井没盖咋办", "盖子呢").Note("水井法", 2, "绳。", "井 没盖，咋办？", "绳子呢");

        var problem = Assert.Single(bench.Check());

        Assert.Equal(("check.sameQuestion", "statutes/水井法.md", 2), (problem.Code, problem.File, problem.Line));
        Assert.Contains("第一条", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_question_under_an_entry_and_the_article_it_cites_is_no_contradiction()
    {
        var bench = new CheckBench().Law("水井法", ["盖。", "绳。"]).Note("水井法", 1, "盖。", "井没盖咋办", "盖子呢").Note("水井法", 2, "绳。");

        Assert.Empty(bench.Faq("cites", "盖上。", First, "井没盖咋办", "盖子没了", "盖丢了").Check());
        Assert.Equal(
            ["check.sameQuestion"],
            bench.Faq("other", "换绳。", new ArticleKey("水井法", new ArticleNumber(2)), "盖子呢", "绳断了", "绳没了").Codes());
    }

    [Fact]
    public void A_long_sentence_is_a_warning_and_no_error()
    {
        var gist = string.Concat(Enumerable.Repeat("打水的人都要排队", 8)) + "。短的没事。";

        var problem = Assert.Single(Note("打水要排队。", gist).Check());

        Assert.Equal(("check.longSentence", ProblemSeverity.Warning), (problem.Code, problem.Severity));
        Assert.Contains("64 个字", problem.Reason, StringComparison.Ordinal);
        Assert.Empty(Note("打水要排队。", gist.Replace("队打", "队；打", StringComparison.Ordinal)).Check());
    }

    [Fact]
    public void Citations_versions_counts_and_lay_words_are_checked()
    {
        var bench = new CheckBench().Law("水井法", ["盖。"])
            .Note("水井法", 7, "没有。").Note("水车法", 1, "没有。", "一个问")
            .Note("水井法", 1, "盖。").Note("水井法", 1, "再盖。", "再问甲", "再问乙")
            .Faq("few", "盖。", new ArticleKey("水井法", new ArticleNumber(9)), "一个")
            .Lay("井罩子", "盖").Lay("轱辘", "辘轳");

        Assert.Equal(
            ["check.duplicate", "check.fewQuestions", "check.fewQuestions", "check.noNote", "check.noSuchArticle", "check.noSuchArticle", "check.noSuchLaw", "check.term"],
            bench.Codes().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reading_level_counts_sentences_and_legal_terms()
    {
        var bench = Note("x", "打水要排队。插队的，承担责任！").Lay("负责", "承担责任");

        Assert.Equal(new ReadingLevel(2, 6, 7, 4 / 12d), ReadingLevel.Of(bench.Shipped));
        Assert.Equal(new ReadingLevel(0, 0, 0, 0), ReadingLevel.Of(new LegalCorpus()));
    }

    private static CheckBench Note(string article, string gist) => new CheckBench().Law("水井法", [article]).Note("水井法", 1, gist);
}
