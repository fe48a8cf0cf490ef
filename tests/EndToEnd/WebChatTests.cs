using System.Collections.Concurrent;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

/// <summary>The real botframework-webchat in a real browser. Its files are built by src/Server/webchat/build.sh, which test.sh runs.</summary>
[Collection(StageTests.Name)]
public sealed class WebChatTests(Stage stage)
{
    private const float Patience = 30_000;

    [Fact]
    public async Task A_question_is_answered_with_the_articles_it_rests_on()
    {
        await using var profile = await stage.NewProfileAsync();
        var errors = new ConcurrentQueue<string>();
        var page = await OpenAsync(profile, errors);

        await SayAsync(page, "老板拖欠工资不给怎么办");

        var citation = page.GetByRole(AriaRole.Button, new() { Name = "》第" }).First;
        await Expect(citation).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "12348" }).First).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "webchat.png") });
        await citation.ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("第");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_suggested_question_is_asked_by_its_button()
    {
        await using var profile = await stage.NewProfileAsync();
        var page = await OpenAsync(profile, new());

        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "想离婚孩子归谁" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "《民法典》第" }).First).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task A_card_with_numbers_to_call_is_shown()
    {
        await using var profile = await stage.NewProfileAsync();
        var page = await OpenAsync(profile, new());

        await SayAsync(page, "转人工");

        await Expect(page.GetByText("打电话找人").Last).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task A_picture_is_sent_and_shown()
    {
        await using var profile = await stage.NewProfileAsync();
        var page = await OpenAsync(profile, new());

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "欠条.png",
            MimeType = "image/png",
            Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        });
        var send = page.GetByRole(AriaRole.Button, new() { Name = "发送" });
        if (await send.IsVisibleAsync())
            await send.ClickAsync();

        await Expect(page.Locator("p", new() { HasText = "文件收到了" })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.Locator("img[src*='/files/']").First).ToBeVisibleAsync();
    }

    private static async Task<IPage> OpenAsync(IBrowserContext profile, ConcurrentQueue<string> errors)
    {
        var page = await profile.NewPageAsync();
        page.PageError += (_, error) => errors.Enqueue(error);
        var response = await page.GotoAsync("/webchat");
        Assert.DoesNotContain("还没有装好", await response!.TextAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("p", new() { HasText = "公共法律服务的问答助手" }).First).ToBeVisibleAsync(new() { Timeout = Patience });
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }
}
