using LegalService.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>A request on its way from one office to another.</summary>
[Collection(StaffTests.Name)]
public sealed class ReferralTests(StaffStage stage)
{
    [Fact]
    public async Task One_office_hands_a_request_on_the_other_takes_it_over_and_the_citizen_sees_both()
    {
        var request = await stage.SubmitAsync();
        await using var here = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await here.Button("转交本县其他单位").ClickAsync();
        var dialog = here.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("示例北苏木", new() { Exact = false }).First.CheckAsync();
        await dialog.GetByLabel("为什么转").FillAsync("您家在北苏木，那里办更近。");
        await here.CheckAsync();
        await here.ShowAsync("hand-on");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "转交" }).ClickAsync();
        await Expect(here.Browser.Locator(".record-stale")).ToContainTextAsync("还没有接手");
        // It is another office's now: nothing to answer here.
        await Expect(here.Button("接手", exact: true)).ToHaveCountAsync(0);

        await using var there = await stage.OpenAsync(StaffStage.NorthClerk, "/staff?office=example-north");
        await Expect(there.Browser.Locator("tr", new() { HasText = request.Number })).ToContainTextAsync("等接手");
        await there.CheckAsync();
        await there.GoAsync($"/staff/requests/{request.Number}");
        await Expect(there.Browser.Locator("#due + *, .due-row").First).ToBeVisibleAsync();
        await there.CheckAsync();
        await there.ShowAsync("to-take-over");
        await there.Button("接手", exact: true).ClickAsync();
        await Expect(there.Button("接手", exact: true)).ToHaveCountAsync(0);

        var seen = await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code));
        Assert.Equal("received referred takenOver", string.Join(' ', seen.History.Select(line => line.Event)));
        Assert.Contains("那里办更近", seen.History[1].Message, StringComparison.Ordinal);
    }
}
