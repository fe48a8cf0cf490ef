using System.Text.Json;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Import;

namespace LegalService.Knowledge.Tests.Checking;

public sealed class StaleTests
{
    [Fact]
    public void Notes_and_entries_on_changed_and_fallen_articles_are_listed_with_both_texts()
    {
        var bench = new CheckBench()
            .Law("水井法", ["盖要木头做。", "绳要结实。", "桶要干净。"], ["盖要铁做。", "绳要结实。", ""])
            .Note("水井法", 1, "盖。").Note("水井法", 2, "绳。").Note("水井法", 3, "桶。")
            .Faq("lid", "木盖。", new ArticleKey("水井法", new ArticleNumber(1))).Faq("rope", "好绳。", new ArticleKey("水井法", new ArticleNumber(2)));

        var stale = bench.Stale();

        Assert.Equal([(StaleKind.Changed, 1, "盖要铁做。"), (StaleKind.Fell, 3, null)], stale.Select(note => (note.Kind, note.Article.Number.Number, note.NewText)));
        Assert.Equal(("盖要木头做。", "lid", new DateOnly(2020, 1, 2), new DateOnly(2021, 1, 2)), (stale[0].OldText, Assert.Single(stale[0].Faq), stale[0].WrittenFor, stale[0].Newest!.Value));
    }

    [Fact]
    public void Every_note_on_a_repealed_law_is_listed()
    {
        var bench = new CheckBench().Law("水井法", ["盖。"]).Note("水井法", 1, "盖。");

        Assert.Empty(bench.Repeal("水井法", CheckBench.Today).Stale());
        Assert.Equal(StaleKind.Repealed, Assert.Single(bench.Repeal("水井法", CheckBench.Today.AddDays(-1)).Stale()).Kind);
    }

    [Fact]
    public void Notes_on_the_newest_version_and_on_unknown_versions_are_not_listed() =>
        Assert.Empty(new CheckBench().Law("水井法", ["盖。"]).Note("水井法", 1, "盖。").Note("水车法", 1, "轮。").Stale());

    [Theory]
    [InlineData("用人单位应当支付。", "用人单位必须支付。", "用人单位[-应当-]{+必须+}支付。")]
    [InlineData("甲乙丙丁", "甲乙丙丁", "甲乙丙丁")]
    [InlineData("", "新的", "{+新的+}")]
    [InlineData("旧的", "", "[-旧的-]")]
    [InlineData("罚三十元以下。", "罚五十元以上。", "罚[-三-]{+五+}十元以[-下-]{+上+}。")]
    public void A_difference_is_shown_in_pieces(string old, string fresh, string shown) => Assert.Equal(shown, TextDiff.ToText(TextDiff.Of(old, fresh)));

    [FsCheck.Xunit.Property]
    public void The_pieces_of_a_difference_are_the_two_texts(FsCheck.NonNull<string> old, FsCheck.NonNull<string> fresh)
    {
        var parts = TextDiff.Of(old.Get, fresh.Get);

        Assert.Equal(old.Get, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
        Assert.Equal(fresh.Get, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
    }

    [Fact]
    public void The_report_is_JSON_that_the_staff_console_can_read()
    {
        var bench = new CheckBench().Law("水井法", ["井深十米以上的，申请。"], ["井深九米以上的，申请。"]).Note("水井法", 1, "超过十米要申请。");

        using var json = JsonDocument.Parse(CheckReport.Of(bench.Shipped, bench.FullText, CheckBench.Today).ToJson());
        var (problem, stale) = (json.RootElement.GetProperty("problems")[0], json.RootElement.GetProperty("stale")[0]);

        Assert.Equal(("check.comparator", "error"), (problem.GetProperty("code").GetString(), problem.GetProperty("severity").GetString()));
        Assert.Equal(("changed", "第一条"), (stale.GetProperty("kind").GetString(), stale.GetProperty("article").GetProperty("number").GetString()));
        Assert.True(json.RootElement.GetProperty("reading").GetProperty("averageLength").GetDouble() > 0);
    }

    [Theory]
    [InlineData("公用水井的盖子由乡镇人民政府修理。", true)]
    [InlineData("公用水井的盖子由村民委员会修理。", false)]
    public async Task An_answer_that_rests_on_an_article_warns_when_it_has_changed_and_only_then(string newText, bool warns)
    {
        using var folder = new SourceFolder();
        var corpus = await WriteCorpusAsync(folder);
        var bench = new CheckBench().Law("水井管理法", ["公用水井的盖子由村民委员会修理。"], [newText]);
        await FullTextStore.WriteAsync(folder.Output, bench.FullText.Statutes, CancellationToken.None);
        using var index = KnowledgeIndex.BuildInMemory(await CorpusReader.ReadAsync([corpus, folder.Output], CancellationToken.None));
        var answerer = new Answerer(index);

        // The first from the note, the second from the FAQ entry.
        foreach (var (question, source) in new[] { ("井盖坏了归哪个修", AnswerSource.Statute), ("水井盖子破了找谁", AnswerSource.Faq) })
        {
            Assert.Equal((source, warns), Ask(question, CheckBench.Today));
            // By the law of a day before the change it is right as it stands.
            Assert.Equal((source, false), Ask(question, new DateOnly(2020, 6, 1)));
        }

        (AnswerSource, bool) Ask(string question, DateOnly day)
        {
            var answer = answerer.Answer(question, day, CheckBench.Today);
            Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
            return (answer.Source, answer.Text.Contains(index.Corpus.Answers!.Outcomes.Text("stale"), StringComparison.Ordinal));
        }
    }

    private static async Task<string> WriteCorpusAsync(SourceFolder folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "LegalService.sln")))
            root = root.Parent;
        foreach (var file in Directory.GetFiles(Path.Combine(root.FullName, "corpus", "answers")))
            folder.Write($"answers/{Path.GetFileName(file)}", (await File.ReadAllTextAsync(file)).Replace("answerFrom: 0.6", "answerFrom: 0.3", StringComparison.Ordinal));
        folder.Write("statutes/水井管理法.md", """
            ---
            law: 水井管理法
            title: 水井管理法
            passed: 2020-01-02
            ---

            ## 第一条 井盖谁修

            公用水井的盖子坏了，村委会来修。

            问：
            - 井盖坏了归哪个修
            - 村里井盖烂了没人管

            标签：井盖
            """);
        folder.Write("faq/水井.md", """
            ---
            topic: 水井
            ---

            ## 水井盖子破了找谁 {#well-lid}

            别的问法：
            - 井口没盖小孩差点掉下去找谁
            - 盖井的板子断了
            - 井上头的盖不见了

            回答：
            找村委会，他们负责修。

            依据：
            - 水井管理法 第一条
            """);
        return folder.Source;
    }
}
