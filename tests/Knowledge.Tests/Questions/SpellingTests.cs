using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Questions;

public sealed class SpellingTests : IDisposable
{
    private static readonly LexiconEntry[] Courteous = [.. new[] { "您好", "请问一下", "谢谢", "在线等", "急急急" }.Select(phrase => new LexiconEntry(phrase, [], BothWays: false, 1))];

    private readonly KnowledgeIndex _index = KnowledgeIndex.BuildInMemory(new LegalCorpus
    {
        Lexicon = Courteous,
        Statutes = [Statutes.Of("水渠法", Statutes.Version("水渠法", Statutes.Day(2020), null, [.. Enumerable.Range(1, 60).Select(number => $"第{number}次订立的劳动合同应当载明劳动报酬，工人人人有份。")]))],
    });

    [Theory]
    [InlineData("老板不签劳懂合同", "老板不签劳动合同")]
    [InlineData("合同应当在明报酬", "合同应当载明报酬")]
    [InlineData("劳劳动合同", "劳动合同")]
    [InlineData("劳动动合合同", "劳动合同")]
    public void What_was_typed_by_mistake_is_searched_as_it_was_meant(string typed, string meant) => Assert.Equal(meant, Analyze(typed).Text);

    [Theory]
    [InlineData("劳动合同")]
    [InlineData("工人人有份")]
    [InlineData("爸爸打工")]
    [InlineData("隔壁老王砍了我家的树")]
    [InlineData("abc 110 1000元")]
    public void What_was_typed_rightly_or_is_not_known_stays(string typed) => Assert.Equal(typed, Analyze(typed).Text);

    [Fact]
    public void Without_an_index_nothing_is_put_right() => Assert.Equal("劳懂合同", new QuestionAnalyzer([], []).Analyze("劳懂合同").Text);

    [Theory]
    [InlineData("您好,请问一下邻居堵了水渠怎么办?谢谢!急急急,在线等", "邻居堵了水渠怎么办")]
    [InlineData("谢谢", "谢谢")]
    [InlineData("您好，谢谢您", "您好,谢谢您")]
    public void Courtesies_are_not_searched_for(string typed, string searched)
    {
        var question = Analyze(typed);

        Assert.Equal(searched, question.Text.Trim(',', '?', '!', ' '));
        Assert.Equal(Normalizer.Normalize(typed), question.Typed);
    }

    public void Dispose() => _index.Dispose();

    private AnalyzedQuestion Analyze(string text) => new QuestionAnalyzer(_index).Analyze(text);
}
