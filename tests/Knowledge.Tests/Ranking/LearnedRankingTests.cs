using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Tests.Ranking;

public sealed class LearnedRankingTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly TextEncoder _encoder = TinyCorpus.Encoder("小花打翻了盆栽");

    public LearnedRankingTests() =>
        TinyCorpus.WriteArtefacts(_folder.Path, _encoder, TinyCorpus.Memory(_encoder, [("小花打翻了盆栽", 5), ("遛狗不拴绳", 3)]), TinyCorpus.Trees());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_remembered_question_brings_its_article_though_no_word_is_shared()
    {
        var found = Find("小花打翻了盆栽");
        Assert.Equal(5, found.Candidates[0].Entry.Key.Number.Number);
        Assert.True(found.Candidates[0].FoundBy.HasFlag(Knowledge.Retrieval.FoundBy.Memory));
    }

    [Fact]
    public void A_named_article_stays_first_whatever_was_learned() =>
        Assert.Equal(1, Find("家畜管理条例第一条说小花打翻了盆栽").Candidates[0].Entry.Key.Number.Number);

    [Fact]
    public void The_same_question_is_ranked_the_same_way_every_time()
    {
        using var index = TinyCorpus.Index(_folder.Path);
        var search = new ArticleSearch(index);
        var expected = Order(search);
        var found = new string[64];
        Parallel.For(0, found.Length, place => found[place] = Order(search));
        Assert.All(found, order => Assert.Equal(expected, order));
        using var again = TinyCorpus.Index(_folder.Path);
        Assert.Equal(expected, Order(new ArticleSearch(again)));

        static string Order(ArticleSearch search) => string.Join('|', search.Find(search.Analyze("狗咬伤了我，猫也抓了我"), TinyCorpus.Day).Candidates
            .Select(candidate => FormattableString.Invariant($"{candidate.Entry.Key}:{candidate.Score:R}")));
    }

    [Fact]
    public void Closeness_falls_from_1_and_confidence_is_a_share()
    {
        var found = Find("被狗咬了怎么赔");
        Assert.Equal(1, found.Candidates[0].Closeness);
        Assert.Equal(found.Candidates.Select(candidate => candidate.Closeness).OrderDescending(), found.Candidates.Select(candidate => candidate.Closeness));
        Assert.InRange(found.Confidence, 0, 1);
        Assert.Equal(0.5, found.ShownFrom);
    }

    [Fact]
    public void Every_feature_has_a_name_of_its_own_and_a_value_for_every_candidate()
    {
        Assert.Equal(RankingFeatures.Names.Count, RankingFeatures.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Find("遛狗不拴绳怎么办").Candidates, candidate =>
        {
            Assert.Equal(RankingFeatures.Names.Count, candidate.Features.Length);
            Assert.All(candidate.Features, value => Assert.True(double.IsFinite(value)));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("？")]
    [InlineData("hello")]
    public void Words_the_encoder_does_not_know_rank_nothing_wrongly_and_break_nothing(string question) =>
        Assert.All(Find(question).Candidates, candidate => Assert.True(double.IsFinite(candidate.Score)));

    private SearchResult Find(string question)
    {
        using var index = TinyCorpus.Index(_folder.Path);
        var search = new ArticleSearch(index);
        return search.Find(search.Analyze(question), TinyCorpus.Day);
    }
}
