using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class CitationGuardTests : IDisposable
{
    private static readonly ArticleKey First = new("水车法", new ArticleNumber(1));
    private static readonly ArticleKey Second = new("水车法", new ArticleNumber(2));
    private static readonly ArticleKey Third = new("水车法", new ArticleNumber(3));
    private static readonly ArticleKey Old = new("旧井条例", new ArticleNumber(1));

    private readonly KnowledgeIndex _index = KnowledgeIndex.BuildInMemory(new()
    {
        Statutes =
        [
            Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2010), null, "水车坏了三十日内修好，赔五百元。", "水车归村里，交百分之二十。", "水车每半年上油。")),
            Statutes.Of("旧井条例", Statutes.Version("旧井条例", Statutes.Day(1990), Statutes.Day(2009, 12, 31), "轱辘坏了由会计修。")),
        ],
    });

    [Theory]
    [InlineData("水车坏了30天内修好。")]
    [InlineData("依据第一条，赔500元。")]
    [InlineData("依据《水车法》第一条，赔五百块。")]
    [InlineData("依据中华人民共和国水车法第1条，要修好！还要赔吗？要。")]
    [InlineData("给您三条建议：先拍照。")]
    [InlineData("本法第一条说要修好。")]
    [InlineData("没有标点也没有数字")]
    public void A_sound_draft_passes_character_for_character(string text)
    {
        var guarded = Check(text, [First], [First, Second])!;

        Assert.Equal(text, guarded.Text);
        Assert.Equal([First], guarded.Citations.Select(citation => citation.Entry.Key));
        Assert.All(guarded.Citations, citation => Assert.Equal(CitationStatus.InForce, citation.Status));
        Assert.False(guarded.IsStale);
    }

    [Theory]
    [InlineData("要赔八百元。")]
    [InlineData("要赔500.5元。")]
    [InlineData("要在三个月内修好。")]
    [InlineData("要在2010年3月1日前修好。")]
    [InlineData("要交20%。")]
    [InlineData("要交万分之五。")]
    [InlineData("最多修三十日半。")]
    [InlineData("依据第三条，每天上油。")]
    [InlineData("依据第九十九条，每天上油。")]
    [InlineData("依据《水井法》第一条，要修好。")]
    [InlineData("依据刑法第一条，要修好。")]
    [InlineData("依据《旧井条例》第一条，会计来修。")]
    [InlineData("依据旧井条例第一条，会计来修。")]
    [InlineData("依据第一条之一，要修好。")]
    public void A_sentence_that_nothing_cited_supports_is_dropped_and_the_others_stay(string sentence)
    {
        Assert.Equal("先拍照。再去问。", Check("先拍照。" + sentence + "再去问。", [First], [First, Second])!.Text);
        Assert.Null(Check(sentence, [First], [First, Second]));
    }

    [Fact]
    public void A_number_counts_from_any_cited_passage_but_not_from_one_that_is_only_retrieved()
    {
        Assert.Equal("交20%，赔五百元。", Check("交20%，赔五百元。", [First, Second], [First, Second])!.Text);
        Assert.Null(Check("交20%，赔五百元。", [First], [First, Second]));
    }

    [Fact]
    public void A_citation_that_was_not_retrieved_is_dropped()
    {
        var guarded = Check("要修好。", [Third, First], [First, Second])!;

        Assert.Equal([First], guarded.Citations.Select(citation => citation.Entry.Key));
        Assert.Null(Check("要上油。", [Third], [First, Second]));
        Assert.Null(Check("要上油。", [], [First, Second]));
        Assert.Null(Check("要上油。", [new ArticleKey("没有的法", new ArticleNumber(1))], [First]));
    }

    [Fact]
    public void A_citation_that_is_not_in_force_is_dropped()
    {
        Assert.Null(Check("会计来修。", [Old], [Old]));
        Assert.Equal([First], Check("要修好。", [Old, First], [Old, First])!.Citations.Select(citation => citation.Entry.Key));
        Assert.Equal("会计来修。", Check("会计来修。", [Old], [Old], Statutes.Day(2000))!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("。！")]
    public void Where_nothing_is_left_there_is_no_answer(string text) => Assert.Null(Check(text, [First], [First]));

    [Theory]
    [InlineData("坏\uD800了。")]
    [InlineData("坏\uFFFE了。")]
    [InlineData("\0")]
    public void No_text_of_a_model_breaks_it(string text) => Check(text, [First], [First]);

    public void Dispose() => _index.Dispose();

    private Guarded? Check(string text, ArticleKey[] cited, ArticleKey[] retrieved, DateOnly? day = null)
    {
        var candidates = retrieved.Select(key => new Candidate(_index.Articles.Versions(key)[0])).ToList();
        var material = new Material("水车坏了怎么办", day ?? Asking.Today, new SearchResult(candidates, [], 0.9));
        return new CitationGuard(_index).Check(new Draft(AnswerSource.Model, text, cited, null, 0.9), material);
    }
}
