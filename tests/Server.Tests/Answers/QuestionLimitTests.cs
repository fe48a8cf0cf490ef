using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class QuestionLimitTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u3000\n\t")]
    [InlineData(null)]
    public async Task An_empty_question_is_refused_with_its_code(string? question)
    {
        using var response = await shared.Client.PostQuestionAsync(question);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "question.empty");
    }

    [Fact]
    public async Task A_body_without_a_question_is_refused_as_an_empty_one()
    {
        using var response = await shared.Client.PostBodyAsync("{}");

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "question.empty");
    }

    [Fact]
    public async Task A_question_of_2000_characters_is_answered()
    {
        var answer = await shared.Client.AskAsync("邻居把水渠堵了怎么办" + new string('。', 1990));

        Assert.Equal("answered", answer.Text("outcome"));
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_with_its_code()
    {
        using var response = await shared.Client.PostQuestionAsync("邻居把水渠堵了怎么办" + new string('。', 1991));

        var problem = await response.AssertProblemAsync(HttpStatusCode.BadRequest, "question.tooLong");
        Assert.Contains("2000", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_2000_different_characters_is_searched_and_answered()
    {
        var question = string.Concat(Enumerable.Range(0, 2000).Select(place => (char)('\u4E00' + (place * 7))));

        Assert.NotEmpty((await shared.Client.AskAsync(question)).Text("text"));
    }

    [Fact]
    public async Task The_longest_question_fits_even_when_every_character_is_escaped()
    {
        var escaped = string.Concat(Enumerable.Repeat("\\u6C34", 2000));
        using var response = await shared.Client.PostBodyAsync($$"""{"question":"{{escaped}}"}""");

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_body_of_70_kilobytes_is_refused_with_its_code()
    {
        using var response = await shared.Client.PostQuestionAsync(new string('x', 70 * 1024));

        await response.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body.tooLarge");
    }

    [Fact]
    public async Task A_body_of_70_kilobytes_sent_in_pieces_is_refused_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/answers");
        request.Content = new StringContent($$"""{"question":"{{new string('x', 70 * 1024)}}"}""", System.Text.Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await shared.Client.SendAsync(request);

        await response.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body.tooLarge");
    }
}
