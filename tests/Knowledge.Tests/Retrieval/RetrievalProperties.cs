using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Retrieval;

public sealed class RetrievalProperties
{
    private static readonly string[] Sentences =
        ["水井归全村人所有。", "往井里倒脏水的赔五百元。", "水车坏了由村里修。", "小孩掉进井里的，井主赔医药费。", "每天最多打二十桶水。", "偷水的罚款。"];

    [Property(MaxTest = 60)]
    public Property Only_versions_in_force_on_the_day_are_candidates() => Prop.ForAll(Corpora().ToArbitrary(), Days().ListOf(12).ToArbitrary(), (corpus, days) =>
    {
        using var index = KnowledgeIndex.BuildInMemory(corpus);
        var search = new ArticleSearch(index);
        foreach (var day in days)
        {
            foreach (var question in new[] { "水井脏了谁赔钱", "甲法第一条水车坏了", "小孩掉进井里", "邻居把井填了" })
            {
                var found = search.Find(search.Analyze(question), day);
                Assert.All(found.Candidates, candidate => Assert.True(candidate.Entry.IsInForce(day)));
                Assert.Equal(found.Candidates.Count, found.Candidates.Select(candidate => candidate.Entry.Ordinal).Distinct().Count());
                Assert.InRange(found.Confidence, 0, 1);
            }
        }
    });

    [Property(MaxTest = 200)]
    public Property An_article_that_the_question_names_is_first() => Prop.ForAll(
        Gen.Choose(1, 60).ToArbitrary(), Gen.Elements(Sentences).ToArbitrary(), Gen.Elements("甲法", "乙法").ToArbitrary(), (number, sentence, law) =>
        {
            var search = Wide.Value;
            var key = new ArticleKey(law, new ArticleNumber(number));

            var found = search.Find(search.Analyze($"{law}{key.Number}说{sentence}对不对"), Asking.Today);

            Assert.Equal(key, found.Candidates[0].Entry.Key);
            Assert.True(found.Candidates[0].IsNamed);
        });

    [Property(MaxTest = 200)]
    public Property Whoever_copies_an_article_finds_it_first() => Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), number =>
    {
        var search = Wide.Value;

        var found = search.Find(search.Analyze(WideText("乙法", number)), Asking.Today);

        Assert.Equal(new ArticleKey("乙法", new ArticleNumber(number)), found.Candidates[0].Entry.Key);
    });

    [Fact]
    public void An_empty_corpus_has_no_candidates_and_no_confidence()
    {
        using var index = KnowledgeIndex.BuildInMemory(new LegalCorpus());
        var search = new ArticleSearch(index);

        var found = search.Find(search.Analyze("水井法第三条水井脏了谁赔钱"), Asking.Today);

        Assert.Empty(found.Candidates);
        Assert.Empty(found.LikeQuestions);
        Assert.Equal(0, found.Confidence);
    }

    private static readonly Lazy<ArticleSearch> Wide = new(() => new ArticleSearch(KnowledgeIndex.BuildInMemory(new LegalCorpus
    {
        Statutes =
        [
            .. new[] { "甲法", "乙法" }.Select(law => Statutes.Of(
                law, Statutes.Version(law, Statutes.Day(2010), null, [.. Enumerable.Range(1, 60).Select(number => WideText(law, number))]))),
        ],
        Ranking = Weights,
    })));

    private static RankingWeights Weights => new()
    {
        Features = new(StringComparer.Ordinal) { ["search"] = 0.5, ["text"] = 1, ["coverage"] = 0.6, ["faqVote"] = 1, ["articleNamed"] = 5 },
    };

    private static string WideText(string law, int number) =>
        Sentences[number % Sentences.Length] + law[0] + new string([.. Enumerable.Range(0, 6).Select(place => (char)(0x4E00 + (number * 97) + (place * 13)))]) + "。";

    private static Gen<DateOnly> Days() => Gen.Choose(0, 40 * 366).Select(days => new DateOnly(1995, 1, 1).AddDays(days));

    /// <summary>Laws of one to four versions with gaps and overlaps, some repealed; and FAQ entries that cite them.</summary>
    private static Gen<LegalCorpus> Corpora() =>
        from laws in Gen.Elements("甲法", "乙条例", "丙规定").NonEmptyListOf().Select(names => names.Distinct(StringComparer.Ordinal).ToList())
        from versions in Versions().ListOf(laws.Count)
        select new LegalCorpus
        {
            Statutes = [.. laws.Zip(versions, (law, each) => Statutes.Of(law, [.. each.Select(version => version with { Title = law })]))],
            Faq =
            [
                new FaqEntry
                {
                    Id = "well", Topic = "井", Question = "邻居把井填了", Answer = "挖开。", File = "faq/井.md",
                    Citations = [.. laws.Select(law => new ArticleKey(law, new ArticleNumber(1)))],
                },
            ],
            Ranking = Weights,
        };

    private static Gen<List<StatuteVersion>> Versions() =>
        from starts in Days().NonEmptyListOf()
        from ends in Gen.Choose(-1, 5000).ListOf(4)
        from texts in Gen.Elements(Sentences).ListOf(4)
        select starts.Distinct().Order().Take(4).Select((start, place) => Statutes.Version(
            "", start, ends[place] < 0 ? null : start.AddDays(ends[place]), [.. texts.Append(Sentences[place])])).ToList();
}
