using System.Text.RegularExpressions;
using LegalService.Contracts;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

[Collection(StaffTests.Name)]
public sealed class RatingsTests(StaffStage stage)
{
    [Fact]
    public async Task A_clerk_sees_a_low_rating_with_its_clock_and_replies_once()
    {
        var request = await stage.SubmitAsync("legal-consultation");
        await stage.Citizens.FeedbackAsync(new FeedbackRequest("request", 1, request.Number, ["again"], "跑了三趟"));
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/ratings");
        var card = page.Browser.GetByRole(Microsoft.Playwright.AriaRole.Article, new() { NameRegex = new(request.Number, RegexOptions.None, TimeSpan.FromSeconds(1)) });

        await Expect(card).ToContainTextAsync("让我多跑了好几趟");
        await Expect(card).ToContainTextAsync("还剩");
        await page.CheckAsync();
        await page.ShowAsync("ratings");
        await card.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "回复" }).ClickAsync();
        await Expect(page.Text("请写明回复")).ToBeVisibleAsync();
        await card.GetByLabel("核实和整改的情况").FillAsync("材料清单已经贴在窗口，向您道歉。");
        await card.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "回复" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await page.Button("回复过的").ClickAsync();

        await Expect(card).ToContainTextAsync("材料清单已经贴在窗口");
    }
}
