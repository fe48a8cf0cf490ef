using Deque.AxeCore.Playwright;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

/// <summary>What axe can check, in every state of the page.</summary>
[Collection(StageTests.Name)]
public sealed class AccessibilityTests(Stage stage)
{
    public static TheoryData<Screen, ColorScheme> Looks => new()
    {
        { Screen.Phone, ColorScheme.Light },
        { Screen.Phone, ColorScheme.Dark },
        { Screen.Desktop, ColorScheme.Light },
        { Screen.Desktop, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_welcome_and_every_kind_of_answer_are_accessible(Screen screen, ColorScheme colors)
    {
        await using var page = await stage.OpenAsync(screen, colors: colors);
        await CheckAsync(page);
        foreach (var question in new[] { "老板拖欠工资不给咋办", "我老公又打我了", "你好", "刑法第九百条", "今天天气" })
            await page.AskAsync(question);
        await page.Button("大字").ClickAsync();
        await CheckAsync(page);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_form_its_choices_and_its_receipt_are_accessible(Screen screen, ColorScheme colors)
    {
        await using var page = await stage.OpenAsync(screen, colors: colors);
        foreach (var said in new[] { "我要申请法律援助", "家暴", "没有", "不知道", "否", "在本旗县", "给自己" })
            await page.AskAsync(said, answers: said == "家暴" ? 2 : 1);
        await CheckAsync(page);
        foreach (var said in new[] { "等会再填", "我想预约法律咨询", "工资", "没有", "欠我三个月工资不给。", "跳过" })
            await page.AskAsync(said);
        await CheckAsync(page);
        foreach (var said in new[] { "跳过", "打电话", "汉语", "巴特尔", "13900000062", "同意" })
            await page.AskAsync(said);
        await CheckAsync(page);
        await page.AskAsync("提交", answers: 2);
        await CheckAsync(page);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task An_article_is_accessible(Screen screen, ColorScheme colors)
    {
        await using var page = await stage.OpenAsync(screen, "/articles/民法典/第一千零七十九条", colors);
        await Expect(page.Article.GetByRole(AriaRole.Heading, new() { Name = "大白话" })).ToBeVisibleAsync();
        await CheckAsync(page);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Trouble_and_dialogs_are_accessible(Screen screen, ColorScheme colors)
    {
        await using var page = await stage.OpenAsync(screen, colors: colors);
        await page.RefuseWithAsync(Replies.Error(500, "ServiceError", "系统出了问题。"));
        await page.SendAsync("房东不退押金");
        await Expect(page.Button("重试")).ToBeVisibleAsync();
        await page.Question.FillAsync(new string('工', 2001));
        await page.Browser.Context.SetOfflineAsync(true);
        await Expect(page.Browser.Locator("#offline")).ToBeVisibleAsync();
        await CheckAsync(page);

        await page.Button("清空记录").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page);
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Whatever_is_pressed_is_large_enough_for_a_thumb(Screen screen)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.AskAsync("我老公又打我了");

        // Links inside a sentence are as high as their line.
        var small = await page.Browser.EvaluateAsync<string[]>("""
            () => Array.from(document.querySelectorAll('button, a'))
              .filter(element => element.offsetParent && !element.closest('p') && !element.matches('.skip'))
              .filter(element => element.getBoundingClientRect().height < 44)
              .map(element => element.textContent)
            """);

        Assert.Empty(small);
    }

    private static async Task CheckAsync(ChatPage page)
    {
        var result = await page.Browser.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
    }
}
