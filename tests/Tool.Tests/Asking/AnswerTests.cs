using System.Text.Json;
using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Asking;

public sealed class AnswerTests
{
    [Fact]
    public async Task Each_question_gets_one_line_with_the_properties_of_the_contract_in_the_same_order()
    {
        using var legal = new Legal();
        var questions = legal.Write(
            "q.jsonl",
            """{"id":7,"question":"邻居把水渠堵了怎么办","articles":[{"law":"水渠条例","article":"第四条"}]}""",
            """{"id":"b","question":"水渠条例第三条"}""",
            """{"id":9.5,"question":"你好","articles":[]}""");

        var answers = await AnswerAsync(legal, questions);

        Assert.Equal(["7", "\"b\"", "9.5"], answers.Select(answer => answer.GetProperty("id").GetRawText()));
        Assert.All(answers, answer =>
        {
            foreach (var name in (string[])["id", "text", "citations", "source", "confidence"])
                Assert.True(answer.TryGetProperty(name, out _), name);
            Assert.NotEmpty(answer.GetProperty("text").GetString()!);
        });
        Assert.Equal(["faq", "statute", "none"], answers.Select(answer => answer.GetProperty("source").GetString()));
        Assert.Equal("""[{"law":"水渠条例","article":"第四条"},{"law":"水渠条例","article":"第四条之一"}]""", answers[0].GetProperty("citations").GetRawText());
        Assert.InRange(answers[0].GetProperty("confidence").GetDouble(), 0.5, 1);
    }

    [Theory]
    [InlineData("""{"id":1,"question":NaN,"articles":NaN}""")]
    [InlineData("""{"id":1,"question":"","articles":[]}""")]
    [InlineData("""{"id":1,"question":null}""")]
    [InlineData("""{"id":1}""")]
    public async Task A_line_without_a_question_keeps_its_place_and_says_what_is_missing(string line)
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", line, """{"id":2,"question":"邻居把水渠堵了怎么办"}""");

        var answers = await AnswerAsync(legal, questions);

        Assert.Equal([1, 2], answers.Select(answer => answer.GetProperty("id").GetInt32()));
        Assert.Equal("question.empty", answers[0].GetProperty("error").GetString());
        Assert.Equal("none", answers[0].GetProperty("source").GetString());
        Assert.Equal("faq", answers[1].GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_value_that_python_left_out_does_no_harm()
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", """{"id": 1, "question": "邻居把水渠堵了怎么办", "keywords": NaN, "articles": NaN, "score": NaN}""");

        Assert.Equal("faq", Assert.Single(await AnswerAsync(legal, questions)).GetProperty("source").GetString());
    }

    [Fact]
    public async Task Empty_lines_windows_line_ends_and_a_byte_order_mark_are_passed_over()
    {
        using var legal = new Legal();
        File.WriteAllText(
            legal["q.jsonl"], "{\"id\":1,\"question\":\"你好\"}\r\n\r\n   \r\n{\"id\":2,\"question\":\"你好\"}\r\n", new System.Text.UTF8Encoding(true));

        Assert.Equal([1, 2], (await AnswerAsync(legal, legal["q.jsonl"])).Select(answer => answer.GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("""{"id":2,"question":"水渠" """)]
    [InlineData("水渠")]
    [InlineData("null")]
    [InlineData("""["水渠"]""")]
    [InlineData("""{"id":2,"question":5}""")]
    [InlineData("""{"question":"水渠"}""")]
    [InlineData("""{"id":2,"question":"水渠","articles":[{"law":"水渠条例","article":"随便"}]}""")]
    [InlineData("""{"id":2,"question":"水渠","articles":[{"article":"第四条"}]}""")]
    [InlineData("""{"id":2,"question":"水渠","articles":[null]}""")]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_is_written(string line)
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", """{"id":1,"question":"你好"}""", "", line);

        var message = await legal.FailAsync("answer", "--corpus", Legal.Corpus, "--questions", questions, "--out", "a.jsonl");

        Assert.Contains("第 3 行", message, StringComparison.Ordinal);
        Assert.False(File.Exists(legal["a.jsonl"]));
    }

    [Fact]
    public async Task A_question_that_is_too_long_keeps_its_place_and_says_so()
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", $$"""{"id":1,"question":"{{new string('水', 2001)}}"}""");

        Assert.Equal("question.tooLong", Assert.Single(await AnswerAsync(legal, questions)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Chinese_is_written_as_it_is()
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", """{"id":"问一","question":"邻居把水渠堵了怎么办"}""");
        await AnswerAsync(legal, questions);

        Assert.Contains("堵渠的人要在三天内挖开", await File.ReadAllTextAsync(legal["a.jsonl"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_in_one_line()
    {
        using var legal = new Legal();
        var questions = legal.Write("q.jsonl", """{"id":1,"question":"你好"}""");

        Assert.Contains(
            "nowhere", await legal.FailAsync("answer", "--corpus", Legal.Corpus, "--questions", questions, "--out", "nowhere/a.jsonl"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> AnswerAsync(Legal legal, string questions)
    {
        await legal.SucceedAsync("answer", "--corpus", Legal.Corpus, "--questions", questions, "--out", "a.jsonl");
        return [.. (await File.ReadAllLinesAsync(legal["a.jsonl"])).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
