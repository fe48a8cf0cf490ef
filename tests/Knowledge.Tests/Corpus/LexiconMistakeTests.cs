using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

public sealed class LexiconMistakeTests
{
    private const string Head = "---\ntopic: 水井\n---\n\n| 口语 | 法律用语 | 方向 | 权重 |\n|---|---|---|---|\n";
    private const string Sound = "| 泔水 | 污染 | → | 0.8 |\n";

    [Theory]
    [InlineData("| 水 | 污染 | → | 0.8 |")]
    [InlineData("|  | 污染 | → | 0.8 |")]
    [InlineData("| 脏水 |  | → | 0.8 |")]
    [InlineData("| 脏水 | 、 | → | 0.8 |")]
    [InlineData("| 脏水 | 污染 | <- | 0.8 |")]
    [InlineData("| 脏水 | 污染 |  | 0.8 |")]
    [InlineData("| 脏水 | 污染 | → | 0 |")]
    [InlineData("| 脏水 | 污染 | → | -0.1 |")]
    [InlineData("| 脏水 | 污染 | → | 1.01 |")]
    [InlineData("| 脏水 | 污染 | → | NaN |")]
    [InlineData("| 脏水 | 污染 | → | 很大 |")]
    [InlineData("| 脏水 | 污染 | → | 0,8 |")]
    [InlineData("| 脏水 | 污染 | → |  |")]
    [InlineData("| 脏水 | 污染 | → |")]
    [InlineData("| 脏水 | 污染 |")]
    [InlineData("| 脏水 | 污染 | × | 1 |")]
    public async Task A_row_with_a_mistake_is_named_and_the_others_load(string row)
    {
        using var folder = new CorpusFolder().Write("lexicon/水井.md", Head + Sound + row + "\n| 井沿 | 井口 | ↔ | 1 |\n");

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("lexicon/水井.md", 8, "lexicon.row"), (problem.File, problem.Line, problem.Code));
        Assert.Equal(["泔水", "井沿"], corpus.Lexicon.Select(entry => entry.Lay));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\ntopic: 水井\n---\n")]
    [InlineData("---\ntopic: 水井\n---\n\n| 口语 | 法律用语 | 方向 | 权重 |\n" + Sound)]
    public async Task A_file_without_a_table_is_named(string text)
    {
        using var folder = new CorpusFolder().Write("lexicon/坏.md", text).Write("lexicon/好.md", Head + Sound);

        var corpus = await folder.ReadAsync();

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(("lexicon/坏.md", "lexicon.noTable"), (problem.File, problem.Code));
        Assert.Single(corpus.Lexicon);
    }

    [Fact]
    public async Task Several_terms_and_several_tables_load()
    {
        using var folder = new CorpusFolder().Write("lexicon/水井.md", Head + "| 脏水 | 污染、污水 、废水 | ↔ | 1 |\n\n再来：\n\n" + Head[Head.IndexOf('|', StringComparison.Ordinal)..] + Sound);

        var corpus = await folder.ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.Equal(["脏水", "泔水"], corpus.Lexicon.Select(entry => entry.Lay));
        Assert.Equal(["污染", "污水", "废水"], corpus.Lexicon[0].Terms);
        Assert.True(corpus.Lexicon[0].BothWays);
    }
}
