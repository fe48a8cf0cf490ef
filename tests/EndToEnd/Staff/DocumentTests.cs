using LegalService.Contracts;
using LegalService.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>What a citizen wrote, at the clerk's desk.</summary>
[Collection(StaffTests.Name)]
public sealed class DocumentTests(StaffStage stage)
{
    [Fact]
    public async Task A_clerk_puts_a_document_right_and_the_citizen_has_it()
    {
        var document = await Citizen.FillInDocumentAsync(stage.Citizens, "civil-complaint", 61);
        var begun = (await stage.Citizens.NextDocumentQuestionAsync("civil-complaint", new InterviewRequest(document))).Review!;
        var answers = await Citizen.FillInAsync(stage.Citizens, begun.Service, 61, begun.Answers);
        var sent = await stage.Citizens.ReviewDocumentAsync("civil-complaint", new DocumentReviewRequest(document, answers), Guid.NewGuid().ToString());
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{sent.Number}");
        await Expect(page.Browser.GetByText("还没有核对，核对好才能办结")).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("document-on-record");

        await page.Button("核对、修改").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator(".letter-preview")).ToContainTextAsync("民事起诉状");
        await page.CheckAsync();
        await page.ShowAsync("document-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "核对好了" }).ClickAsync();

        await Expect(page.Browser.Locator("ul.letters").First).ToContainTextAsync("本中心代写");
        Assert.Equal("民事起诉状", (await stage.Citizens.LookupAsync(new LookupRequest(sent.Number, sent.Code))).Document);
    }

    [Fact]
    public async Task A_clerk_finds_every_calculator_and_document_for_who_stands_at_the_window()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/tools");
        await Expect(page.Browser.Locator("a[href='/calculators/severance-pay']")).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("tools");
        var opened = await page.Browser.RunAndWaitForPopupAsync(() => page.Browser.Locator("a[href='/documents/iou']").ClickAsync());

        await Expect(opened.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("谁借给谁");
    }
}
