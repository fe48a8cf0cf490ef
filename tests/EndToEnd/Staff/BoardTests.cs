using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>The queue as a clerk meets it in the morning.</summary>
[Collection(StaffTests.Name)]
public sealed class BoardTests(StaffStage stage)
{
    [Fact]
    public async Task The_most_urgent_stands_first_with_its_reason_and_article()
    {
        await stage.SubmitAsync("legal-consultation");
        await stage.SubmitAsync();
        var urgent = await stage.SubmitAsync(give: InTwoDays);
        await using var page = await stage.OpenAsync(StaffStage.Clerk);
        var rows = page.Browser.Locator("tr[data-row]");
        await Expect(rows.First).ToContainTextAsync("马上");
        await Expect(rows.First.Locator("a.basis").First).ToContainTextAsync("法律援助法》第四十四条");
        await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = urgent.Number })).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("board");
    }

    [Fact]
    public async Task It_is_worked_with_the_keyboard_alone()
    {
        var request = await stage.SubmitAsync();
        await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk);
        await Expect(page.Browser.Locator("tr[data-row]").First).ToBeVisibleAsync();

        await page.Browser.Keyboard.PressAsync("?");
        await Expect(page.Browser.GetByRole(AriaRole.Dialog)).ToContainTextAsync("下一件");
        await page.ShowAsync("keys");
        await page.CheckAsync();
        await page.Browser.Keyboard.PressAsync("Escape");
        await Expect(page.Browser.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.Browser.Keyboard.PressAsync("j");
        await page.Browser.Keyboard.PressAsync("j");
        await page.Browser.Keyboard.PressAsync("x");
        await Expect(page.Text("选了 1 件")).ToBeVisibleAsync();
        await page.Browser.Keyboard.PressAsync("k");
        await page.Browser.Keyboard.PressAsync("/");
        await page.Browser.Keyboard.TypeAsync(request.Number);
        await page.Browser.Keyboard.PressAsync("Enter");
        await Expect(page.Text("按编号找到 1 件")).ToBeVisibleAsync();
        await page.Browser.GetByLabel("按姓名、编号").BlurAsync();
        await page.Browser.Keyboard.PressAsync("j");
        await page.Browser.Keyboard.PressAsync("Enter");
        await Expect(page.Heading).ToContainTextAsync(request.Number);
        await page.Browser.Keyboard.PressAsync("b");
        await Expect(page.Heading).ToHaveTextAsync("办件");
    }

    [Fact]
    public async Task A_person_is_found_by_phone_and_name_and_never_named_in_an_address()
    {
        const string Phone = "13712345678";
        var request = await stage.SubmitAsync(give: answers =>
        {
            answers["phone"] = JsonSerializer.SerializeToElement(Phone);
            answers["name"] = JsonSerializer.SerializeToElement("乌兰图雅");
        });
        await using var page = await stage.OpenAsync(StaffStage.Clerk);
        foreach (var (typed, kind) in new[] { (Phone, "电话"), ("乌兰图雅", "姓名") })
        {
            await page.Browser.GetByLabel("按姓名、编号").FillAsync(typed);
            await page.Button("查找").ClickAsync();
            await Expect(page.Text($"按{kind}找到 1 件")).ToBeVisibleAsync();
            await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = request.Number })).ToBeVisibleAsync();
            await Expect(page.Browser.Locator("tr[data-row]")).Not.ToContainTextAsync("兰图雅");
            Assert.DoesNotContain(typed, Uri.UnescapeDataString(page.Browser.Url), StringComparison.Ordinal);
        }

        await page.ShowAsync("search");
    }

    [Fact]
    public async Task What_a_colleague_or_a_citizen_changes_shows_within_seconds()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff?service=legal-consultation");
        await Expect(page.Heading).ToHaveTextAsync("办件");
        var request = await stage.SubmitAsync("legal-consultation");
        var row = page.Browser.Locator("tr[data-row]", new() { HasText = request.Number });
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await using var colleague = await stage.OpenAsync(StaffStage.OtherClerk, $"/staff/requests/{request.Number}");
        await Expect(row).ToContainTextAsync("白音 正在看", new() { Timeout = 30_000 });
        using var client = await stage.ClientAsync(StaffStage.OtherClerk);
        using var accepted = await client.PostAsJsonAsync($"/api/v1/staff/requests/{request.Number}/accept", new { version = 1 });
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());
        await Expect(row).ToContainTextAsync("已受理", new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task Several_are_handed_to_a_colleague_at_once_and_one_that_changed_meanwhile_is_left_alone()
    {
        SubmittedNumbers numbers = new((await stage.SubmitAsync("remote-notary")).Number, (await stage.SubmitAsync("remote-notary")).Number);
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff?service=remote-notary&whose=nobody");
        await page.Browser.GetByLabel($"选择 {numbers.First}").CheckAsync();
        await page.Browser.GetByLabel($"选择 {numbers.Second}").CheckAsync();
        using var client = await stage.ClientAsync(StaffStage.OtherClerk);
        using var noted = await client.PostAsJsonAsync($"/api/v1/staff/requests/{numbers.Second}/note", new { version = 1, note = "正在核对" });
        Assert.True(noted.IsSuccessStatusCode);
        await page.Browser.GetByLabel("交给").SelectOptionAsync("白音");
        await page.ShowAsync("bulk");
        await page.Button("交办").ClickAsync();
        await Expect(page.Text("1 件已交办，1 件没有")).ToBeVisibleAsync();
        await Expect(page.Browser.GetByLabel($"选择 {numbers.First}")).ToHaveCountAsync(0);
        await Expect(page.Browser.GetByLabel($"选择 {numbers.Second}")).ToBeVisibleAsync();
    }

    private static void InTwoDays(Dictionary<string, JsonElement> answers) =>
        answers["limitDate"] = JsonSerializer.SerializeToElement(TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private sealed record SubmittedNumbers(string First, string Second);
}
