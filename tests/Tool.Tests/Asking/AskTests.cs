using LegalService.Server.Tests.Hosting;
using LegalService.Tool.Tests.Hosting;

namespace LegalService.Tool.Tests.Asking;

public sealed class AskTests
{
    [Fact]
    public async Task A_question_is_answered_as_a_citizen_gets_it()
    {
        using var legal = new Legal();

        var output = await legal.SucceedAsync("ask", "邻居把水渠堵了怎么办", "--corpus", Legal.Corpus);

        Assert.StartsWith("堵渠的人要在三天内挖开。", output, StringComparison.Ordinal);
        Assert.Contains("《水渠条例》第四条", output, StringComparison.Ordinal);
        Assert.Contains("申请法律援助", output, StringComparison.Ordinal);
        Assert.Contains("Faq", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_about_the_corpus_the_one_of_the_checkout_is_taken()
    {
        using var legal = new Legal();
        TempFolder.Copy(Legal.Corpus, legal["corpus"]);

        Assert.Contains("《水渠条例》第四条", await legal.SucceedAsync("ask", "邻居把水渠堵了怎么办"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_full_text_is_found_without_being_named()
    {
        using var legal = new Legal();
        TempFolder.Copy(Legal.Corpus, legal["corpus"]);
        await legal.SucceedAsync("import", Legal.Statutes);

        Assert.Contains("取井水每天不得超过二十桶。", await legal.SucceedAsync("ask", "井水法第二条"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2012-01-01", "取井水每天不得超过十桶。")]
    [InlineData("2021-01-01", "取井水每天不得超过二十桶。")]
    public async Task A_question_is_answered_by_the_law_of_the_day_that_is_given(string day, string text)
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");

        Assert.Contains(
            text, await legal.SucceedAsync("ask", "井水法第二条", "--corpus", Legal.Corpus, "fulltext", "--as-of", day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "question.empty")]
    [InlineData("  ", "question.empty")]
    [InlineData(null, "question.tooLong")]
    public async Task A_question_that_cannot_be_asked_is_refused_with_its_code(string? question, string code)
    {
        using var legal = new Legal();

        Assert.Contains(code, await legal.FailAsync("ask", question ?? new string('水', 2001), "--corpus", Legal.Corpus), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        using var legal = new Legal();

        Assert.Contains("nowhere", await legal.FailAsync("ask", "水渠", "--corpus", "nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_has_no_words_to_answer_with_is_named_in_one_line()
    {
        using var legal = new Legal();
        await legal.SucceedAsync("import", Legal.Statutes, "--out", "fulltext");

        Assert.Contains("answers", await legal.FailAsync("ask", "水渠", "--corpus", "fulltext"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_file_is_named_with_its_line_and_the_rest_still_answers()
    {
        using var legal = new Legal();
        TempFolder.Copy(Legal.Corpus, legal["corpus"]);
        legal.Write("corpus/faq/坏.md", "---", "topic: 坏", "---", "", "## 没有编号", "", "回答：", "没有。");

        var outcome = await legal.RunAsync("ask", "邻居把水渠堵了怎么办");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("faq/坏.md(5): faq.noId", outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith("堵渠的人", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        using var legal = new Legal();

        var outcome = await legal.RunAsync("ask", "水渠", "--corpus", Legal.Corpus, "--as-of", "2020-02-30");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("2020-02-30", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }
}
