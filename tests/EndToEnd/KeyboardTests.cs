using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

[Collection(StageTests.Name)]
public sealed class KeyboardTests(Stage stage)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Everything_from_the_question_to_the_article_and_back_works_without_a_mouse()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        var keys = page.Browser.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await TabToAsync(page, page.Question);
        await keys.InsertTextAsync("老板拖欠工资不给咋办");
        await keys.PressAsync("Enter");
        await Expect(page.Answers).ToHaveCountAsync(1);

        await TabToAsync(page, page.Citations.First, "Shift+Tab");
        await keys.PressAsync("Enter");
        await Expect(page.Article.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");

        await Expect(page.Citations.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shift_and_Enter_begin_a_new_line()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.Question.PressSequentiallyAsync("甲");
        await page.Question.PressAsync("Shift+Enter");
        await page.Question.PressSequentiallyAsync("乙");

        await Expect(page.Question).ToHaveValueAsync("甲\n乙");
        Assert.Empty(page.Asked);
    }

    [Theory]
    [InlineData("{ key: 'Enter', isComposing: true, bubbles: true, cancelable: true }")]
    [InlineData("{ key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }")]
    public async Task The_Enter_that_confirms_a_word_of_an_input_method_does_not_send(string press)
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.Question.FillAsync("laoban");

        await page.Question.EvaluateAsync($"field => field.dispatchEvent(new KeyboardEvent('keydown', {press}))");

        await Expect(page.Question).ToHaveValueAsync("laoban");
        await page.Question.PressAsync("Enter");
        await Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Single(page.Asked);
    }

    [Fact]
    public async Task A_question_that_is_empty_or_too_long_cannot_be_sent_and_is_not_cut()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.Question.FillAsync("  ");
        await Expect(page.Send).ToBeDisabledAsync();

        var tooLong = new string('工', 2001);
        await page.Question.FillAsync(tooLong);

        await Expect(page.Send).ToBeDisabledAsync();
        await Expect(page.Browser.Locator("#counter")).ToContainTextAsync("多了 1 个字");
        await Expect(page.Question).ToHaveValueAsync(tooLong);
    }

    [Fact]
    public async Task A_dialog_keeps_the_focus_inside_and_gives_it_back()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.Button("更多电话").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        var stops = await dialog.Locator("a, button").CountAsync();
        for (var stop = 0; stop <= stops; stop++)
        {
            await page.Browser.Keyboard.PressAsync("Tab");
            await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        }

        await page.Browser.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Button("更多电话")).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(ChatPage page, ILocator target, string key = "Tab")
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Browser.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{MostTabs} times {key} did not reach {target}");
    }
}
