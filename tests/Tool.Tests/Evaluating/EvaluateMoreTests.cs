using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Evaluating;

public sealed class EvaluateMoreTests
{
    private const string Dam = """{"id":"dam","question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"},{"law":"水渠条例","article":"第四条之一"}],"keywords":"水渠，邻里"}""";
    private const string Lost = """{"id":"lost","question":"羊圈离水井要多远","articles":[{"law":"月亮法","article":"第一条"}],"keywords":NaN}""";

    [Fact]
    public async Task What_a_part_is_worth_stands_on_a_line_of_its_own_before_the_figures()
    {
        using var legal = new Legal();

        var lines = await LinesAsync(legal, [Dam], "--without", "notes+faq", "--without", "learned");

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("without notes+faq: n=1 recall@1=0.000 ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("without learned: n=1 recall@1=0.500 ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("n=1 recall@1=0.500 recall@5=1.000 ", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moonlight")]
    [InlineData("none")]
    [InlineData("1")]
    public async Task A_part_that_there_is_not_is_named(string part)
    {
        using var legal = new Legal();

        Assert.Contains(part, await legal.FailAsync("evaluate", "--corpus", Legal.Corpus, "--questions", legal.Write("q.jsonl", Dam), "--without", part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Laws_and_keywords_have_their_own_tables_and_the_rare_ones_are_put_together()
    {
        using var legal = new Legal();

        var lines = await LinesAsync(legal, [Dam, Dam.Replace("dam", "again", StringComparison.Ordinal), Dam.Replace("dam", "third", StringComparison.Ordinal), Lost], "--per", "law", "--per", "topic");

        Assert.Contains("| 水渠条例 | 6 | 0.500 | 1.000 | 1.000 |", lines);
        Assert.Equal(2, lines.Count(line => line == "| 其他 1 | 1 | 0.000 | 0.000 | 0.000 |"));
        Assert.Contains("| 邻里 | 6 | 0.500 | 1.000 | 1.000 |", lines);
    }

    [Fact]
    public async Task What_a_citizen_is_shown_is_measured_on_a_line_of_its_own()
    {
        using var legal = new Legal();

        var lines = await LinesAsync(legal, [Dam, Lost], "--shown");

        Assert.Matches(@"^shown=\d+\.\d{2} shown_precision=\d\.\d{3} shown_recall=\d\.\d{3} answered=\d\.\d{3} answered_right=\d\.\d{3}$", lines[0]);
        Assert.StartsWith("n=2 ", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misses_are_written_down_to_be_read_and_hits_are_not()
    {
        using var legal = new Legal();

        await LinesAsync(legal, [Dam, Lost], "--misses", "misses.md");

        var misses = await File.ReadAllTextAsync(legal["misses.md"]);
        Assert.StartsWith("# 前十条里一条都没找对：2 个问题里的 1 个", misses, StringComparison.Ordinal);
        Assert.Contains("## lost 羊圈离水井要多远", misses, StringComparison.Ordinal);
        Assert.Contains("| 没有 | **《月亮法》第一条** |", misses, StringComparison.Ordinal);
        Assert.DoesNotContain("## dam", misses, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewritten_questions_are_measured_each_way_on_a_line_of_its_own()
    {
        using var legal = new Legal();

        var lines = await LinesAsync(legal, [Dam], "--rewrites");

        Assert.Equal(6, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("rewritten, traditional: recall@10=1.000 lost=0.000 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("rewritten, no punctuation: recall@10=1.000 lost=0.000 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Held_out_models_that_are_not_there_are_asked_for()
    {
        using var legal = new Legal();

        Assert.Contains(
            "train --held-out",
            await legal.FailAsync("evaluate", "--corpus", Legal.Corpus, "--questions", legal.Write("q.jsonl", Dam), "--held-out", "nowhere"),
            StringComparison.Ordinal);
    }

    private static async Task<string[]> LinesAsync(Legal legal, string[] questions, params string[] options) =>
        (await legal.SucceedAsync(["evaluate", "--corpus", Legal.Corpus, "--questions", legal.Write("q.jsonl", questions), .. options])).TrimEnd().Split('\n');
}
