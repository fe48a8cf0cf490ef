using System.Globalization;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class AnswerContractTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Question = "邻居把水渠堵了怎么办";

    [Fact]
    public async Task An_answer_has_exactly_the_properties_of_the_contract()
    {
        var answer = await shared.Client.AskAsync(Question);

        Assert.Equal(["citations", "confidence", "nextSteps", "outcome", "source", "text"], answer.Names().Order());
        var citation = answer.List("citations")[0];
        Assert.Equal(["article", "caption", "gist", "inForceFrom", "law", "status", "title", "url"], citation.Names().Order());
    }

    [Fact]
    public async Task A_citation_names_the_article_its_standing_and_its_page()
    {
        var citation = (await shared.Client.AskAsync(Question)).List("citations")[0];

        Assert.Equal("水渠条例", citation.Text("law"));
        Assert.Equal("第四条", citation.Text("article"));
        Assert.Equal("中华人民共和国水渠条例", citation.Text("title"));
        Assert.Equal("inForce", citation.Text("status"));
        Assert.Equal("2018-06-01", citation.Text("inForceFrom"));
        Assert.Equal("堵渠要恢复", citation.Text("caption"));
        Assert.StartsWith("谁堵了公家的水渠", citation.Text("gist"), StringComparison.Ordinal);
        Assert.Equal("/articles/水渠条例/第四条", Uri.UnescapeDataString(citation.Text("url")));
    }

    [Fact]
    public async Task The_page_of_every_citation_opens()
    {
        foreach (var citation in (await shared.Client.AskAsync(Question)).List("citations"))
        {
            using var page = await shared.Client.GetAsync(citation.Text("url"));
            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
            using var article = await shared.Client.GetAsync("/api/v1" + citation.Text("url"));
            Assert.True(article.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task A_next_step_is_a_service_or_an_address_or_a_number_and_never_two_of_them()
    {
        var steps = (await shared.Client.AskAsync(Question)).List("nextSteps");

        Assert.Contains(steps, step => step.TryGetProperty("service", out var service) && service.GetString() == "legal-aid");
        Assert.Contains(steps, step => step.TryGetProperty("phone", out var phone) && phone.GetString() == "12345");
        Assert.All(steps, step =>
        {
            Assert.NotEmpty(step.Text("label"));
            Assert.Single(step.Names(), name => name is "service" or "url" or "phone");
            Assert.Equal(2, step.Names().Count());
        });
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("你好")]
    [InlineData("水渠条例第四条")]
    [InlineData("他打我")]
    [InlineData("火星上能不能养鱼")]
    public async Task Nothing_in_an_answer_is_null_and_every_word_of_the_protocol_is_known(string question)
    {
        var answer = await shared.Client.AskAsync(question);

        Assert.DoesNotContain(Everything(answer), element => element.ValueKind == JsonValueKind.Null);
        Assert.Contains(
            answer.Text("outcome"),
            (string[])[
                "answered", "urgent", "clarify", "no_answer", "article", "no_such_article", "no_such_law", "article_not_loaded", "not_in_force",
                "small_talk", "not_legal", "unreadable"
            ]);
        Assert.Contains(answer.Text("source"), (string[])["faq", "statute", "model", "none"]);
        Assert.InRange(answer.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.NotEmpty(answer.Text("text"));
        foreach (var citation in answer.List("citations"))
        {
            Assert.Contains(citation.Text("status"), (string[])["inForce", "amended", "repealed", "notYetInForce"]);
            Assert.True(DateOnly.TryParseExact(citation.Text("inForceFrom"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        }
    }

    [Fact]
    public async Task Chinese_is_written_as_it_is_and_not_escaped()
    {
        using var response = await shared.Client.PostQuestionAsync(Question);

        Assert.Contains("堵渠的人要在三天内挖开", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_conversation_id_may_be_given_and_fields_that_nobody_knows_are_passed_over()
    {
        using var response = await shared.Client.PostBodyAsync($$"""{"question":"{{Question}}","conversationId":"c-1","mood":{"sad":[1,2]} }""");

        Assert.Equal("answered", (await response.ReadJsonAsync()).Text("outcome"));
    }

    private static IEnumerable<JsonElement> Everything(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Everything(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everything).Prepend(element),
        _ => [element],
    };
}
