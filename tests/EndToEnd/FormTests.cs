using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

/// <summary>A service filled in, sent and booked on the chat page, by pressing and by writing.</summary>
[Collection(StageTests.Name)]
public sealed class FormTests(Stage stage)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_citizen_applies_for_legal_aid_in_the_chat_from_a_question_to_the_receipt(Screen screen)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.AskAsync("老板拖欠工资不给咋办");
        await PressAsync(page, "申请法律援助");
        await PictureAsync(page, screen, "question");
        await AnswerAsync(page, "欠工钱，或者单位不认我是它的工人");
        await AnswerAsync(page, "不知道，或者没有这样的日子", "否", "在本旗县", "给自己");
        await page.AskAsync("巴特尔");
        await page.AskAsync("152223198001010018");
        await Expect(page.LastAnswer).ToContainTextAsync("有一位写错了");
        await page.AskAsync("152223198001010013");
        await page.AskAsync("13900000061");
        await page.AskAsync("示例县示例北苏木");
        await page.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "进城打工的人" }).ClickAsync();
        await PictureAsync(page, screen, "several");
        await AnswerAsync(page, "选好了");
        await page.AskAsync("示例建筑公司");
        await AnswerAsync(page, "就我一个");
        await page.AskAsync("三万五");
        await page.AskAsync("去年十月到今年三月在工地干活，欠了三万五千块没有给。");
        await SendPhotoAsync(page);
        await AnswerAsync(page, "跳过", "跳过", "跳过");
        await AnswerAsync(page, "是");

        var review = page.LastAnswer.Locator(".review");
        await Expect(review).ToContainTextAsync("13900000061");
        await Expect(review).ToContainTextAsync("35000元");
        await PictureAsync(page, screen, "review");
        await review.Locator("div", new() { HasText = "对方" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.LastAnswer).ToContainTextAsync("现在填的是“示例建筑公司”");
        await page.AskAsync("示例县第二建筑公司");
        await Expect(page.LastAnswer.Locator(".review")).ToContainTextAsync("示例县第二建筑公司");
        await PressAsync(page, "提交");

        var slip = page.Browser.Locator(".slip").Last;
        await Expect(slip).ToContainTextAsync("取件码");
        await PictureAsync(page, screen, "receipt");
        await page.Browser.Locator(".take").Last.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        Assert.Contains("编号：R", await page.Browser.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        await AnswerAsync(page, "约个时间", "打电话");
        await PictureAsync(page, screen, "times");
        await AnswerAsync(page, "不约了");
        await page.Browser.ReloadAsync();
        await Expect(slip).ToContainTextAsync("取件码");
        Assert.DoesNotContain("13900000061", await page.Browser.Locator("#log").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("139****0061", await page.Browser.Locator("#log").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Only_the_last_question_has_buttons_and_an_old_answer_cannot_be_pressed_again()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.AskAsync("我要申请法律援助");
        await AnswerAsync(page, "社保、低保、救助、抚恤金");

        await Expect(page.Answers.First.Locator(".options")).ToBeHiddenAsync();
        await Expect(page.LastAnswer.Locator(".options")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(ChatPage page, params string[] labels)
    {
        foreach (var label in labels)
            await PressAsync(page, label);
    }

    private static async Task PressAsync(ChatPage page, string label)
    {
        var turns = await page.Browser.Locator(".turn").CountAsync();
        await page.Browser.Locator(".turn").Last.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await Expect(page.Browser.Locator(".turn")).ToHaveCountAsync(turns + 1);
        await Expect(page.Browser.Locator(".turn").Last.Locator(".answer").First).ToBeVisibleAsync();
    }

    private static async Task SendPhotoAsync(ChatPage page)
    {
        var turns = await page.Browser.Locator(".turn").CountAsync();
        await page.LastAnswer.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "欠条.png", MimeType = "image/png", Buffer = Png });
        await Expect(page.Browser.Locator(".turn")).ToHaveCountAsync(turns + 1);
        await Expect(page.LastAnswer).ToContainTextAsync("收到了：欠条.png");
    }

    /// <summary>For who wants to look: the folder is named by FORM_PICTURES.</summary>
    private static async Task PictureAsync(ChatPage page, Screen screen, string name)
    {
        if (Environment.GetEnvironmentVariable("FORM_PICTURES") is { Length: > 0 } folder)
            await page.Browser.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{screen}-{name}.png") });
    }
}
