using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>What each role reaches and what it does not, by page and by API.</summary>
[Collection(StaffTests.Name)]
public sealed class ReachTests(StaffStage stage)
{
    [Theory]
    [InlineData(StaffStage.Clerk, "/staff", true)]
    [InlineData(StaffStage.Reviewer, "/staff", true)]
    [InlineData(StaffStage.Editor, "/staff", false)]
    [InlineData(StaffStage.Administrator, "/staff", false)]
    public async Task The_board_opens_to_those_who_work_on_requests(string user, string path, bool opens)
    {
        await using var page = await stage.OpenAsync(user, path);
        if (opens)
            await Expect(page.Heading).ToHaveTextAsync("办件");
        else
            await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = "办件" })).ToHaveCountAsync(0);
        await page.CheckAsync();
    }

    [Theory]
    [InlineData(StaffStage.Clerk, "queue", HttpStatusCode.OK)]
    [InlineData(StaffStage.Editor, "queue", HttpStatusCode.Forbidden)]
    [InlineData(StaffStage.Administrator, "queue", HttpStatusCode.Forbidden)]
    [InlineData(StaffStage.Administrator, "members", HttpStatusCode.OK)]
    [InlineData(StaffStage.Clerk, "members", HttpStatusCode.Forbidden)]
    [InlineData(StaffStage.Reviewer, "members", HttpStatusCode.Forbidden)]
    [InlineData(StaffStage.Editor, "members", HttpStatusCode.Forbidden)]
    public async Task The_api_answers_as_the_pages_do(string user, string address, HttpStatusCode status)
    {
        using var client = await stage.ClientAsync(user);
        using var response = await client.GetAsync($"/api/v1/staff/{address}");
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task An_editor_cannot_open_a_record_even_when_he_knows_its_number()
    {
        var request = await stage.SubmitAsync("legal-consultation");
        await using var page = await stage.OpenAsync(StaffStage.Editor, $"/staff/requests/{request.Number}");
        await Expect(page.Heading).ToHaveTextAsync("您的角色不能打开这一页");
        await page.CheckAsync();
        using var client = await stage.ClientAsync(StaffStage.Editor);
        using var response = await client.GetAsync($"/api/v1/staff/requests/{request.Number}");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
