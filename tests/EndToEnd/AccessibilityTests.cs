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
