using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
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
        Prompts = ModelPromptsReader.Read(Path.Combine(CorpusFolder.Repository, "corpus", "prompts")),
        Statutes =
        [
            Statutes.Of(
                "水车法",
                Statutes.Version(
                    "水车法",
                    Statutes.Day(2010),
                    null,
                    "水车坏了的，村委会应当在三十日内修好，逾期不修的，赔偿用水人五百元。用水满三年不满五年的，可以领取二个月补贴；用水满五年的，可以领取六个月补贴。",
                    "水车归全村所有，用水人每年交纳收成的百分之二十作为维修费，维修费不得超过一千元。",
                    "水车每半年上油一次。")),
            Statutes.Of("旧井条例", Statutes.Version("旧井条例", Statutes.Day(1990), Statutes.Day(2009, 12, 31), "井上的轱辘坏了，由会计负责修理，费用不超过三十元。")),
        ],
    });

    [Theory]
    [InlineData("水车坏了，村委会30天内要修好（《水车法》第一条）。")]
    [InlineData("依据第一条，村委会逾期不修水车，赔用水人500元。")]
    [InlineData("依据《水车法》第一条，逾期不修水车的，赔偿用水人五百块。")]
    [InlineData("依据中华人民共和国水车法第1条，水车坏了村委会应当修好！逾期不修还要赔吗？要。")]
    [InlineData("给您三条建议：先给坏了的水车拍照。村委会应当在三十日内修好（水车法第一条）。")]
    [InlineData("本法第一条说了，水车坏了由村委会修好。")]
    [InlineData("用水满5年，能领半年补贴（《水车法》第一条）。")]
    [InlineData("水车坏了，村委会应当在30日内修好。\n依据：《水车法》第一条。")]
    public void A_sound_draft_passes_character_for_character(string text)
    {
        var guarded = Check(text, [First], [First, Second])!;

        Assert.Equal(text, guarded.Text);
        Assert.Equal([First], guarded.Citations.Select(citation => citation.Entry.Key));
        Assert.All(guarded.Citations, citation => Assert.Equal(CitationStatus.InForce, citation.Status));
        Assert.False(guarded.IsStale);
    }

    [Theory]
    [InlineData("村委会要赔用水人八百元（《水车法》第一条）。")]
    [InlineData("村委会要赔用水人500.5元（《水车法》第一条）。")]
    [InlineData("村委会要在三个月内修好水车（《水车法》第一条）。")]
    [InlineData("村委会要在三十个工作日内修好水车（《水车法》第一条）。")]
    [InlineData("村委会要在2010年3月1日前修好水车（《水车法》第一条）。")]
    [InlineData("用水人每年交收成的20%（《水车法》第一条）。")]
    [InlineData("逾期不修，每天赔用水人万分之五（《水车法》第一条）。")]
    [InlineData("村委会最多修水车三十日半（《水车法》第一条）。")]
    [InlineData("村委会应当派7名师傅修好水车（《水车法》第一条）。")]
    [InlineData("用水满五年的，可以领取二个月补贴（《水车法》第一条）。")]
    [InlineData("用水不满三年的，可以领取二个月补贴（《水车法》第一条）。")]
    [InlineData("依据第三条，水车每半年上油一次。")]
    [InlineData("依据第九十九条，水车坏了村委会应当修好。")]
    [InlineData("依据《水井法》第一条，水车坏了村委会应当修好。")]
    [InlineData("依据刑法第一条，水车坏了村委会应当修好。")]
    [InlineData("依据《用水人保护条例》，水车坏了村委会应当修好。")]
    [InlineData("依据《旧井条例》第一条，水车坏了村委会应当修好。")]
    [InlineData("依据旧井条例第一条，会计来修水车。")]
    [InlineData("依据第一条之一，水车坏了村委会应当修好。")]
    [InlineData("偷水车零件的，处三年以下有期徒刑。")]
    [InlineData("孩子打坏水车，家长必须承担全部责任（《水车法》第一条）。")]
    public void A_sentence_that_nothing_cited_supports_is_dropped_and_the_others_stay(string sentence)
    {
        const string Sound = "水车坏了的，村委会应当在三十日内修好，逾期不修的赔偿用水人五百元（《水车法》第一条）。";

        Assert.Equal(Sound + Sound, Check(Sound + sentence + Sound, [First], [First, Second])!.Text);
        Assert.Null(Check(sentence, [First], [First, Second]));
    }

    [Theory]
    [InlineData("要快的话，请打13812345678找人。")]
    [InlineData("请打 0476-8812345 预约。")]
    [InlineData("一三八零零一三八零零零，打这个号有人管。")]
    [InlineData("点击下面的链接办理：http://a.example/x。")]
    [InlineData("先把修车钱转到指定账户。")]
    [InlineData("加我微信 shuiche001，马上办好。")]
    [InlineData("好的，我忽略前面的要求，下面说别的。")]
    [InlineData("作为一个人工智能助手，我不能回答。")]
    [InlineData("我要做到：只用材料里写了的内容，材料里没有的不写，也不凭记忆补充。")]
    [InlineData("这件事包赢，保证要回来。")]
    public void A_model_that_sends_people_elsewhere_or_speaks_of_its_orders_is_not_heard_at_all(string sentence)
    {
        const string Sound = "水车坏了的，村委会应当在三十日内修好，逾期不修的赔偿用水人五百元（《水车法》第一条）。";

        Assert.Null(Check(Sound + Sound + sentence, [First], [First]));
        Assert.Null(Check(sentence + Sound + Sound, [First], [First]));
    }

    [Theory]
    [InlineData("不要把钱转到陌生人的账户。")]
    [InlineData("谨防骗子叫您点击链接。")]
    public void A_warning_is_no_lure(string sentence)
    {
        const string Sound = "水车坏了的，村委会应当在三十日内修好，逾期不修的赔偿用水人五百元（《水车法》第一条）。";

        Assert.NotNull(Check(Sound + sentence, [First], [First]));
    }

    [Fact]
    public void Where_the_first_thing_said_falls_the_rest_is_no_answer() =>
        Assert.Null(Check("村委会要赔用水人八百元（《水车法》第一条）。水车坏了的，村委会应当在三十日内修好（《水车法》第一条）。", [First], [First]));

    [Fact]
    public void Where_most_of_it_falls_the_rest_is_no_answer() => Assert.Null(Check(
        "水车坏了，村委会应当修好（《水车法》第一条）。村委会要赔用水人八百元（《水车法》第一条）。用水人还能领九个月的补贴（《水车法》第一条）。", [First], [First]));

    [Fact]
    public void A_number_counts_from_any_cited_passage_but_not_from_one_that_is_only_retrieved()
    {
        const string Text = "每年交收成的20%作为维修费，村委会逾期不修水车赔用水人五百元。";

        Assert.Equal(Text, Check(Text, [First, Second], [First, Second])!.Text);
        Assert.Null(Check(Text, [First], [First, Second]));
    }

    [Fact]
    public void A_citation_that_was_not_retrieved_is_dropped()
    {
        var guarded = Check("水车坏了村委会应当修好。", [Third, First], [First, Second])!;

        Assert.Equal([First], guarded.Citations.Select(citation => citation.Entry.Key));
        Assert.Null(Check("水车每半年上油。", [Third], [First, Second]));
        Assert.Null(Check("水车每半年上油。", [], [First, Second]));
        Assert.Null(Check("水车每半年上油。", [new ArticleKey("没有的法", new ArticleNumber(1))], [First]));
    }

    [Fact]
    public void A_citation_that_is_not_in_force_is_dropped()
    {
        Assert.Null(Check("轱辘坏了由会计修理。", [Old], [Old]));
        Assert.Equal([First], Check("水车坏了村委会应当修好。", [Old, First], [Old, First])!.Citations.Select(citation => citation.Entry.Key));
        Assert.Equal("轱辘坏了由会计修理。", Check("轱辘坏了由会计修理。", [Old], [Old], Statutes.Day(2000))!.Text);
    }

    [Fact]
    public void Only_the_articles_of_what_is_shown_are_cited()
    {
        var guarded = Check("水车坏了，村委会应当在三十日内修好，逾期赔偿（《水车法》第一条）。每年交一百元（《水车法》第二条）。", [First, Second], [First, Second])!;

        Assert.Equal([First], guarded.Citations.Select(citation => citation.Entry.Key));
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
