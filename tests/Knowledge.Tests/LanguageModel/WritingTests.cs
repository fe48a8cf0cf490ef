using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.LanguageModel;

/// <summary>What a citizen gets when the model does its work.</summary>
public sealed class WritingTests
{
    private const string Sound = "公用的井谁都不能填，村里每个人都可以到公用的井打水（《水井法》第三条）。先拍照，再找村委会让他挖开。";

    [Fact]
    public async Task A_sound_answer_is_shown_with_its_articles_and_the_disclaimer()
    {
        using var bench = new ModelBench();
        bench.Site.Writes(Sound);

        var answer = await bench.AskAsync();

        Assert.Equal((AnswerOutcome.Answered, AnswerSource.Model), (answer.Outcome, answer.Source));
        Assert.Equal(Sound + "\n这是法律信息。", answer.Text);
        Assert.Equal(["《水井法》第三条"], answer.Cited());
        Assert.Equal(["legal-aid", null, null], answer.NextSteps.Select(step => step.Service));
    }

    [Fact]
    public async Task Articles_cited_by_number_are_named_within_their_sentence()
    {
        using var bench = new ModelBench();
        bench.Site.Writes("公用的井谁都不能填，村里每个人都可以到公用的井打水。[1] 先拍照，再找村委会让他挖开。");

        var answer = await bench.AskAsync();

        Assert.Equal(AnswerSource.Model, answer.Source);
        Assert.StartsWith("公用的井谁都不能填，村里每个人都可以到公用的井打水（《水井法》第", answer.Text, StringComparison.Ordinal);
        Assert.Single(answer.Citations);
    }

    [Fact]
    public async Task An_answer_that_comes_piece_by_piece_is_taken_whole()
    {
        using var bench = new ModelBench(options => options.Stream = true);
        bench.Site.Streams(Sound.Chunk(7).Select(piece => new string(piece)));

        Assert.Equal(Sound + "\n这是法律信息。", (await bench.AskAsync()).Text);
    }

    [Fact]
    public async Task The_model_is_told_the_rules_the_passages_the_FAQ_and_the_question()
    {
        using var bench = new ModelBench();
        bench.Site.Writes(Sound);

        await bench.AskAsync();

        var said = bench.Site.Said(0);
        Assert.Contains("只说2026年1月15日有效的规定", said, StringComparison.Ordinal);
        Assert.Contains("《水井法》第三条\n意思：村里每个人都可以到公用的井打水", said, StringComparison.Ordinal);
        Assert.Contains("找村委会调解", said, StringComparison.Ordinal);
        Assert.Contains(ModelBench.Question, said, StringComparison.Ordinal);
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_search_of_the_model_finds_may_be_cited()
    {
        using var bench = new ModelBench(options => options.Passages = 1);
        bench.Site.Calls("legal-search_articles", """{"query":"娃娃掉进没盖子的井里该谁赔"}""")
            .Writes("井主没有盖井盖，小孩掉进去的，井主要赔医药费（《水井法》第四条之一）。公用的井谁都不能填（《水井法》第三条）。");

        var answer = await bench.AskAsync();

        Assert.Equal((AnswerSource.Model, 2), (answer.Source, bench.Site.Requests.Count));
        Assert.Contains("《水井法》第四条之一", answer.Cited());
        Assert.Contains("《水井法》第四条之一", bench.Site.Said(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_may_ask_what_services_there_are()
    {
        using var bench = new ModelBench();
        bench.Site.Calls("legal-list_services", "{}").Writes(Sound);

        await bench.AskAsync();

        Assert.Contains("申请法律援助\n预约咨询", bench.Site.Said(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legal-drop_tables", "{}")]
    [InlineData("legal-search_articles", "{\"query\":")]
    [InlineData("legal-search_articles", "{}")]
    public async Task A_call_that_makes_no_sense_is_answered_as_such(string function, string arguments)
    {
        using var bench = new ModelBench();
        bench.Site.Calls(function, arguments).Writes(Sound);

        Assert.Equal(AnswerSource.Model, (await bench.AskAsync()).Source);
    }

    [Fact]
    public async Task A_model_that_looks_up_without_end_is_stopped()
    {
        using var bench = new ModelBench();
        bench.Site.Calls("legal-search_articles", """{"query":"井"}""");

        Assert.Equal(AnswerSource.Faq, (await bench.AskAsync()).Source);
        Assert.Equal(3, bench.Site.Requests.Count);
    }

    [Fact]
    public async Task Personal_data_does_not_leave_and_stands_in_the_answer_again()
    {
        using var bench = new ModelBench();
        bench.Site.Writes("〔姓名甲〕，公用的井谁都不能填，村里每个人都可以到公用的井打水（《水井法》第三条）。");

        var answer = await bench.AskAsync("我叫巴特尔，邻居把井填了我没水吃怎么办，电话13900000001，身份证110101199003078515");

        var said = bench.Site.Requests[0];
        Assert.DoesNotContain("13900000001", said, StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003078515", said, StringComparison.Ordinal);
        Assert.DoesNotContain("巴特尔", bench.Site.Said(0), StringComparison.Ordinal);
        Assert.Equal(AnswerSource.Model, answer.Source);
        Assert.StartsWith("巴特尔，公用的井", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("娃掉进井里了")]
    [InlineData("你好")]
    [InlineData("水井法第四条")]
    public async Task No_model_is_asked_where_the_answer_is_settled(string question)
    {
        using var bench = new ModelBench();
        bench.Site.Writes(Sound);

        await bench.AskAsync(question);

        Assert.Empty(bench.Site.Requests);
    }
}
