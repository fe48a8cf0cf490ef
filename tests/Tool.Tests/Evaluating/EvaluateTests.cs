using System.Text.Json;
using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Evaluating;

public sealed class EvaluateTests
{
    private const string Line =
        @"^n=\d+ recall@1=\d\.\d{3} recall@5=\d\.\d{3} recall@10=\d\.\d{3} recall@20=\d\.\d{3} recall@100=\d\.\d{3} mrr@10=\d\.\d{3} p50_ms=\d+\.\d p99_ms=\d+\.\d$";

    [Fact]
    public async Task One_line_tells_the_figures()
    {
        using var legal = new Legal();

        var output = await EvaluateAsync(legal, Legal.Corpus, """{"id":1,"question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"}]}""");

        Assert.Matches(Line, Assert.Single(output.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task The_figures_are_those_worked_out_by_hand()
    {
        using var legal = new Legal();

        // Both articles found, first and second: 1/2, 1 and 1/1. One of two found, second: 0, 1/2 and 1/2. Not found at all: 0, 0 and 0.
        var output = await EvaluateAsync(
            legal,
            Legal.Corpus,
            """{"id":"both","question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"},{"law":"水渠条例","article":"第四条之一"}]}""",
            """{"id":"half","question":"邻居把水渠堵了怎么办","articles":[{"law":"《中华人民共和国水渠条例》","article":"第4条之一"},{"law":"水渠条例","article":"第九条"}]}""",
            """{"id":"none","question":"羊圈离水井要多远","articles":[{"law":"月亮法","article":"第一条"}]}""");

        Assert.StartsWith("n=3 recall@1=0.167 recall@5=0.500 recall@10=0.500 recall@20=0.500 recall@100=0.500 mrr@10=0.500 ", output, StringComparison.Ordinal);
        Assert.Equal(["""["both",[1,2]]""", """["half",[2,null]]""", """["none",[null]]"""], Ranks(legal));
    }

    [Fact]
    public async Task Questions_without_matched_articles_are_not_counted()
    {
        using var legal = new Legal();

        var output = await EvaluateAsync(
            legal,
            Legal.Corpus,
            """{"id":1,"question":"你好","articles":[]}""",
            """{"id":2,"question":"你好","articles":NaN}""",
            """{"id":3,"question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"}]}""");

        Assert.StartsWith("n=1 recall@1=1.000 ", output, StringComparison.Ordinal);
        Assert.Equal(["[3,[1]]"], Ranks(legal));
    }

    [Fact]
    public async Task A_file_without_any_question_gives_zeros()
    {
        using var legal = new Legal();

        Assert.StartsWith("n=0 recall@1=0.000 ", await EvaluateAsync(legal, Legal.Corpus, ""), StringComparison.Ordinal);
        Assert.Empty(Ranks(legal));
    }

    [Fact]
    public async Task A_matched_question_that_is_missing_counts_as_not_found()
    {
        using var legal = new Legal();

        var output = await EvaluateAsync(legal, Legal.Corpus, """{"id":1,"question":NaN,"articles":[{"law":"水渠条例","article":"第四条"}]}""");

        Assert.StartsWith("n=1 recall@1=0.000 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_of_full_text_only_is_searched_and_its_best_article_comes_first()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");

        var output = await EvaluateAsync(
            legal,
            "fulltext",
            """{"id":1,"question":"多取一桶罚几元","articles":[{"law":"井水法","article":"第三条"}]}""",
            """{"id":2,"question":"取井水每天不得超过多少桶","articles":[{"law":"井水法","article":"第二条"}]}""",
            """{"id":3,"question":"为了大家都有干净的井水","articles":[{"law":"井水法","article":"第一条"}]}""");

        Assert.StartsWith("n=3 recall@1=1.000 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_and_full_text_are_searched_as_one()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");
        var questions = legal.Write(
            "q.jsonl",
            """{"id":1,"question":"多取一桶罚几元","articles":[{"law":"井水法","article":"第三条"}]}""",
            """{"id":2,"question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"}]}""");

        var output = await legal.SucceedAsync("evaluate", "--corpus", Legal.Corpus, "--corpus", "fulltext", "--questions", questions);

        Assert.StartsWith("n=2 recall@1=1.000 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_are_searched_as_they_stood_on_the_day_that_is_given()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");
        var questions = legal.Write("q.jsonl", """{"id":1,"question":"土井的井口要不要盖木板","articles":[{"law":"土井办法","article":"第一条"}]}""");
        string[] command = ["evaluate", "--corpus", Legal.Corpus, "fulltext", "--questions", questions];

        Assert.StartsWith("n=1 recall@1=0.000 ", await legal.SucceedAsync(command), StringComparison.Ordinal);
        Assert.StartsWith("n=1 recall@1=1.000 ", await legal.SucceedAsync([.. command, "--as-of", "2015-01-01"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--questions", "nowhere.jsonl")]
    [InlineData("--corpus", "nowhere")]
    public async Task What_is_not_there_is_named(string option, string path)
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", """{"id":1,"question":"水渠","articles":[]}""");
        string[] command = ["evaluate", "--corpus", option == "--corpus" ? path : Legal.Corpus, "--questions", option == "--questions" ? path : questions];

        var outcome = await legal.RunAsync(command);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(path, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_no_ranking_knows_are_named_in_one_line()
    {
        using var legal = new Legal();
        LegalService.Server.Tests.Hosting.TempFolder.Copy(Legal.Corpus, legal["corpus"]);
        legal.Write("corpus/ranking/weights.yaml", "features:", "  moonlight: 1");
        var questions = legal.Write("q.jsonl", """{"id":1,"question":"水渠","articles":[{"law":"水渠条例","article":"第四条"}]}""");

        Assert.Contains("moonlight", await legal.FailAsync("evaluate", "--corpus", "corpus", "--questions", questions), StringComparison.Ordinal);
    }

    private static async Task<string> EvaluateAsync(Legal legal, string corpus, params string[] lines)
    {
        var questions = legal.Write("q.jsonl", lines);
        return await legal.SucceedAsync("evaluate", "--corpus", corpus, "--questions", questions, "--json", "ranks.json");
    }

    /// <summary>id and ranks of each question, as they stand in the file.</summary>
    private static IEnumerable<string> Ranks(Legal legal)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(legal["ranks.json"]));
        return [.. document.RootElement.GetProperty("questions").EnumerateArray().Select(q => $"[{q.GetProperty("id").GetRawText()},{q.GetProperty("ranks").GetRawText()}]")];
    }
}
