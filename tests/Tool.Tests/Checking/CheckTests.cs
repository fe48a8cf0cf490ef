using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Checking;

public sealed class CheckTests
{
    private const string Article = "第一条 水车晚上九点以后不得转动，违者由村民委员会处以三十元罚款，并责令在五日内把水车停好锁住，不得再犯。";

    private const string SoundGist = "夜里九点过后，水车就得停；还转的，村里罚三十元，五天内要锁好。";

    [Fact]
    public async Task A_good_note_passes()
    {
        using var legal = await PrepareAsync(SoundGist);

        var output = await legal.SucceedAsync("check", "--corpus", "corpus", "--against", "fulltext");

        Assert.Contains("problems=0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notes_of_each_law_are_counted()
    {
        using var legal = await PrepareAsync(SoundGist);

        var output = await legal.SucceedAsync("check", "--corpus", "corpus", "--against", "fulltext", "--laws");

        Assert.Contains("水车办法 1", output, StringComparison.Ordinal);
        Assert.Contains("laws=1 notes=1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("夜里九点过后，水车就得停；还转的，村里罚五十元。", "check.number", "50元")]
    [InlineData("夜里九点过后，水车就得停；还转的，十五天内要锁好。", "check.number", "15日")]
    [InlineData("违者由村民委员会处以三十元罚款，并责令在五日内把水车停好锁住，不得再犯。", "check.verbatim", "照抄")]
    public async Task A_gist_that_says_something_else_or_copies_is_found(string gist, string code, string reason)
    {
        using var legal = await PrepareAsync(gist);

        var problem = await ProblemAsync(legal);

        Assert.StartsWith($"statutes/水车办法.md(8): {code} ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_an_article_that_the_law_has_not_is_found()
    {
        using var legal = await PrepareAsync(SoundGist, number: "第三条");

        Assert.Contains("check.noSuchArticle", await ProblemAsync(legal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_a_law_that_is_not_there_is_found()
    {
        using var legal = await PrepareAsync(SoundGist, law: "风车办法");

        Assert.Contains("check.noSuchLaw", await ProblemAsync(legal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_with_a_wrong_number_of_articles_or_an_old_version_is_found()
    {
        using var legal = await PrepareAsync(SoundGist, articles: 7, passed: "2019-01-01");

        var outcome = await legal.RunAsync("check", "--corpus", "corpus", "--against", "fulltext");

        Assert.Contains("check.version", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("check.articleCount", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("problems=2", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("水车办法 第一条", "村里罚三百元。", "check.number")]
    [InlineData("水车办法 第五条", "村里罚三十元。", "check.noSuchArticle")]
    public async Task A_faq_entry_that_does_not_agree_with_its_articles_is_found(string citation, string answer, string code)
    {
        using var legal = await PrepareAsync(SoundGist);
        legal.Write(
            "corpus/faq/水车.md",
            "---", "topic: 水车", "---", "", "## 水车夜里吵怎么办 {#mill}", "", "别的问法：", "- 水车太吵", "- 夜里水车响", "- 水车吵得睡不着", "", "回答：", answer, "", "依据：",
            "- " + citation);

        Assert.Contains(code, (await legal.RunAsync("check", "--corpus", "corpus", "--against", "fulltext")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lay_word_for_a_term_that_no_article_has_is_found()
    {
        using var legal = await PrepareAsync(SoundGist);
        legal.Write("corpus/lexicon/水车.md", "---", "topic: 水车", "---", "", "| 口语 | 法律用语 | 方向 | 权重 |", "|---|---|---|---|", "| 大轮子 | 水车 | → | 0.5 |", "| 月光 | 月球 | → | 0.5 |");

        var problem = await ProblemAsync(legal);

        Assert.Contains("check.term", problem, StringComparison.Ordinal);
        Assert.Contains("月光", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_full_text_there_is_nothing_to_check_against_and_that_is_said()
    {
        using var legal = await PrepareAsync(SoundGist);

        Assert.Contains("import", await legal.FailAsync("check", "--corpus", "corpus", "--against", Legal.Corpus), StringComparison.Ordinal);
    }

    /// <summary>The one line about the one problem there is.</summary>
    private static async Task<string> ProblemAsync(Legal legal)
    {
        var outcome = await legal.RunAsync("check", "--corpus", "corpus", "--against", "fulltext");
        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("problems=1", outcome.Output, StringComparison.Ordinal);
        return outcome.Output.Split('\n')[0];
    }

    private static async Task<Legal> PrepareAsync(string gist, string law = "水车办法", string number = "第一条", int articles = 2, string passed = "2020-01-02")
    {
        var legal = new Legal();
        legal.WriteLaw("source/水车办法.md", "水车办法", "2020年1月2日", Article, "第二条 水车归全村所有。");
        await legal.SucceedAsync("import", "source", "--out", "fulltext");
        legal.Write(
            "corpus/statutes/水车办法.md",
            "---", $"law: {law}", $"title: {law}", $"passed: {passed}", $"articles: {articles}", "---", "", $"## {number} 夜里停水车", "", gist, "", "问：", "- 水车夜里吵怎么办",
            "- 夜里水车能不能转");
        return legal;
    }
}
