using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Editing;

public sealed class QuestionGroupsTests
{
    private static readonly string[] Asked =
    [
        "骆驼被雷劈死了能让气象局赔吗", "我想离婚他不同意咋办", "骆驼让雷劈死了能找气象局赔吗", "想离婚对方不同意怎么办", "骆驼被雷劈死了，能让气象局赔吗？",
    ];

    [Fact]
    public async Task Questions_that_ask_the_same_come_together_by_the_shipped_encoder()
    {
        var shipped = await CorpusReader.ReadAsync([Path.Combine(CorpusFolder.Repository, "corpus")], CancellationToken.None);
        using var index = KnowledgeIndex.BuildInMemory(shipped with { Notes = [], Faq = [] });

        Assert.Equal([[0, 2, 4], [1, 3]], QuestionGroups.Of(Asked, index, 0.65));
        Assert.Empty(QuestionGroups.Of([], index, 0.65));
        Assert.Equal(2, QuestionGroups.Of(["", "？"], index, 0.65).Count);
    }

    [Fact]
    public void Without_an_encoder_the_same_words_come_together()
    {
        using var index = KnowledgeIndex.BuildInMemory(new LegalCorpus());

        Assert.Equal([[0, 4], [1], [2], [3]], QuestionGroups.Of(Asked, index, 0.65));
    }
}
