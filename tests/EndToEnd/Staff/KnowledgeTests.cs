using System.Net.Http.Headers;
using System.Net.Http.Json;
using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>What the bot could not answer, an editor writes, a second person approves, and the next citizen is answered with.</summary>
[Collection(StaffTests.Name)]
public sealed class KnowledgeTests(StaffStage stage)
{
    private const string Question = "骆驼被雷劈死了能让气象局赔吗";
    private const string Answer = "打雷是天灾，一般不能让气象局赔。先看看骆驼上没上保险。";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_question_without_an_answer_has_one_seconds_after_two_people_agreed_and_loses_it_when_it_is_rolled_back()
    {
        await AskBotAsync(Question, "骆驼让雷劈死了能找气象局赔吗");
        await using (var editor = await stage.OpenAsync(StaffStage.Editor, "/staff/knowledge"))
        {
            var gap = await WaitForGapAsync(editor);
            await gap.GetByRole(AriaRole.Button, new() { Name = "看现在怎么答" }).ClickAsync();
            await Expect(gap.GetByLabel("现在会怎么答")).ToBeVisibleAsync();
            await CheckAsync(editor);
            await editor.ShowAsync("knowledge-inbox");
            await gap.GetByRole(AriaRole.Button, new() { Name = "写成问答" }).ClickAsync();
            await WriteAsync(editor);
            await Expect(editor.Browser.GetByRole(AriaRole.Row, new() { Name = "骆驼" })).ToContainTextAsync("等人审核");
            await CheckAsync(editor);

            // Who wrote it does not decide it.
            await OpenReviewAsync(editor);
            await Expect(editor.Text("要由另一个人来批准")).ToBeVisibleAsync();
            await Expect(editor.Button("批准，马上用")).ToHaveCountAsync(0);
        }

        Assert.DoesNotContain(Answer, (await AskAsync()).Text, StringComparison.Ordinal);
        await using var reviewer = await stage.OpenAsync(StaffStage.Reviewer, "/staff/knowledge/work");
        await OpenReviewAsync(reviewer);
        await Expect(reviewer.Browser.GetByLabel("对照")).ToContainTextAsync("民法典");
        await CheckAsync(reviewer);
        await reviewer.ShowAsync("knowledge-review");
        await reviewer.Button("批准，马上用").ClickAsync();
        await Expect(reviewer.Heading).ToHaveTextAsync("草稿和待审");

        Assert.Equal("faq", (await UntilAsync(answer => answer.Text.Contains(Answer, StringComparison.Ordinal))).Source);

        await reviewer.GoAsync("/staff/knowledge");
        await Expect(reviewer.Browser.Locator(".desk-gaps > li").Filter(new() { HasText = "骆驼" })).ToHaveCountAsync(0);
        await RollBackAsync(reviewer);
        await UntilAsync(answer => !answer.Text.Contains(Answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reviewer_who_mends_an_entry_cannot_approve_it_himself_and_takes_it_back()
    {
        await using var page = await stage.OpenAsync(StaffStage.Reviewer, "/staff/knowledge/edit?entry=faq%2Fwages-unpaid");
        await Expect(page.Heading).ToHaveTextAsync("改问答");
        await page.Browser.GetByLabel("回答：").FillAsync("拖欠工资是违法的。先收好证据，再去劳动监察大队投诉。");
        await Expect(page.Browser.GetByLabel("市民看到的样子")).ToContainTextAsync("先收好证据，再去劳动监察大队投诉。");
        await page.Browser.GetByLabel("为什么要写或要改").FillAsync("写短一些");
        await page.Button("提交审核").ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("草稿和待审");

        await page.Browser.GetByRole(AriaRole.Row, new() { Name = "写短一些" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Text("要由另一个人来批准")).ToBeVisibleAsync();
        await Expect(page.Browser.Locator("del").First).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.ShowAsync("knowledge-difference");
        await page.Button("收回来再改").ClickAsync();
        await page.Browser.GetByRole(AriaRole.Row, new() { Name = "写短一些" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.Button("放弃这份草稿").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Row, new() { Name = "写短一些" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_check_finds_stops_a_proposal_and_nothing_typed_is_lost()
    {
        await using var page = await stage.OpenAsync(StaffStage.Editor, "/staff/knowledge/edit");
        await page.Browser.GetByLabel("问题：").FillAsync("老板拖欠工资不给怎么办");
        await page.Browser.GetByLabel("别的问法").FillAsync("甲\n乙\n我的电话是13912345678");
        await page.Browser.GetByLabel("回答：").FillAsync("先投诉。");
        await page.Browser.GetByLabel("专题").FillAsync("工资");
        await page.Browser.GetByLabel("为什么要写或要改").FillAsync("试试");
        await page.Button("提交审核").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("依据");

        await CiteAsync(page, "民法典", "1165");
        await page.Button("提交审核").ClickAsync();

        var found = page.Browser.Locator(".desk-problems");
        await Expect(found).ToContainTextAsync("手机号");
        await Expect(found).ToContainTextAsync("老板拖欠工资不给怎么办");
        await Expect(page.Browser.GetByLabel("别的问法")).ToHaveValueAsync("甲\n乙\n我的电话是13912345678");
        await CheckAsync(page);
        await page.ShowAsync("knowledge-problems");
    }

    [Theory]
    [InlineData("/staff/knowledge/work")]
    [InlineData("/staff/knowledge/stale")]
    [InlineData("/staff/knowledge/entries")]
    [InlineData("/staff/knowledge/edit?entry=note%2F%E6%B0%91%E6%B3%95%E5%85%B8%2F%E7%AC%AC%E4%B8%80%E5%8D%83%E4%B8%80%E7%99%BE%E5%85%AD%E5%8D%81%E4%BA%94%E6%9D%A1")]
    [InlineData("/staff/knowledge/history?entry=faq%2Fwages-unpaid")]
    public async Task Every_page_of_the_desk_can_be_used_by_everybody(string path)
    {
        await using var page = await stage.OpenAsync(StaffStage.Editor, path);
        await Expect(page.Browser.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await CheckAsync(page);
        await page.ShowAsync("knowledge-" + path.Split('/', '?')[3]);
    }

    [Fact]
    public async Task A_clerk_is_not_let_in()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/knowledge");
        await Expect(page.Heading).Not.ToHaveTextAsync("没答好的问题");
        await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = "知识库" })).ToHaveCountAsync(0);
    }

    /// <summary>The bot notes a question after it has answered.</summary>
    private static async Task<ILocator> WaitForGapAsync(StaffPage page)
    {
        using var patience = new CancellationTokenSource(Patience);
        var gap = page.Browser.Locator(".desk-gaps > li").Filter(new() { HasText = "骆驼" }).Filter(new() { HasText = "2 次" });
        while (await gap.CountAsync() == 0)
        {
            await Task.Delay(500, patience.Token);
            await page.GoAsync("/staff/knowledge");
            await Expect(page.Browser.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        }

        return gap;
    }

    /// <summary>A message that is just fading has no contrast.</summary>
    private static async Task CheckAsync(StaffPage page)
    {
        await Expect(page.Browser.Locator(".mud-snackbar")).ToHaveCountAsync(0, new() { Timeout = (float)Patience.TotalMilliseconds });
        await page.CheckAsync();
    }

    private static async Task WriteAsync(StaffPage page)
    {
        await Expect(page.Browser.GetByLabel("问题：")).Not.ToHaveValueAsync("");
        await page.Browser.GetByLabel("问题：").FillAsync(Question);
        await page.Browser.GetByLabel("别的问法").FillAsync("骆驼让雷劈死了能找气象局赔吗\n打雷把骆驼打死了谁赔\n雷击死了牲口有人管吗");
        await page.Browser.GetByLabel("回答：").FillAsync(Answer);
        await page.Browser.GetByLabel("怎么做").FillAsync("拍下照片。\n打保险公司的电话。");
        await page.Browser.GetByLabel("专题").FillAsync("牲畜和牧场");
        await CiteAsync(page, "民法典", "180");
        await Expect(page.Browser.GetByLabel("市民看到的样子")).ToContainTextAsync("2. 打保险公司的电话。");
        await page.Button("检查").ClickAsync();
        await Expect(page.Text("没有核对过")).ToBeVisibleAsync();
        await page.Browser.GetByLabel("像市民那样问一句").FillAsync("打雷把我家骆驼打死了");
        await page.Button("试一试").ClickAsync();
        await Expect(page.Text("会用这一条来答。")).ToBeVisibleAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        await CheckAsync(page);
        await page.ShowAsync("knowledge-editor");
        await page.Button("提交审核").ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("草稿和待审");
    }

    private static async Task CiteAsync(StaffPage page, string law, string number)
    {
        await page.Browser.GetByLabel("法律名").FillAsync(law);
        await page.Browser.GetByLabel("条号").FillAsync(number);
        await Expect(page.Browser.Locator(".desk-citations .desk-article")).ToBeVisibleAsync();
        await page.Button("加上").ClickAsync();
        await Expect(page.Browser.Locator(".desk-citations ol li")).ToHaveCountAsync(1);
    }

    private static async Task OpenReviewAsync(StaffPage page)
    {
        await page.Browser.GetByRole(AriaRole.Row, new() { Name = "骆驼" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Heading).ToContainTextAsync("审核");
    }

    private static async Task RollBackAsync(StaffPage page)
    {
        await page.GoAsync("/staff/knowledge/entries");
        await page.Browser.GetByLabel("找问答和大意").FillAsync("骆驼");
        await page.Browser.GetByRole(AriaRole.Row, new() { Name = Question }).GetByRole(AriaRole.Link, new() { Name = "历史" }).ClickAsync();
        await page.Browser.GetByLabel("原因").FillAsync("写错了");
        await CheckAsync(page);
        await page.ShowAsync("knowledge-history-live");
        await page.Browser.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Expect(page.Browser.Locator(".desk-table")).ToContainTextAsync("系统自带的内容（退回）");
    }

    private Task<AnswerResponse> AskAsync() => stage.Citizens.AnswerAsync(new AnswerRequest(Question));

    private async Task<AnswerResponse> UntilAsync(Func<AnswerResponse, bool> says)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await AskAsync() is var answer && says(answer))
                return answer;
            await Task.Delay(200, patience.Token);
        }
    }

    private async Task AskBotAsync(params string[] questions)
    {
        using var client = new HttpClient { BaseAddress = stage.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Stage.Secret);
        foreach (var question in questions)
        {
            using var begun = await client.PostAsync("/v3/directline/conversations", null);
            var conversation = (await StaffStage.ReadAsync(begun)).GetProperty("conversationId").GetString();
            using var sent = await client.PostAsJsonAsync(
                $"/v3/directline/conversations/{conversation}/activities", new { type = "message", from = new { id = "citizen" }, text = question });
            await StaffStage.ReadAsync(sent);
        }
    }
}
