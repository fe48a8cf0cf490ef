using System.Text.Json;
using Deque.AxeCore.Playwright;
using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using LegalService.Support;
using Microsoft.Playwright;
using Refit;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>点单, 派单, 接单: a citizen asks for the village's adviser, a clerk gives the order out, the adviser takes it with the code on his phone.</summary>
[Collection(StaffTests.Name)]
public sealed class OrderTests(StaffStage stage)
{
    private const string North = "13900000101";

    [Fact]
    public async Task An_order_is_given_out_taken_on_a_phone_carried_out_and_rated()
    {
        using var phones = SmsGateway.Start();
        await using var server = await ServerProcess.StartAsync([.. phones.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value })]);
        await StaffStage.HireAsync(server, StaffStage.ClerkOnly);
        var citizens = RestService.For<ILegalServiceApi>(server.Address.ToString().TrimEnd('/'));
        var request = await OrderAsync(citizens);

        await using var desk = await stage.OpenAsync(server.Address, StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await desk.Button("受理", exact: true).ClickAsync();
        await desk.Browser.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await desk.Button("派单", exact: true).ClickAsync();
        var dialog = desk.Browser.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Radio).First).ToHaveAttributeAsync("value", "adviser-north");
        await desk.CheckAsync();
        await desk.ShowAsync("give-out");
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "派单", Exact = true }).ClickAsync();
        await Expect(desk.Browser.Locator("section[aria-labelledby=orders]")).ToContainTextAsync("等答复");

        var context = await stage.NewProfileAsync();
        await using var closing = context;
        var phone = await context.NewPageAsync();
        await phone.SetViewportSizeAsync(390, 844);
        await phone.GotoAsync(new Uri(server.Address, "/orders").ToString());
        await CheckAsync(phone);
        await phone.GetByLabel("编号").FillAsync(request.Number);
        await phone.GetByLabel("接单码").FillAsync("WRONG234");
        await phone.GetByRole(AriaRole.Button, new() { Name = "看这一单" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("编号或接单码不对");
        await phone.GetByLabel("接单码").FillAsync(await CodeAsync(phones));
        await phone.GetByRole(AriaRole.Button, new() { Name = "看这一单" }).ClickAsync();
        await Expect(phone.Locator(".facts")).ToContainTextAsync("***");
        await Expect(phone.Locator(".facts")).Not.ToContainTextAsync("13900000077");
        await CheckAsync(phone);
        await PictureAsync(phone, "order-offered");
        await phone.GetByRole(AriaRole.Button, new() { Name = "我来接" }).ClickAsync();
        await Expect(phone.Locator(".facts")).ToContainTextAsync("13900000077");
        await phone.GetByLabel("服务记录").FillAsync("看了合同，第五条要改，改好再签。");
        await CheckAsync(phone);
        await PictureAsync(phone, "order-taken");
        Assert.Equal("assigned", (await citizens.LookupAsync(new LookupRequest(request.Number, request.Code))).State);
        await phone.GetByRole(AriaRole.Button, new() { Name = "办完了" }).ClickAsync();
        await Expect(phone.Locator(".state")).ToContainTextAsync("办完了");

        var seen = await citizens.LookupAsync(new LookupRequest(request.Number, request.Code));
        Assert.Equal("done", seen.State);
        Assert.Contains(seen.History, line => line.Message == "看了合同，第五条要改，改好再签。");
        await citizens.FeedbackAsync(new FeedbackRequest("request", 5, request.Number));
        await desk.GoAsync(new Uri(server.Address, "/staff/orders").ToString());
        await Expect(desk.Browser.Locator("section[aria-labelledby=people] tr", new() { HasText = "白音" })).ToContainTextAsync("1");
        await desk.CheckAsync();
        await desk.ShowAsync("orders");
    }

    private static async Task<SubmissionResponse> OrderAsync(ILegalServiceApi citizens)
    {
        var answers = await Citizen.FillInAsync(citizens, "village-adviser", 77, new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["address"] = JsonSerializer.SerializeToElement(new { township = "示例北苏木", village = "示例嘎查" }),
            ["phone"] = JsonSerializer.SerializeToElement("13900000077"),
        });
        return await citizens.SubmitAsync(new SubmissionRequest("village-adviser", answers), Guid.NewGuid().ToString());
    }

    /// <summary>What stands behind 接单码 in the message.</summary>
    private static async Task<string> CodeAsync(SmsGateway phones)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (phones.To(North) is [.., var text])
                return text[(text.IndexOf("接单码", StringComparison.Ordinal) + 3)..][..8];
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is too wide");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
