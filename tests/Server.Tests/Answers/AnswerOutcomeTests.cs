using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class AnswerOutcomeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("邻居把水渠堵了怎么办", "answered", "faq")]
    [InlineData("堵了水渠要罚多少钱", "answered", "statute")]
    [InlineData("水渠条例第四条", "article", "statute")]
    [InlineData("《中华人民共和国水渠条例》第4条之一", "article", "statute")]
    [InlineData("放水条例3条", "article", "statute")]
    [InlineData("水渠规定（二）第三条", "article", "statute")]
    [InlineData("《水渠规定(二)》3条", "article", "statute")]
    [InlineData("《三月十二条》第三条", "no_such_law", "none")]
    [InlineData("水渠条例第二十一条", "no_such_article", "none")]
    [InlineData("水渠条例第99999条", "no_such_article", "none")]
    [InlineData("《月亮法》第三条", "no_such_law", "none")]
    [InlineData("水渠条例第十九条", "article_not_loaded", "none")]
    [InlineData("羊圈办法第二条", "not_in_force", "statute")]
    [InlineData("第四条", "clarify", "none")]
    [InlineData("你好", "small_talk", "none")]
    [InlineData("今天天气怎么样", "not_legal", "none")]
    [InlineData("？？？！！！", "unreadable", "none")]
    [InlineData("hello there how are you today my friend", "unreadable", "none")]
    [InlineData("火星上能不能养鱼", "no_answer", "none")]
    [InlineData("他打我", "urgent", "statute")]
    [InlineData("邻居把水渠堵了怎么办，他打我", "urgent", "faq")]
    public async Task Each_kind_of_question_gets_its_own_kind_of_answer(string question, string outcome, string source)
    {
        var answer = await shared.Client.AskAsync(question);

        Assert.Equal((outcome, source), (answer.Text("outcome"), answer.Text("source")));
        Assert.NotEmpty(answer.Text("text"));
    }

    [Fact]
    public async Task An_urgent_answer_begins_with_the_number_to_call()
    {
        var answer = await shared.Client.AskAsync("邻居砍我");

        Assert.StartsWith("先打 110", answer.Text("text"), StringComparison.Ordinal);
        Assert.Equal(["110", "120"], answer.List("nextSteps").Take(2).Select(step => step.Text("phone")));
    }

    [Fact]
    public async Task An_urgent_answer_names_the_articles_that_help_in_every_such_case()
    {
        Assert.Equal("第四条之一", Assert.Single((await shared.Client.AskAsync("邻居砍我")).List("citations")).Text("article"));
    }

    [Fact]
    public async Task An_urgent_answer_tells_what_is_known_of_the_matter_but_after_the_number()
    {
        var answer = await shared.Client.AskAsync("邻居把水渠堵了怎么办，他打我");

        var (number, law) = (Place(answer.Text("text"), "110"), Place(answer.Text("text"), "堵渠的人"));
        Assert.True(number >= 0 && number < law, answer.Text("text"));
        Assert.Equal(["第四条之一", "第四条"], answer.List("citations").Select(citation => citation.Text("article")));
        Assert.Equal("110", answer.List("nextSteps")[0].Text("phone"));
    }

    [Fact]
    public async Task What_only_sounds_like_danger_raises_no_alarm()
    {
        Assert.NotEqual("urgent", (await shared.Client.AskAsync("他打我电话说水渠的事")).Text("outcome"));
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_told_with_the_number_of_articles_there_are()
    {
        var answer = await shared.Client.AskAsync("水渠条例第二十一条怎么说");

        Assert.Equal("《水渠条例》没有第二十一条，一共有20条。", answer.Text("text"));
        Assert.Empty(answer.List("citations"));
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_not_passed_over_in_a_longer_question()
    {
        var answer = await shared.Client.AskAsync("我听人说按照水渠条例第二十一条邻居堵了渠要坐牢是不是真的");

        Assert.Equal("no_such_article", answer.Text("outcome"));
    }

    [Fact]
    public async Task A_question_that_is_half_understood_is_asked_back_with_questions_to_choose_from()
    {
        var answer = await shared.Client.AskAsync("渠道");

        Assert.Equal("clarify", answer.Text("outcome"));
        var choices = answer.List("nextSteps").Where(step => step.TryGetProperty("url", out _)).ToList();
        Assert.NotEmpty(choices);
        Assert.All(choices, choice => Assert.Equal("/#q=" + choice.Text("label"), Uri.UnescapeDataString(choice.Text("url"))));
    }

    [Fact]
    public async Task Who_cannot_be_answered_is_told_whom_to_call()
    {
        var answer = await shared.Client.AskAsync("火星上能不能养鱼");

        Assert.Empty(answer.List("citations"));
        Assert.Contains(answer.List("nextSteps"), step => step.TryGetProperty("phone", out var phone) && phone.GetString() == "12348");
        Assert.Contains(answer.List("nextSteps"), step => step.TryGetProperty("service", out var service) && service.GetString() == "legal-consultation");
    }

    [Fact]
    public async Task Under_every_legal_answer_stands_what_it_is_not()
    {
        Assert.EndsWith("这是法律信息，不是律师意见。", (await shared.Client.AskAsync("邻居把水渠堵了怎么办")).Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lay_word_finds_what_the_law_calls_otherwise()
    {
        Assert.Equal("第四条", (await shared.Client.AskAsync("塞起来")).List("citations")[0].Text("article"));
        Assert.Equal("no_answer", (await shared.Client.AskAsync("绕起来")).Text("outcome"));
    }

    private static int Place(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);
}
