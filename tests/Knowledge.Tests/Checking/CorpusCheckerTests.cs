using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Checking;

public sealed class CorpusCheckerTests
{
    private const string Notes = "statutes/水井法.md";
    private const string Faq = "faq/水井.md";

    private static readonly StatuteVersion Version = Statutes.Version(
        "水井法", Statutes.Day(2020, 5), null, "为了水井，制定本法。", "水井归村民所有，防止污染。", "村民可以到公用的井打水，每日不超过二十桶。",
        "向井里倾倒污物的，处五百元罚款，并在三十日内淘净；造成污染的，由村民委员会责令改正，拒不改正的，报请乡镇人民政府依照有关规定从重处理。") with
    {
        Passed = new DateOnly(2020, 5, 1),
        InForceFrom = new DateOnly(2020, 7, 1),
    };

    private static readonly StatuteVersion Sound = Version with
    {
        Articles = [.. Version.Articles, Statutes.Article(4, "未盖井盖致未成年人坠井的，承担医疗费用。", suffix: 1)],
    };

    /// <summary>A law newer than the notes: the full text is not too old to speak to them.</summary>
    private static readonly Statute Newer = Statutes.Of("水渠法", Statutes.Version("水渠法", Statutes.Day(2024), null, "甲。"));

    /// <summary>What to change in which file of the sound corpus, and what the checker says of it.</summary>
    public static TheoryData<string, string, string, string, int> Mistakes => new()
    {
        { Notes, "law: 水井法", "law: 水车法", "check.noSuchLaw", 1 },
        { Notes, "passed: 2020-05-01", "passed: 2020-05-02", "check.version", 1 },
        { Notes, "articles: 4", "articles: 5", "check.articleCount", 1 },
        { Notes, "inForceFrom: 2020-07-01", "inForceFrom: 2020-07-02", "check.inForceFrom", 1 },
        { Notes, "## 第三条 谁", "## 第五条 谁", "check.noSuchArticle", 11 },
        { Notes, "- 一天到晚打水有没有个限度\n", "", "check.fewQuestions", 11 },
        { Notes, "赔五百元", "赔六百元", "check.number", 21 },
        { Notes, "三十日", "三十个月", "check.number", 21 },
        { Notes, "把脏东西倒进井里的，", "由村民委员会责令改正，拒不改正的，报请乡镇人民政府依照有关规定从重处理", "check.verbatim", 21 },
        { Faq, "- 水井法 第三条", "- 水井法 第九条", "check.noSuchArticle", 5 },
        { Faq, "- 水井法 第三条", "- 水井法 第二条", "check.noNote", 5 },
        { Faq, "- 三十日内说。", "- 四十日内说。", "check.number", 5 },
        { Faq, "- 不收费", "- 要六百元", "check.number", 5 },
        { Faq, "2. 找村委会调解。", "2. 等三年。", "check.number", 5 },
        { Faq, "先拍照，再找村委会让他挖开。", "九十天内挖开。", "check.number", 5 },
        { Faq, "- 井让人家填平了咋整\n", "", "check.fewQuestions", 5 },
        { Faq, "公用的井谁都不能填。", "由村民委员会责令改正，拒不改正的，报请乡镇人民政府依照有关规定从重处理", "check.verbatim", 5 },
        { Faq, "- 12345", "- 54321", "check.service", 5 },
        { Faq, "- legal-aid", "- legal-ade", "check.service", 5 },
        { "lexicon/水井.md", "| 泔水 | 污染 |", "| 泔水 | 浊物 |", "check.term", 0 },
    };

    [Fact]
    public async Task A_sound_corpus_has_no_problem()
    {
        using var folder = Folder();

        Assert.Empty(await CheckAsync(folder, Statutes.Of("水井法", Sound)));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found_and_named(string file, string sound, string wrong, string code, int line)
    {
        using var folder = Folder();
        var text = await File.ReadAllTextAsync(Path.Combine(folder.Path, file));
        Assert.Contains(sound, text, StringComparison.Ordinal);
        folder.Write(file, text.Replace(sound, wrong, StringComparison.Ordinal));

        var problems = await CheckAsync(folder, Statutes.Of("水井法", Sound), Newer);

        Assert.Contains(problems, problem => problem.Code == code && problem.Line == line && problem.File == (line == 0 ? "lexicon" : file));
        Assert.All(problems, problem => Assert.NotEqual("", problem.Reason));
    }

    [Fact]
    public async Task An_article_noted_in_two_files_is_found()
    {
        using var folder = Folder();
        var second = SampleTexts.WellNotes.Replace("articles: 60", "articles: 4", StringComparison.Ordinal);
        folder.Write("statutes/水井法二.md", second[..second.IndexOf("## 第四条 ", StringComparison.Ordinal)]);

        var problem = Assert.Single(await CheckAsync(folder, Statutes.Of("水井法", Sound)));

        Assert.Equal(("statutes/水井法二.md", 11, "check.duplicate"), (problem.File, problem.Line, problem.Code));
    }

    [Fact]
    public async Task Mistakes_of_format_are_said_too_and_first()
    {
        using var folder = Folder().Write("lexicon/坏.md", "").Write("statutes/坏.md", "");

        Assert.Equal(["file.noFrontMatter", "lexicon.noTable"], (await CheckAsync(folder, Statutes.Of("水井法", Sound))).Select(problem => problem.Code));
    }

    [Fact]
    public async Task Notes_are_held_against_the_version_they_were_checked_against()
    {
        using var folder = Folder();
        var later = Statutes.Version("水井法", Statutes.Day(2024), null, "甲。");

        Assert.DoesNotContain(
            await CheckAsync(folder, Statutes.Of("水井法", Sound with { InForceTo = new DateOnly(2023, 12, 31) }, later)), problem => problem.File == Notes);
    }

    [Fact]
    public async Task An_FAQ_entry_is_held_against_the_latest_version_even_when_an_older_one_has_no_date()
    {
        using var folder = Folder();
        var older = Statutes.Version("水井法", Statutes.Day(2001), Statutes.Day(2020, 6, 30), "甲。") with { Passed = null };

        Assert.Empty(await CheckAsync(folder, Statutes.Of("水井法", older, Sound)));
    }

    private static CorpusFolder Folder() => CorpusFolder.Sample()
        .Write(Notes, SampleTexts.WellNotes.Replace("articles: 60", "articles: 4", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<CorpusProblem>> CheckAsync(CorpusFolder folder, params Statute[] statutes) =>
        new CorpusChecker(await folder.ReadAsync(), new LegalCorpus { Statutes = statutes }).Check();
}
