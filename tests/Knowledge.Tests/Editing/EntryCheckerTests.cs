using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Checking;

namespace LegalService.Knowledge.Tests.Editing;

public sealed class EntryCheckerTests
{
    private static readonly ArticleKey First = new("水井法", new ArticleNumber(1));
    private readonly CheckBench _bench = new CheckBench().Law("水井法", ["井深十米以上的，三十日内申请。"], ["井深九米以上的，三十日内申请。", "井盖由村里修理。"])
        .Note("水井法", 1, "超过十米要申请。", "挖井要找谁").Faq("dig", "先申请。", First, "我想打口井");

    private LegalCorpus Loaded => _bench.Shipped with { Statutes = _bench.FullText.Statutes };

    [Fact]
    public void A_sound_entry_has_no_problems() => Assert.Empty(Check(Faq("井深九米以上，三十天内去申请。")));

    [Theory]
    [InlineData("井深八米以上要申请。", "check.number")]
    [InlineData("井深不到九米要申请，超过九米也要。", "check.comparator")]
    [InlineData("打电话给张三 13912345678。", "check.personal")]
    [InlineData("拿身份证 15222219900101123X 去。", "check.personal")]
    public void What_is_wrong_with_it_is_named(string answer, string code) => Assert.Contains(code, Check(Faq(answer)).Select(problem => problem.Code));

    [Fact]
    public void A_way_of_asking_that_stands_elsewhere_is_named_with_its_place()
    {
        var problem = Assert.Single(Check(Faq("去申请。") with { OtherWays = ["我想打口井！", "甲", "乙"] }));

        Assert.Equal("check.sameQuestion", problem.Code);
        Assert.StartsWith("“我想打口井！”在dig", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_words_in_the_version_in_use_are_no_duplicate() =>
        Assert.Empty(Check(Faq("去申请。") with { Id = "dig", OtherWays = ["我想打口井", "甲", "乙"] }));

    [Fact]
    public void Mistakes_that_stand_elsewhere_in_the_corpus_are_not_its_own()
    {
        _bench.Note("水井法", 2, "井盖七天修好。");

        Assert.Empty(Check(Faq("去申请。")));
    }

    [Fact]
    public void A_citation_of_an_article_that_does_not_exist_or_has_no_note_is_an_error()
    {
        Assert.Contains("check.noSuchArticle", Check(Faq("去申请。") with { Citations = [new("水井法", new ArticleNumber(9))] }).Select(problem => problem.Code));
        Assert.Equal(["check.noNote"], Check(Faq("去找村里。") with { Citations = [new("水井法", new ArticleNumber(2))] }).Select(problem => problem.Code));
    }

    [Fact]
    public void Where_the_text_is_not_loaded_it_says_that_nothing_was_compared()
    {
        var loaded = _bench.Shipped;

        var problem = Assert.Single(EntryChecker.Check(ProposedEntry.Of(Faq("井深八米以上要申请。")), loaded));

        Assert.Equal(("check.notCompared", ProblemSeverity.Warning), (problem.Code, problem.Severity));
    }

    [Fact]
    public void A_note_is_held_against_the_version_it_says_it_is_for()
    {
        var law = new StatuteNotes { Law = "水井法", Title = "水井法", Passed = new(2021, 1, 2), File = "" };

        Assert.Empty(EntryChecker.Check(ProposedEntry.Of(law, Note("九米以上要申请。")), Loaded));
        Assert.Contains("check.number", EntryChecker.Check(ProposedEntry.Of(law, Note("十米以上要申请。")), Loaded).Select(problem => problem.Code));
        Assert.Empty(EntryChecker.Check(ProposedEntry.Of(law with { Passed = new(2020, 1, 2) }, Note("十米以上要申请。")), Loaded));
    }

    [Fact]
    public void Mistakes_of_format_are_told_alone() =>
        Assert.Equal("faq.noId", Assert.Single(EntryChecker.Check(ProposedEntry.Read(EntryName.Faq("x"), "---\ntopic: 水\n---\n\n## 井\n\n回答：\n八米。\n"), Loaded)).Code);

    private static ArticleNote Note(string gist) => new(new ArticleNumber(1), "挖井", gist, ["打井要批吗", "井打多深要说一声"], ["挖井"], 1);

    private static FaqEntry Faq(string answer) => new()
    {
        Id = "new", Topic = "水", Question = "打井要不要批", Answer = answer, OtherWays = ["甲", "乙", "丙"], Citations = [First], File = "",
    };

    private IReadOnlyList<CorpusProblem> Check(FaqEntry entry) => EntryChecker.Check(ProposedEntry.Of(entry), Loaded);
}
