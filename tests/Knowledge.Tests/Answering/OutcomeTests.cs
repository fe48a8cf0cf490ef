using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class OutcomeTests
{
    [Fact]
    public async Task A_question_like_an_FAQ_entry_is_answered_with_it()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("村里的老井被人用土埋了怎么办");

        Assert.Equal((AnswerOutcome.Answered, AnswerSource.Faq), (answer.Outcome, answer.Source));
        Assert.Equal(
            "公用的井谁都不能填。先拍照，再找村委会让他挖开。\n怎么做：\n1. 拍照片留证据。\n2. 找村委会调解。\n要带：照片。\n时间：三十日内说。\n去哪里：村委会。\n费用：不收费。\n这是法律信息。",
            answer.Text);
        Assert.Equal(["《水井法》第三条", "《水井法》第四条"], answer.Cited());
        Assert.All(answer.Citations, citation => Assert.Equal(CitationStatus.InForce, citation.Status));
        Assert.Equal(
            [new NextStep("申请法律援助", Service: "legal-aid"), new NextStep("打 12345 便民热线", Phone: "12345"), new NextStep("打 12348 法律热线", Phone: "12348")],
            answer.NextSteps);
        Assert.InRange(answer.Confidence, 0.5, 1);
    }

    [Fact]
    public async Task A_question_that_a_note_answers_is_answered_with_its_gist()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("邻居往井里倒泔水赔多少");

        Assert.Equal((AnswerOutcome.Answered, AnswerSource.Statute), (answer.Outcome, answer.Source));
        Assert.Contains("把脏东西倒进井里的，赔五百元", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n这是法律信息。", answer.Text, StringComparison.Ordinal);
        Assert.Equal("《水井法》第四条", answer.Cited().First());
        Assert.Contains(answer.NextSteps, step => step.Service == "legal-consultation");
        Assert.Contains(answer.NextSteps, step => step.Phone == "12348");
    }

    [Fact]
    public async Task Full_text_alone_is_quoted()
    {
        using var folder = await new CorpusFolder().WriteAnswers()
            .WithFullTextAsync(Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2000), null, "水车归全村所有。", "水车坏了由村里修。")));

        var answer = (await folder.AnswererAsync()).Ask("水车坏了谁来修");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Contains("《水车法》第二条规定：“水车坏了由村里修。”", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_the_thresholds_one_question_is_asked_back_with_choices()
    {
        using var folder = CorpusFolder.Sample().WriteAnswers(confidence: "0.3");

        var answer = (await folder.AnswererAsync()).Ask("井盖");

        Assert.Equal((AnswerOutcome.Clarify, "您问的是哪一件？\n也许有关：", 0.3), (answer.Outcome, answer.Text, answer.Confidence));
        Assert.NotEmpty(answer.Citations);
        var choices = answer.NextSteps.Where(step => step.Url is not null).ToList();
        Assert.InRange(choices.Count, 1, 3);
        Assert.All(choices, choice => Assert.StartsWith("是问：", choice.Label, StringComparison.Ordinal));
        Assert.All(choices, choice => Assert.Equal("/#q=" + Uri.EscapeDataString(choice.Label["是问：".Length..]), choice.Url));
        Assert.Equal(choices.Count, choices.Distinct().Count());
    }

    [Theory]
    [InlineData("井盖", AnswerOutcome.Clarify)]
    [InlineData("井盖！？。", AnswerOutcome.Clarify)]
    [InlineData("井盖没盖", AnswerOutcome.Answered)]
    public async Task A_word_that_asks_nothing_is_asked_back_however_sure_the_search_is(string question, AnswerOutcome outcome)
    {
        using var folder = CorpusFolder.Sample().WriteAnswers(confidence: "0.9")
            .Write("answers/outcomes.yaml", SampleTexts.Outcomes.Replace("maxCitations: 2", "maxCitations: 2\nshortestQuestion: 3", StringComparison.Ordinal));

        Assert.Equal(outcome, (await folder.AnswererAsync()).Ask(question).Outcome);
    }

    [Fact]
    public async Task Where_there_are_no_choices_nothing_is_asked_back_but_articles_that_may_help_are_shown()
    {
        using var folder = await new CorpusFolder().WriteAnswers(confidence: "0.3")
            .WithFullTextAsync(Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2000), null, "水车坏了由村里修。")));

        var answer = (await folder.AnswererAsync()).Ask("水车坏了谁来修");

        Assert.Equal((AnswerOutcome.NoAnswer, "没找到，不敢乱说。\n也许有关："), (answer.Outcome, answer.Text));
        Assert.Equal(["《水车法》第一条"], answer.Cited());
        Assert.Equal(["legal-consultation", "12348"], answer.NextSteps.Select(step => step.Service ?? step.Phone));
    }

    [Fact]
    public async Task Below_the_thresholds_people_are_named_and_nothing_is_guessed()
    {
        using var folder = CorpusFolder.Sample().WriteAnswers(confidence: "0.1");

        var answer = (await folder.AnswererAsync()).Ask("井盖");

        Assert.Equal((AnswerOutcome.NoAnswer, AnswerSource.None, "没找到，不敢乱说。"), (answer.Outcome, answer.Source, answer.Text));
        Assert.Empty(answer.Citations);
        Assert.Equal(["legal-consultation", "12348"], answer.NextSteps.Select(step => step.Service ?? step.Phone));
    }

    [Fact]
    public async Task An_empty_corpus_has_no_answer()
    {
        using var folder = new CorpusFolder().WriteAnswers();

        var answer = (await folder.AnswererAsync()).Ask("邻居把井填了怎么办");

        Assert.Equal((AnswerOutcome.NoAnswer, AnswerSource.None), (answer.Outcome, answer.Source));
        Assert.Empty(answer.Citations);
    }

    [Theory]
    [InlineData("？？？")]
    [InlineData("😡😡")]
    [InlineData("asdf qwer")]
    [InlineData("12345")]
    [InlineData("\0\0")]
    [InlineData("\uD800")]
    public async Task What_cannot_be_read_as_a_question_is_said_so_with_questions_to_begin_with(string question)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal((AnswerOutcome.Unreadable, "没看懂。"), (answer.Outcome, answer.Text));
        Assert.Equal(["井被填了怎么办", "谁可以打水", "井水脏了怎么办"], answer.NextSteps.Select(step => step.Label));
        Assert.All(answer.NextSteps, step => Assert.StartsWith("/#q=%", step.Url, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "question.empty")]
    [InlineData("", "question.empty")]
    [InlineData(" \t\r\n\u3000", "question.empty")]
    public void What_is_no_question_is_refused_with_a_code(string? question, string code) => Assert.Equal(code, Answerer.Refuse(question));

    [Fact]
    public async Task The_longest_question_is_answered_and_a_longer_one_refused()
    {
        using var folder = CorpusFolder.Sample();
        var answerer = await folder.AnswererAsync();
        var longest = new string('井', Answerer.LongestQuestion);

        Assert.Null(Answerer.Refuse(longest));
        Assert.NotEqual("", answerer.Ask(longest).Text);
        Assert.Equal("question.tooLong", Answerer.Refuse(longest + "井"));
        Assert.Contains("question.tooLong", Assert.Throws<ArgumentException>(() => answerer.Ask(longest + "井")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_to_say_there_is_no_answerer()
    {
        using var folder = new CorpusFolder().Write("statutes/水井法.md", SampleTexts.WellNotes);

        await Assert.ThrowsAsync<InvalidDataException>(() => folder.AnswererAsync());
    }
}
