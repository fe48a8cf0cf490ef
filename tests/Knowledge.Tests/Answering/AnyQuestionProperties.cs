using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

/// <summary>Whatever is typed, there is an answer that keeps its limits, or a code that tells why not.</summary>
public sealed class AnyQuestionProperties(AnyQuestionProperties.Corpus corpus) : IClassFixture<AnyQuestionProperties.Corpus>
{
    private static readonly string[] Refusals = ["question.empty", "question.tooLong"];

    [Property(MaxTest = 1000)]
    public Property Any_text_gets_an_answer_or_a_code() => Prop.ForAll(
        AnyText.Of(Answerer.LongestQuestion + 5).ToArbitrary(), Gen.Choose(1985, 2040).ToArbitrary(), (text, year) =>
        {
            if (Answerer.Refuse(text) is { } code)
            {
                Assert.Contains(code, Refusals);
                return;
            }

            Assert.InRange(text.Length, 1, Answerer.LongestQuestion);
            Check(corpus.Answerer.Ask(text, Statutes.Day(year)), Statutes.Day(year));
        });

    [Property(MaxTest = 500)]
    public Property Questions_made_of_the_words_of_the_corpus_keep_the_limits() => Prop.ForAll(
        Gen.Elements("邻居", "井", "填了", "怎么办", "打水", "水车", "坏了", "赔", "多少钱", "娃娃", "泔水", "没盖子", "轱辘", "长长的规定", "罚款", "第四条", "水井法")
            .NonEmptyListOf().Select(string.Concat).Where(text => Answerer.Refuse(text) is null).ToArbitrary(),
        question => Check(corpus.Answerer.Ask(question), Asking.Today));

    private static void Check(Answer answer, DateOnly day)
    {
        Assert.NotEqual("", answer.Text.Trim());
        Assert.DoesNotContain("{", answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Citations.Count, 0, 2);
        Assert.InRange(answer.Confidence, 0, 1);
        Assert.NotEmpty(answer.NextSteps);
        Assert.All(answer.NextSteps, step => Assert.Single(new[] { step.Service, step.Url, step.Phone }, way => way is not null));
        if (answer.Outcome is AnswerOutcome.Answered or AnswerOutcome.Article)
        {
            Assert.NotEmpty(answer.Citations);
            // 300 characters, the name of the article, what is said about the day and staleness, and the disclaimer.
            Assert.InRange(answer.Text.Length, 1, 300 + 80);
        }

        if (answer.Outcome is not AnswerOutcome.NotInForce)
            Assert.All(answer.Citations, citation => Assert.True(citation.Entry.IsInForce(day) && citation.Status == CitationStatus.InForce));
    }

    public sealed class Corpus : IDisposable
    {
        private readonly CorpusFolder _folder = CorpusFolder.Sample();
        private readonly KnowledgeIndex _index;

        public Corpus()
        {
            var rule = string.Concat(Enumerable.Range(1, 60).Select(number => $"水车长长的规定说要赔{number}元，"));
            _folder.Write("statutes/水车法.md", "---\nlaw: 水车法\ntitle: 水车法\npassed: 2010-01-01\n---\n\n## 第三条 长长的规定\n\n" + rule + "\n");
            _folder.WithFullTextAsync(
                Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2010), null, "轱辘" + rule, "罚款。" + rule + "。" + rule, "水车坏了。")),
                Statutes.Of("旧井条例", Statutes.Version("旧井条例", Statutes.Day(1990), Statutes.Day(2009, 12, 31), "轱辘坏了由会计修。", rule))).GetAwaiter().GetResult();
            _index = _folder.IndexAsync().GetAwaiter().GetResult();
            Answerer = new Answerer(_index);
        }

        public Answerer Answerer { get; }

        public void Dispose()
        {
            _index.Dispose();
            _folder.Dispose();
        }
    }
}
