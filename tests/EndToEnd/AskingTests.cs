using System.Text.RegularExpressions;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

[Collection(StageTests.Name)]
public sealed partial class AskingTests(Stage stage)
{
    private const string Wages = "老板拖欠工资不给咋办";

    [Theory]
    [InlineData(Screen.Phone, "button")]
    [InlineData(Screen.Phone, "browser")]
    [InlineData(Screen.Desktop, "button")]
    [InlineData(Screen.Desktop, "browser")]
    [InlineData(Screen.Desktop, "escape")]
    public async Task A_citizen_asks_reads_the_answer_opens_an_article_and_comes_back_to_where_he_was(Screen screen, string way)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.AskAsync(Wages);
        await Expect(page.LastAnswer.Locator("ol li").First).ToBeVisibleAsync();
        var card = page.Citations.First;
        await card.EvaluateAsync("card => window.scrollBy(0, card.getBoundingClientRect().top - 200)");
        await page.Browser.EvaluateAsync("() => addEventListener('click', () => { window.placeLeft = window.pageYOffset; }, { capture: true, once: true })");
        await card.ClickAsync();

        await Expect(page.Article.GetByRole(AriaRole.Heading, new() { Name = "大白话" })).ToBeVisibleAsync();
        Assert.StartsWith("/articles/", new Uri(page.Browser.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, await page.Browser.EvaluateAsync<double>("() => window.pageYOffset"));
        await GoBackAsync(page, way);

        await Expect(page.LastAnswer).ToBeVisibleAsync();
        await Expect(page.Article).ToBeHiddenAsync();
        await Expect(card).ToBeFocusedAsync();
        var moved = await page.Browser.EvaluateAsync<double>("() => window.pageYOffset - window.placeLeft");
        Assert.InRange(moved, -1, 1);
        Assert.True(await page.Browser.EvaluateAsync<bool>("() => window.placeLeft > 0"));
        Assert.Single(page.Asked);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Reading_on_to_the_next_article_still_leaves_one_step_back()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync("民法典1079条");
        await page.Citations.First.ClickAsync();
        await page.Browser.GetByRole(AriaRole.Link, new() { Name = "下一条" }).ClickAsync();
        await Expect(page.Article.GetByRole(AriaRole.Heading, new() { Name = "第一千零八十条" })).ToBeVisibleAsync();

        await page.Browser.GoBackAsync();

        await Expect(page.LastAnswer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_article_opened_by_its_address_leads_to_the_chat()
    {
        await using var page = await stage.OpenAsync(Screen.Phone, "/articles/民法典/第一千零七十九条");
        await Expect(page.Article.GetByText("中华人民共和国民法典")).ToBeVisibleAsync();

        await page.Button("去问问题").ClickAsync();

        await Expect(page.Question).ToBeVisibleAsync();
        Assert.Equal("/", new Uri(page.Browser.Url).AbsolutePath);
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_said_in_plain_words()
    {
        await using var page = await stage.OpenAsync(Screen.Phone, "/articles/劳动合同法/第四百条");

        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("《劳动合同法》没有第四百条");
    }

    [Fact]
    public async Task A_question_in_the_address_is_asked_once_and_taken_out_of_it()
    {
        await using var page = await stage.OpenAsync(Screen.Phone, "/#q=" + Uri.EscapeDataString(Wages));
        await Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Empty(new Uri(page.Browser.Url).Fragment);

        await page.Browser.ReloadAsync();

        await Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Single(page.Asked);
        Assert.DoesNotContain(page.Requested, request => request.PathAndQuery.Contains("q=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_person_in_danger_is_shown_110_before_any_law(Screen screen)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.AskAsync("我老公又打我了");

        var alarm = page.LastAnswer.GetByRole(AriaRole.Alert);
        await Expect(page.LastAnswer.Locator("a").First).ToHaveAttributeAsync("href", "tel:110");
        await Expect(alarm.GetByRole(AriaRole.Link, new() { Name = "打 110" })).ToBeInViewportAsync();
        var firstElement = await page.LastAnswer.EvaluateAsync<string>("answer => answer.firstElementChild.getAttribute('role')");
        Assert.Equal("alert", firstElement);
    }

    [Fact]
    public async Task A_question_that_is_offered_is_asked_when_it_is_pressed()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync("你好");
        var choice = page.LastAnswer.Locator(".choice").First;
        var question = await choice.InnerTextAsync();

        await choice.ClickAsync();

        await Expect(page.Answers).ToHaveCountAsync(2);
        await Expect(page.Browser.Locator(".question").Last).ToContainTextAsync(question);
    }

    [Fact]
    public async Task Telephone_numbers_can_be_pressed_and_sums_cannot()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AnswerWithAsync(Replies.Answer("打12348问，或打 13800138000。要交 120 元，见第110条，一共110天。"));
        await page.AskAsync("费用");

        await Expect(page.LastAnswer.Locator("p a")).ToHaveTextAsync(["12348", "13800138000"]);
    }

    [Fact]
    public async Task Marks_in_a_question_or_an_answer_are_shown_as_text_and_never_run()
    {
        const string Hostile = "<script>window.hit=1</script><img src=x onerror=\"window.hit=1\">";
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.AnswerWithAsync(Replies.Answer(
            Hostile,
            claims: [new { type = "https://schema.org/Claim", law = Hostile, article = "第一条", title = Hostile, status = "inForce", gist = "说明" + Hostile, url = "javascript:window.hit=1" }],
            actions:
            [
                new { type = "openUrl", title = Hostile, value = "javascript:window.hit=1" }, new { type = "imBack", title = Hostile, value = Hostile, service = Hostile },
                new { type = "call", title = Hostile, value = "javascript:window.hit=1" },
            ]));
        await page.AskAsync(Hostile);

        await Expect(page.Browser.Locator(".question").Last).ToContainTextAsync(Hostile);
        await Expect(page.LastAnswer.Locator("p").First).ToHaveTextAsync(Hostile);
        await Expect(page.Browser.Locator("#log img, #log script, a[href^='javascript']")).ToHaveCountAsync(0);
        Assert.Null(await page.Browser.EvaluateAsync<int?>("() => window.hit"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Nothing_is_loaded_from_another_host()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.AskAsync(Wages);
        await page.Citations.First.ClickAsync();
        await Expect(page.Article.GetByRole(AriaRole.Heading, new() { Name = "原文" })).ToBeVisibleAsync();

        var own = new Uri(page.Browser.Url).Authority;
        Assert.NotEmpty(page.Requested);
        Assert.All(page.Requested, request => Assert.Equal(own, request.Authority));
    }

    [Fact]
    public async Task Large_type_is_at_least_a_third_larger_and_is_remembered()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        var before = await TypeSizeAsync(page);
        await page.Button("大字").ClickAsync();

        await page.Browser.ReloadAsync();

        await Expect(page.Button("大字")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await TypeSizeAsync(page) >= before * 1.35);
        Assert.False(await page.Browser.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth"));
    }

    [Fact]
    public async Task The_next_person_at_a_shared_phone_finds_no_trace()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync(Wages);
        await page.Question.FillAsync("还有一件事");
        await page.Button("清空记录").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await page.Button("清空").ClickAsync();

        await Expect(page.Answers).ToHaveCountAsync(0);
        await Expect(page.Question).ToHaveValueAsync("");
        var kept = await page.Browser.EvaluateAsync<string>("() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])");
        Assert.DoesNotContain("咋办", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("还有一件事", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_printed_with_its_citations_and_without_buttons()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop);
        await page.AskAsync(Wages);

        await page.Browser.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Citations.First).ToBeVisibleAsync();
        await Expect(page.Browser.Locator(".question")).ToBeVisibleAsync();
        await Expect(page.Question).ToBeHiddenAsync();
        await Expect(page.Suggestions.First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_link_of_an_article_is_copied()
    {
        await using var page = await stage.OpenAsync(Screen.Desktop, "/articles/民法典/第一千零七十九条");

        await page.Button("复制这一条的链接").ClickAsync();

        await Expect(page.Button("链接复制好了")).ToBeVisibleAsync();
        var copied = await page.Browser.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Matches(ArticleAddress(), Uri.UnescapeDataString(copied));
    }

    private static async Task GoBackAsync(ChatPage page, string way)
    {
        switch (way)
        {
            case "browser":
                await page.Browser.GoBackAsync();
                break;
            case "escape":
                await page.Browser.Keyboard.PressAsync("Escape");
                break;
            default:
                await page.Button("返回问答").ClickAsync();
                break;
        }
    }

    private static Task<double> TypeSizeAsync(ChatPage page) =>
        page.Browser.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.body).fontSize)");

    [GeneratedRegex("^http://[^/]+/articles/民法典/第一千零七十九条$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArticleAddress();
}
